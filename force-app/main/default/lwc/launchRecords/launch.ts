import { text, type PlainRecord } from 'c/graphqlRecords';

/** A `Launch__c` record. */
export interface Launch {
  readonly id: string;
  readonly name: string;
  readonly summary?: string;
  /** ISO day. */
  readonly day: string;
}

export function toLaunch(record: PlainRecord): Launch {
  return {
    id: text(record, 'Id') ?? '',
    name: text(record, 'Name') ?? '',
    summary: text(record, 'Summary__c'),
    day: text(record, 'Launch_On__c') ?? '',
  };
}
