export { assign, withdraw, restore, changeDueDate, remind } from './assignmentWrites';
export type { AssignReason, Assigned, NewAssignment, Training } from './assignmentWrites';
export { canRemind } from './canRemind';
export { mayPlanFor } from './mayPlanFor';
