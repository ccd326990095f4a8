import type { FieldValue } from '../types.ts';

export type ChangeType = 'CREATE' | 'UPDATE' | 'DELETE' | 'UNDELETE';

/** One change of one record, as it was committed. */
export interface ChangeEvent {
  /** Grows with every event of the org; undone writes leave gaps. */
  readonly replayId: number;
  /** The object's API name. */
  readonly entity: string;
  readonly recordId: string;
  readonly changeType: ChangeType;
  /** CREATE and UNDELETE: all values but blanks. UPDATE: what changed, blanks as null. DELETE: nothing. */
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** Milliseconds since 1970, real time. */
  readonly committedAt: number;
  readonly commitUser: string;
  /** The same for all events of a transaction. */
  readonly transactionKey: string;
  /** The same for all events of a transaction, larger for later transactions. */
  readonly commitNumber: number;
  /** From 1 within the transaction. */
  readonly sequenceNumber: number;
}

/** The change events of the org, as whoever delivers them reads them. */
export interface ChangeFeed {
  /** The id of the newest event ever; 0 before the first. */
  readonly latest: number;
  /** True when the event with this id is still kept. */
  holds(replayId: number): boolean;
  /** Kept events after `after` of these objects, oldest first, at most `limit`. */
  read(after: number, entities: readonly string[], limit: number): ChangeEvent[];
  /** The objects whose changes go to this channel, e.g. `ChangeEvents`, by API name. Undefined: no such channel. */
  entitiesOf(channel: string): readonly string[] | undefined;
  /** Calls `listener` after each commit that held an event. Answers how to stop that. */
  onCommitted(listener: () => void): () => void;
}
