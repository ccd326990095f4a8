/** Stands between the name of what local-org does not do and the reason. */
export const GAP_SIGN = '[gap]';
