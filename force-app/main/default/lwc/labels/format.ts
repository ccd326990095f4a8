import { commonLabels } from './common';

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

/** What is said in one line: "2 min · 3 checks". Nothing stands for what is empty. */
export function inOneLine(facts: readonly (string | undefined)[]): string {
  return facts.filter(Boolean).join(` ${commonLabels.separator} `);
}

/** A whole number, below zero with a minus sign rather than a hyphen: "14", "−3", "0". */
export function whole(value: number): string {
  return String(Math.round(value)).replace('-', '−');
}

/** A whole number with its sign: "+14", "−3", "0". */
export function signed(value: number): string {
  return Math.round(value) > 0 ? `+${whole(value)}` : whole(value);
}
