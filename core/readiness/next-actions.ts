import { DAY, isoDateOf } from '../situation/days.ts';
import type { IsoDate } from '../situation/types.ts';
import { dueForReview } from './due-for-review.ts';
import { expectedGap } from './expected-gap.ts';
import { DEFAULT_PARAMETERS, type ReadinessParameters } from './parameters.ts';
import { predict } from './predict.ts';
import { roundTo } from './round.ts';
import type { NextAction, PersonState, ReadinessState, Score, SkillState } from './types.ts';

/** A skill that could be worked on next, as it was published. */
export interface ScoredSkill {
  readonly skillCode: string;
  readonly score: Omit<Score, 'evidenceCount'>;
  /** 0–100. */
  readonly target: number;
  readonly weight: number;
  /** Epoch milliseconds. */
  readonly lastEvidenceAt?: number;
  readonly dueForReview?: IsoDate;
}

/** The same, of which the model's state is known. */
export interface ActionChoice {
  readonly skillCode: string;
  readonly state: ReadinessState;
  readonly skill: SkillState;
  /** 0–100. */
  readonly target: number;
  readonly weight: number;
}

/** What one nugget is taken to teach, in log-odds. Only the order of skills hangs on it, and hardly. */
const LEARNED = 0.5;
/** Days after which a skill that was worked on counts half as urgent again as one that never was. */
const SETTLING_DAYS = 21;
/** Work of this very moment counts as this long ago, so that a single skill may be gone on with. */
const MINUTE_DAYS = 1 / (24 * 60);

/**
 * The skills in which training is expected to close a gap, most urgent first: by the part of the gap that one nugget
 * is expected to close, by weight, less for a skill that was worked on lately. What was just learned is still in
 * mind, so that answers say little about what stays; and training that is spread out lasts longer. Equal ones are
 * ordered by skill code.
 */
export function rankActions(
  skills: readonly ScoredSkill[],
  now: Date,
  parameters: ReadinessParameters = DEFAULT_PARAMETERS,
): NextAction[] {
  const total = skills.reduce((sum, { weight }) => sum + Math.max(0, weight), 0);
  if (total === 0) return [];
  return skills
    .map((scored): NextAction => {
      const { skillCode, score, target, weight, lastEvidenceAt } = scored;
      const closed = expectedGap(score, target, 0, parameters) - expectedGap(score, target, LEARNED, parameters);
      const gain = (closed * Math.max(0, weight)) / total;
      return {
        skillCode,
        gain: roundTo(gain, 3),
        urgency: roundTo(gain * settledShare(lastEvidenceAt, now), 5),
        score: score.score,
        kind: kindOf(scored, now),
      };
    })
    .filter(({ gain, urgency }) => gain > 0 && urgency > 0)
    .sort((a, b) => b.urgency - a.urgency || (a.skillCode < b.skillCode ? -1 : 1));
}

/** The same from the model's states, which may be newer than what was published. */
export function nextActions(
  skills: readonly ActionChoice[],
  person: PersonState,
  now: Date,
  parameters: ReadinessParameters = DEFAULT_PARAMETERS,
): NextAction[] {
  const scored = skills.map(({ skillCode, state, skill, target, weight }) => ({
    skillCode,
    score: predict(state, person, skill, now, parameters),
    target,
    weight,
    lastEvidenceAt: state.at,
    dueForReview: dueForReview(state, person, skill, target, now, parameters),
  }));
  return rankActions(scored, now, parameters);
}

/** 1 where nothing was ever done, near 0 right after something was. */
function settledShare(lastEvidenceAt: number | undefined, now: Date): number {
  if (lastEvidenceAt === undefined) return 1;
  const days = Math.max(MINUTE_DAYS, (now.getTime() - lastEvidenceAt) / DAY);
  return days / (days + SETTLING_DAYS);
}

function kindOf({ score, target, dueForReview: due }: ScoredSkill, now: Date): NextAction['kind'] {
  if (!score.enoughEvidence) return 'measure';
  if (due !== undefined && due <= isoDateOf(now.getTime())) return 'review';
  return score.score < target ? 'learn' : 'measure';
}
