import { commonLabels as labels, format } from 'c/labels';

/** What was just assigned, in words, and the assignments to take back with *Undo*. */
export interface Assigned {
  readonly text: string;
  readonly ids: readonly string[];
}

export const NOTHING_ASSIGNED: Assigned = { text: '', ids: [] };

/** "Training is assigned to Marcus Webb.", or to how many people; whoever had it already does not count. */
export function assignedText(names: readonly string[], assigned: number): string {
  const [only] = names;
  return names.length === 1 && only ? format(labels.assignedOne, only) : format(labels.assignedMany, assigned);
}
