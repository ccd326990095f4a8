import { commonLabels as labels, format } from 'c/labels';

/** "Training is assigned to Marcus Webb.", or to how many people; whoever had it already does not count. */
export function assignedText(names: readonly string[], assigned: number): string {
  const [only] = names;
  return names.length === 1 && only ? format(labels.assignedOne, only) : format(labels.assignedMany, assigned);
}
