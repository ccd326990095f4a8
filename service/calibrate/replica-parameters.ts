import { DEFAULT_PARAMETERS, type ReadinessParameters } from '../../core/index.ts';
import { parseParameters } from '../../core/readiness/fit/index.ts';
import { messageOf, FluencyError } from '../error.ts';
import { type ReplicaDatabase, readSetting } from '../replica/index.ts';

/**
 * The parameters that `fluency calibrate` left in the replica, or the defaults.
 *
 * @throws FluencyError PARAMETERS_UNREADABLE when they are of another model
 */
export async function replicaParameters(db: ReplicaDatabase): Promise<ReadinessParameters> {
  const text = await readSetting(db, 'readiness_parameters');
  if (text === undefined || text === '') return DEFAULT_PARAMETERS;
  try {
    return parseParameters(text);
  } catch (error) {
    throw new FluencyError('PARAMETERS_UNREADABLE', messageOf(error), {
      nextStep: 'Run `fluency calibrate` again, or `fluency sync --rebuild` to return to the defaults.',
      cause: error,
    });
  }
}
