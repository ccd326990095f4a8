import { levelOf } from 'c/skillLevels';
import { exactDate, shortDate } from 'c/dates';
import { flag, number, recordsIn, text } from 'c/graphqlRecords';
import { assessLabels as labels, format } from 'c/labels';

/** One observation, in words. */
export interface ObservationRow {
  readonly id: string;
  readonly text: string;
  readonly note?: string;
  /** Who and when, with the exact day for a hover. */
  readonly meta: string;
  readonly exact: string;
  readonly isTakenBack: boolean;
}

export interface Observations {
  readonly name: string;
  /** The reader is one of the managers above the person: only they may observe. */
  readonly mayObserve: boolean;
  readonly rows: readonly ObservationRow[];
}

/** The chain of managers that the rule `Managers_Only` goes up. */
const MANAGERS = ['ManagerId', 'Manager.ManagerId', 'Manager.Manager.ManagerId'] as const;

/** What `OBSERVATIONS_QUERY` answered to a reader. */
export function toObservations(data: unknown, readerId: string, now: Date): Observations {
  const user = recordsIn(data, 'User')[0] ?? {};
  return {
    name: text(user, 'Name') ?? '',
    mayObserve: MANAGERS.some((path) => text(user, path) === readerId),
    rows: recordsIn(data, 'Skill_Assessment__c').map((record) => {
      const skill = text(record, 'Skill__r.Name') ?? '';
      const day = text(record, 'Observed_On__c');
      const isTakenBack = flag(record, 'Undone__c');
      return {
        id: text(record, 'Id') ?? '',
        text: isTakenBack
          ? format(labels.recentTakenBack, skill)
          : format(labels.recent, skill, levelOf(number(record, 'Level__c') ?? 0)?.name ?? ''),
        note: isTakenBack ? undefined : text(record, 'Note__c'),
        meta: format(labels.recentMeta, text(record, 'CreatedBy.Name') ?? '', shortDate(day, now)),
        exact: exactDate(day),
        isTakenBack,
      };
    }),
  };
}
