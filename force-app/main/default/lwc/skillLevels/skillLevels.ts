import { assessLabels as labels } from 'c/labels';

/** One of the five levels a manager chooses between. */
export interface Level {
  /** 0–100, as `Level__c` holds it. */
  readonly value: number;
  readonly name: string;
  /** Shown where the skill has no words of its own. */
  readonly general: string;
}

/** The middle of each fifth of the scale. */
export const LEVELS: readonly Level[] = [
  { value: 10, name: labels.levelName1, general: labels.general1 },
  { value: 30, name: labels.levelName2, general: labels.general2 },
  { value: 50, name: labels.levelName3, general: labels.general3 },
  { value: 70, name: labels.levelName4, general: labels.general4 },
  { value: 90, name: labels.levelName5, general: labels.general5 },
];

/** The level nearest to a value; observations of other origin may have any from 0 to 100. */
export function levelOf(value: number): Level | undefined {
  return [...LEVELS].sort((a, b) => Math.abs(a.value - value) - Math.abs(b.value - value))[0];
}
