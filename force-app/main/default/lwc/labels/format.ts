/**
 * Fills the places `{0}`, `{1}` … of a label. A place without a value stays as it is, so that the fault is seen.
 *
 * @example format('{0} of {1}', 3, 4) // "3 of 4"
 */
export function format(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d+)\}/g, (place, index: string) => {
    const value = values[Number(index)];
    return value === undefined ? place : String(value);
  });
}
