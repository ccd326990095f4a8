import { canRemind } from 'c/assignments';
import { exactDate, shortDate } from 'c/dates';
import { commonLabels, format, planLabels as labels } from 'c/labels';
import type { PlanItem } from './plan';
import { wordDue, wordLeft, wordOrigin, wordReminder } from './planWords';

export type ItemAction = 'calendar' | 'remove' | 'due' | 'remind';

/** Who looks at whose plan. */
export interface Reader {
  readonly userId: string;
  readonly isOwnPlan: boolean;
  readonly isManager: boolean;
}

/** One item as the list shows it. */
export interface PlanRow {
  readonly key: string;
  readonly title: string;
  readonly iconName: string;
  readonly origin: string;
  readonly note?: string;
  readonly due: string;
  readonly dueExact: string;
  /** Overdue or due soon, in words: the colour alone would not say it. */
  readonly badge?: string;
  readonly badgeClass: string;
  readonly left: string;
  readonly reminder: string;
  readonly percent: number;
  readonly percentText: string;
  readonly canStart: boolean;
  readonly startLabel: string;
  readonly startTitle: string;
  readonly moreLabel: string;
  readonly actions: readonly { readonly action: ItemAction; readonly label: string; readonly disabled: boolean }[];
  readonly isChangingDue: boolean;
  readonly dueOn: string;
  readonly dueLabel: string;
}

const ICONS = { nugget: 'utility:knowledge_base', path: 'utility:list', skill: 'utility:target' } as const;
const BADGES: Readonly<Record<string, string>> = { overdue: labels.overdue, 'due-soon': labels.dueSoon };

export function toPlanRow(item: PlanItem, reader: Reader, changingId: string | undefined, now: Date): PlanRow {
  const { progress, next, urgency } = item;
  const started = progress.percent > 0;
  return {
    key: item.id,
    title: item.title,
    iconName: ICONS[item.kind],
    origin: wordOrigin(item, reader.isOwnPlan),
    note: item.note && format(labels.itemNote, item.note),
    due: wordDue(item, now),
    dueExact: exactDate(item.dueOn),
    badge: BADGES[urgency],
    badgeClass: urgency === 'overdue' ? 'badge slds-theme_warning' : 'badge',
    left: wordLeft(item),
    reminder: wordReminder(item, reader.isOwnPlan, now),
    percent: progress.percent,
    percentText: format(labels.percent, progress.percent),
    canStart: reader.isOwnPlan && next !== undefined,
    startLabel: started ? labels.goOn : commonLabels.start,
    startTitle: format(started ? labels.continueItem : labels.startItem, next?.title ?? item.title),
    moreLabel: format(labels.more, item.title),
    actions: actionsOf(item, reader, now),
    isChangingDue: item.id === changingId,
    dueOn: item.dueOn ?? '',
    dueLabel: format(labels.dueOn, item.title),
  };
}

/** What the reader may do with it; the org decides in the end. */
function actionsOf(item: PlanItem, { userId, isOwnPlan, isManager }: Reader, now: Date): PlanRow['actions'] {
  const mayChange = isManager || (isOwnPlan && item.createdById === userId);
  const reminded = !canRemind(item.remindedAt, now);
  const actions = [
    { action: 'remind', label: reminded ? labels.alreadyReminded : labels.remind, disabled: reminded, may: isManager },
    { action: 'due', label: labels.changeDue, disabled: false, may: mayChange },
    { action: 'calendar', label: labels.itemCalendar, disabled: false, may: isOwnPlan && item.dueOn !== undefined },
    { action: 'remove', label: isOwnPlan ? labels.remove : labels.withdraw, disabled: false, may: mayChange },
  ] as const;
  return actions.filter(({ may }) => may).map(({ action, label, disabled }) => ({ action, label, disabled }));
}

/** One item that was done. */
export interface DoneRow {
  readonly key: string;
  readonly title: string;
  readonly iconName: string;
  readonly when: string;
  readonly origin: string;
}

export function toDoneRow(item: PlanItem, { isOwnPlan }: Reader, now: Date): DoneRow {
  return {
    key: item.id,
    title: item.title,
    iconName: ICONS[item.kind],
    when: format(labels.doneOn, shortDate(item.doneOn, now)),
    origin: wordOrigin(item, isOwnPlan),
  };
}
