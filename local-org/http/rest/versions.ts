const OLDEST = 31;
const NEWEST = 66;

/** Versions of the API that the org names; it answers any later one alike. */
export const API_VERSIONS: readonly string[] = Array.from(
  { length: NEWEST - OLDEST + 1 },
  (_, index) => `${OLDEST + index}.0`,
);

/** True for a version segment such as `v66.0`. */
export function isApiVersion(segment: string): boolean {
  return /^v\d{2,3}\.0$/.test(segment);
}
