import { ReadinessStateError, type Score } from 'c/core';
import { continueReadiness, type CheckResponse, type Continuation, type ReadinessRow } from 'c/readinessRecords';
import type { Question } from './question';

/** What is known before a sitting. */
export interface EffectBasis {
  /** The person's published readiness in every skill: without it, old answers in a skill would count as new ones. */
  readonly skills: readonly ReadinessRow[];
  /** The Overall row's state, as core serialised it. */
  readonly personState?: string;
  readonly questions: readonly Question[];
  /** The person's earlier answers to any question. */
  readonly responses: readonly CheckResponse[];
}

/** What one answer did: its points, or nothing because it was practice. */
export interface AnswerEffect {
  readonly questionId: string;
  readonly prompt: string;
  readonly correct: boolean;
  /** Score right after minus score right before; undefined for practice. */
  readonly points?: number;
}

/** What this sitting did to one skill. */
export interface SkillEffect {
  readonly skillCode: string;
  readonly skillName: string;
  readonly target?: number;
  /** Undefined where the published state cannot be gone on from. */
  readonly scores?: { readonly before: Score; readonly after: Score };
  readonly answers: readonly AnswerEffect[];
}

/**
 * What the answers of this sitting did to readiness: the published state and earlier answers, without and with them.
 *
 * @param given the answers of this sitting, each of which is not in `basis.responses`
 * @returns one effect for each skill that was asked about, in the order of the questions
 */
export function readinessEffects(
  personId: string,
  basis: EffectBasis,
  given: readonly CheckResponse[],
  now: Date,
): SkillEffect[] {
  const published = basis.skills.flatMap((row) => (row.skillCode ? [{ ...row, skillCode: row.skillCode }] : []));
  const givenIds = new Set(given.map(({ id }) => id));
  const earlier = basis.responses.filter(({ id }) => !givenIds.has(id));
  const before = attempt(() => continueReadiness(personId, published, basis.personState, earlier));
  const after = attempt(() => continueReadiness(personId, published, basis.personState, [...earlier, ...given]));

  return [...new Set(given.map(({ skillCode }) => skillCode))].map((skillCode) => ({
    skillCode,
    skillName: basis.questions.find((question) => question.skillCode === skillCode)?.skillName ?? skillCode,
    target: published.find((row) => row.skillCode === skillCode)?.target,
    scores: before && after && { before: before.scoreOf(skillCode, now), after: after.scoreOf(skillCode, now) },
    answers: given
      .filter((response) => response.skillCode === skillCode)
      .map((response) => {
        const contribution = after?.contributions.get(skillCode)?.find(({ evidenceId }) => evidenceId === response.id);
        const prompt = basis.questions.find(({ id }) => id === response.questionId)?.prompt ?? '';
        return { questionId: response.questionId, prompt, correct: response.correct, points: contribution?.points };
      }),
  }));
}

/** A state of another model version is no fault of the person: the next sync publishes one we can read. */
function attempt(compute: () => Continuation): Continuation | undefined {
  try {
    return compute();
  } catch (error) {
    if (error instanceof ReadinessStateError) return undefined;
    throw error;
  }
}
