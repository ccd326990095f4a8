export { type CalibrationReport, runCalibrate } from './run-calibrate.ts';
export { replicaParameters } from './replica-parameters.ts';
