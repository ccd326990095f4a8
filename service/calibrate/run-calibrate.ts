import { createHash } from 'node:crypto';
import { MODEL_VERSION, orderEvidence, type Evidence } from '../../core/index.ts';
import { type Answer, calibrate, type Calibration, serializeParameters } from '../../core/readiness/fit/index.ts';
import { type Replica, writeSetting } from '../replica/index.ts';
import { deriveEvidence } from '../sync/derive-evidence.ts';
import { evidenceOf } from '../sync/evidence.ts';

export interface CalibrationReport extends Omit<Calibration, 'parameters'> {
  /** Written into states computed with the fitted parameters; undefined where the defaults stay. */
  readonly version?: string;
  /** The parameters as JSON, for a file. */
  readonly exported?: string;
}

/** The latest moment that a date can be. */
const END_OF_TIME = 8.64e15;

/**
 * Fits the model on the evidence in the replica. Where that is surely better than the defaults, the parameters are
 * kept in the replica, from where sync reads them; where it is not, earlier ones are dropped. `dryRun` only reports.
 */
export async function runCalibrate({ db, sql }: Replica, dryRun: boolean): Promise<CalibrationReport> {
  deriveEvidence(sql);
  const evidence = orderEvidence(evidenceOf(sql, END_OF_TIME));
  const { parameters, ...report } = calibrate(evidence.map(toAnswer), versionOf(evidence));
  const exported = parameters && serializeParameters(parameters);
  if (!dryRun) await writeSetting(db, 'readiness_parameters', exported ?? '');
  return parameters && exported !== undefined ? { ...report, version: parameters.version, exported } : report;
}

function toAnswer({ kind, personId, skillCode, itemId, at, value }: Evidence): Answer {
  return { kind, personId, skillCode, value, moment: Date.parse(at), ...(itemId === undefined ? {} : { itemId }) };
}

/** The same evidence gives the same version; at most 20 characters, as the field for it. */
function versionOf(evidence: readonly Evidence[]): string {
  const hash = createHash('sha256');
  for (const { id, value } of evidence) hash.update(`${id} ${value}\n`);
  return `${MODEL_VERSION}+${hash.digest('hex').slice(0, 10)}`;
}
