import { text, type PlainRecord } from 'c/graphqlRecords';

/** The chain of managers that the rule `Self_Or_Manager` goes up. */
const MANAGERS = ['ManagerId', 'Manager.ManagerId', 'Manager.Manager.ManagerId'] as const;

/**
 * Whether the reader is one of the managers who may plan what a person learns, and remind them.
 *
 * @param record holds the person as `Person__r`, with `ManagerId` three levels up
 */
export function mayPlanFor(record: PlainRecord, readerId: string): boolean {
  return MANAGERS.some((path) => text(record, `Person__r.${path}`) === readerId);
}
