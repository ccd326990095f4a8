/** Stands between the name of what local-org does not do and the reason. */
export const GAP_SIGN = '[gap]';
/** Stands between the name of a test that is not run and the reason. */
export const SKIP_SIGN = '[not run]';
