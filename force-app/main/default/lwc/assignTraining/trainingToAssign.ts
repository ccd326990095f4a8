import type { AssignReason } from 'c/assignments';

/** Somebody to assign to. */
export interface Learner {
  readonly id: string;
  readonly name: string;
}

/** What the dialog is opened with, beside its label and size. */
export interface TrainingToAssign {
  readonly people: readonly Learner[];
  readonly reason: AssignReason;
  readonly skillId?: string;
  readonly skillName?: string;
  readonly nuggetId?: string;
  readonly pathId?: string;
  readonly launchId?: string;
}

/** What `AssignTraining.open` resolves with; undefined when nothing was assigned. */
export interface AssignedTraining {
  readonly assignmentIds: readonly string[];
}
