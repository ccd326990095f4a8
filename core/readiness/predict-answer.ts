import { answerLogOdds, logistic } from './features/log-odds.ts';
import { DEFAULT_PARAMETERS, type ReadinessParameters } from './parameters.ts';
import type { UpdateInput } from './types.ts';

/** The probability (0–1) that the person answers the question in `item` right at `moment` (epoch milliseconds). */
export function predictAnswer(
  input: UpdateInput,
  moment: number,
  parameters: ReadinessParameters = DEFAULT_PARAMETERS,
): number {
  return logistic(answerLogOdds(input, moment, parameters));
}
