/** A stage as the org defines it. */
export interface Stage {
  readonly value: string;
  readonly label: string;
  readonly closed: boolean;
  readonly won: boolean;
}

export type StepState = 'complete' | 'current' | 'incomplete' | 'won' | 'lost';

export interface PathStep {
  readonly value: string;
  readonly label: string;
  readonly state: StepState;
  /** The last step stands for every way to close until one is chosen. */
  readonly closing: boolean;
}

/** The steps of the path: the open stages in order, then one for the end. */
export function pathSteps(stages: readonly Stage[], current: string | undefined): PathStep[] {
  const open = stages.filter(({ closed }) => !closed);
  const closedStages = stages.filter(({ closed }) => closed);
  const reached = closedStages.find(({ value }) => value === current);
  const position = open.findIndex(({ value }) => value === current);
  const steps: PathStep[] = open.map(({ value, label }, index) => ({
    value,
    label,
    state: reached?.won === true || index < position ? 'complete' : index === position ? 'current' : 'incomplete',
    closing: false,
  }));
  if (closedStages.length === 0) return steps;
  const end: PathStep =
    reached === undefined
      ? { value: '', label: 'Closed', state: 'incomplete', closing: true }
      : { value: reached.value, label: reached.label, state: reached.won ? 'won' : 'lost', closing: true };
  return [...steps, end];
}

/** The step after the current one; undefined at the end. */
export function nextStep(steps: readonly PathStep[]): PathStep | undefined {
  const position = steps.findIndex(({ state }) => state === 'current');
  return position === -1 ? undefined : steps[position + 1];
}
