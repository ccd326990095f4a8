import { DAY, instantOf } from '../situation/days.ts';
import { levelDistance } from './level-distance.ts';
import type { LearningEventFact } from './types.ts';

/** What choosing needs to know of a nugget. */
export interface NuggetChoice {
  readonly id: string;
  readonly minutes: number;
  /** 1–5. */
  readonly level: number;
  /** Weight by skill code. */
  readonly skills: Readonly<Record<string, number>>;
}

/** A skill to work on. */
export interface TrainingNeed {
  readonly skillCode: string;
  /** How much there is to gain; only the relation to the other needs counts. */
  readonly urgency: number;
  /** 0–100, of the person; undefined where too little is known. */
  readonly score?: number;
}

/** How many of a person's needs are worth asking the org's nuggets for. */
export const NEEDS_CONSIDERED = 5;

/** Days for which a dismissed nugget gives way to any other one. */
const REST_DAYS = 30;
/** Days after which a nugget that was completed is worth half of a new one: the first reading taught the most. */
const FRESH_AGAIN_DAYS = 180;
/** A nugget as far from what suits the person as this (0–1) is worth 0.6 of one that suits. */
const SUITING_WIDTH = 0.25;
/** A score includes what was guessed right: what is really known lies this much lower. */
const GUESSED = 5;
/** Of somebody unknown, little is taken for granted. */
const UNKNOWN_SCORE = 30;
/** What the checks of a nugget take, in minutes. */
const CHECK_MINUTES = 1.5;
/** What is left of the worth of a nugget that the person put aside. */
const DISMISSED_WORTH = 0.001;

/**
 * The nugget to take next, and for which of the needs: the one worth most in relation to the time it takes. It is worth
 * more the more urgent the need, the more it is about that skill, the better its level suits the person, and the
 * longer ago the person completed it. Undefined where no nugget is about any of the skills. Equal ones are decided
 * by id.
 */
export function chooseTraining<T extends NuggetChoice>(
  needs: readonly TrainingNeed[],
  nuggets: readonly T[],
  history: readonly LearningEventFact[],
  now: Date,
): { readonly skillCode: string; readonly nugget: T } | undefined {
  const novelty = noveltyOf(history, now);
  const [best] = needs
    .flatMap(({ skillCode, urgency, score }) =>
      nuggets
        .filter((nugget) => skillCode in nugget.skills)
        .map((nugget) => {
          const suiting = suits(nugget, score) * (nugget.skills[skillCode] ?? 0);
          const time = Math.max(0, nugget.minutes) + CHECK_MINUTES;
          return { skillCode, nugget, worth: (urgency * suiting * (novelty.get(nugget.id) ?? 1)) / time };
        }),
    )
    .sort((a, b) => b.worth - a.worth || (a.nugget.id < b.nugget.id ? -1 : 1));
  return best && { skillCode: best.skillCode, nugget: best.nugget };
}

/** The same for one skill. */
export function chooseNugget<T extends NuggetChoice>(
  nuggets: readonly T[],
  skillCode: string,
  history: readonly LearningEventFact[],
  now: Date,
  score?: number,
): T | undefined {
  return chooseTraining([{ skillCode, urgency: 1, score }], nuggets, history, now)?.nugget;
}

function suits({ level }: NuggetChoice, score = UNKNOWN_SCORE): number {
  const distance = levelDistance(level, score - GUESSED) / SUITING_WIDTH;
  return Math.exp((-distance * distance) / 2);
}

/** What each nugget that the person completed or dismissed is worth of a new one, 0–1. */
function noveltyOf(history: readonly LearningEventFact[], now: Date): Map<string, number> {
  const novelty = new Map<string, number>();
  for (const { nuggetId, type, at, undone } of history) {
    const moment = instantOf(at);
    if (undone === true || moment === undefined) continue;
    const days = Math.max(0, now.getTime() - moment) / DAY;
    const worth = worthAfter(type, days);
    novelty.set(nuggetId, Math.min(worth, novelty.get(nuggetId) ?? 1));
  }
  return novelty;
}

function worthAfter(type: LearningEventFact['type'], days: number): number {
  if (type === 'Completed') return 1 - 2 ** (-days / FRESH_AGAIN_DAYS);
  return type === 'Dismissed' && days <= REST_DAYS ? DISMISSED_WORTH : 1;
}
