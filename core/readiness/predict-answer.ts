import type { Question } from './features/answer-features.ts';
import { answerLogOdds, logistic } from './features/log-odds.ts';
import { DEFAULT_PARAMETERS, type ReadinessParameters } from './parameters.ts';
import type { UpdateInput } from './types.ts';

/** The probability (0–1) that the person answers this very question right at `moment` (epoch milliseconds). */
export function predictAnswer(
  { state, person, skill, item }: UpdateInput,
  question: Question,
  moment: number,
  parameters: ReadinessParameters = DEFAULT_PARAMETERS,
): number {
  return logistic(answerLogOdds(state, person, skill, item, question, moment, parameters));
}
