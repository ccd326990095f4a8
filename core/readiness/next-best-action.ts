import { isoDateOf } from '../situation/days.ts';
import { dueForReview } from './due-for-review.ts';
import { DEFAULT_PARAMETERS, type ReadinessParameters } from './parameters.ts';
import { predict } from './predict.ts';
import { roundTo } from './round.ts';
import type { NextAction, PersonState, ReadinessState, SkillState } from './types.ts';
import { update } from './update.ts';

/** A skill that could be worked on next. */
export interface ActionChoice {
  readonly skillCode: string;
  readonly state: ReadinessState;
  readonly skill: SkillState;
  /** 0–100. */
  readonly target: number;
  readonly weight: number;
}

/**
 * The skill in which one passed check is predicted to add most to the person's readiness, counting nothing above
 * a target. Undefined where nothing would add. Equal gains are decided by skill code.
 */
export function nextBestAction(
  skills: readonly ActionChoice[],
  person: PersonState,
  now: Date,
  parameters: ReadinessParameters = DEFAULT_PARAMETERS,
): NextAction | undefined {
  const total = skills.reduce((sum, { weight }) => sum + Math.max(0, weight), 0);
  if (total === 0) return undefined;
  const actions = skills.map((choice): NextAction => {
    const gain = roundTo((gainOf(choice, person, now, parameters) * Math.max(0, choice.weight)) / total, 3);
    return { skillCode: choice.skillCode, gain, kind: kindOf(choice, person, now, parameters) };
  });
  const [best] = actions
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain - a.gain || (a.skillCode < b.skillCode ? -1 : 1));
  return best;
}

function gainOf(
  { state, skill, target }: ActionChoice,
  person: PersonState,
  now: Date,
  parameters: ReadinessParameters,
) {
  const passed = update(
    { state, person, skill },
    { id: 'next', kind: 'check', personId: '', skillCode: '', at: now.toISOString(), value: 1 },
    parameters,
  );
  const before = predict(state, person, skill, now, parameters).score;
  const after = predict(passed.state, passed.person, passed.skill, now, parameters).score;
  return Math.max(0, Math.min(target, after) - Math.min(target, before));
}

function kindOf(
  { state, skill, target }: ActionChoice,
  person: PersonState,
  now: Date,
  parameters: ReadinessParameters,
): NextAction['kind'] {
  if (state.weight < parameters.enoughWeight) return 'measure';
  const due = dueForReview(state, person, skill, target, now, parameters);
  return due !== undefined && due <= isoDateOf(now.getTime()) ? 'review' : 'learn';
}
