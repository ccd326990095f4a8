import { canRemind, mayPlanFor } from 'c/assignments';
import { daysBetween, shortDate, today } from 'c/dates';
import { recordsIn, text } from 'c/graphqlRecords';
import { format, teamLabels as labels } from 'c/labels';

/** An assignment that is overdue, in words. */
export interface OverdueRow {
  readonly id: string;
  readonly personId: string;
  readonly person: string;
  readonly what: string;
  readonly due: string;
  /** When the person was last reminded. */
  readonly reminded?: string;
  /** The reader is one of the managers who may remind the person. */
  readonly mayRemind: boolean;
  /** The person was reminded a moment ago: the org refuses a second reminder. */
  readonly wasReminded: boolean;
  readonly remindLabel: string;
}

/** The assignments of what `OVERDUE_QUERY` answered to a reader. */
export function toOverdue(data: unknown, readerId: string, now: Date): OverdueRow[] {
  const day = today(now);
  return recordsIn(data, 'Assignment__c').map((record) => {
    const person = text(record, 'Person__r.Name') ?? '';
    const due = text(record, 'Due_On__c') ?? day;
    const nudged = text(record, 'Nudged_At__c');
    const days = daysBetween(due, day);
    return {
      id: text(record, 'Id') ?? '',
      personId: text(record, 'Person__c') ?? '',
      person,
      what:
        text(record, 'Nugget__r.Name') ?? text(record, 'Learning_Path__r.Name') ?? text(record, 'Skill__r.Name') ?? '',
      due: days === 1 ? labels.overdueDay : format(labels.overdueDays, days),
      reminded: nudged && format(labels.reminded, shortDate(nudged, now)),
      mayRemind: mayPlanFor(record, readerId),
      wasReminded: !canRemind(nudged, now),
      remindLabel: format(labels.remindFor, person),
    };
  });
}
