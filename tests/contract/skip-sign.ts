/** Stands between the name of a test that is not run and the reason. */
export const SKIP_SIGN = '[not run]';
