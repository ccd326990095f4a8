import type { RefusedRecord } from '../connection/index.ts';

/** What publishing did to one object (or, in a dry run, would do). */
export interface PublishedObject {
  readonly object: string;
  readonly written: number;
  readonly deleted: number;
}

export interface PublishReport {
  readonly objects: readonly PublishedObject[];
  readonly refused: readonly RefusedRecord[];
}

export interface PublishContext {
  readonly dryRun: boolean;
  readonly onProgress?: (done: number, total: number, object: string) => void;
}

/** Several reports as one, with one line an object, in the order of their first appearance. */
export function together(reports: readonly PublishReport[]): PublishReport {
  const byObject = new Map<string, PublishedObject>();
  for (const { object, written, deleted } of reports.flatMap((report) => report.objects)) {
    const before = byObject.get(object) ?? { object, written: 0, deleted: 0 };
    byObject.set(object, { object, written: before.written + written, deleted: before.deleted + deleted });
  }
  return { objects: [...byObject.values()], refused: reports.flatMap((report) => report.refused) };
}
