/** How a simulated world works. Abilities are mastery, a share from 0 to 1; times are days. */
export interface WorldOptions {
  readonly skills: number;
  readonly nuggetsPerSkill: number;
  /** Days in which half of what was learned and does not last is forgotten, after learning once. */
  readonly halfLife: number;
  /** How far from the best difficulty a nugget still teaches (standard deviation, in mastery); Infinity: any does. */
  readonly zoneWidth: number;
  /** Share of a nugget's effect that is lost by someone who knows nothing of what it builds on. */
  readonly prerequisiteLoss: number;
  /** Mean share of what is missing that a well-fitting nugget teaches. */
  readonly effect: number;
  readonly checksPerNugget: number;
  /** Chance of guessing right. */
  readonly guess: number;
  /** Standard deviation, over people and skills, of mastery at the start; larger: gaps differ more from person to person. */
  readonly spread: number;
}

export const DEFAULT_WORLD: WorldOptions = {
  skills: 12,
  nuggetsPerSkill: 10,
  halfLife: 21,
  zoneWidth: 0.25,
  prerequisiteLoss: 0.5,
  effect: 0.25,
  checksPerNugget: 3,
  guess: 0.25,
  spread: 0.18,
};

/** Worlds that differ from the default in one way each, so that no result hangs on one choice. */
export const WORLDS: readonly (readonly [string, WorldOptions])[] = [
  ['default', DEFAULT_WORLD],
  ['fast forgetting', { ...DEFAULT_WORLD, halfLife: 7 }],
  ['slow forgetting', { ...DEFAULT_WORLD, halfLife: 90 }],
  ['few skills', { ...DEFAULT_WORLD, skills: 5 }],
  ['many skills', { ...DEFAULT_WORLD, skills: 24 }],
  ['small library', { ...DEFAULT_WORLD, nuggetsPerSkill: 5 }],
  ['any level teaches', { ...DEFAULT_WORLD, zoneWidth: Infinity }],
  ['narrow zone', { ...DEFAULT_WORLD, zoneWidth: 0.15 }],
  ['no prerequisites', { ...DEFAULT_WORLD, prerequisiteLoss: 0 }],
  ['one check a nugget', { ...DEFAULT_WORLD, checksPerNugget: 1 }],
  ['weak nuggets', { ...DEFAULT_WORLD, effect: 0.12 }],
  ['people alike', { ...DEFAULT_WORLD, spread: 0.06 }],
];
