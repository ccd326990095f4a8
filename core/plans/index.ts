export type * from './types.ts';
export { planProgress } from './assignment-progress.ts';
export { DUE_SOON_DAYS, type OrderedItem, orderPlan, type Urgency, urgencyOf } from './order-plan.ts';
export { type CalendarEntry, toCalendar } from './calendar.ts';
export { workingDayAfter } from './working-day.ts';
