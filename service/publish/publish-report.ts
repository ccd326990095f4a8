/** What publishing did to one object (or, in a dry run, would do). */
export interface PublishedObject {
  readonly object: string;
  readonly written: number;
  readonly deleted: number;
}

export interface PublishProblem {
  readonly object: string;
  readonly key: string;
  readonly reason: string;
}

export interface PublishReport {
  readonly objects: readonly PublishedObject[];
  readonly refused: readonly PublishProblem[];
}

export interface PublishContext {
  readonly dryRun: boolean;
  readonly onProgress?: (done: number, total: number, object: string) => void;
}
