import { addDays, daysBetween, workday } from './days.ts';
import type { Person } from './people.ts';
import type { Random } from './random.ts';

/** What the simulation needs to know of the library in the org. */
export interface LibraryNugget {
  readonly id: string;
  readonly skills: readonly string[];
  readonly minutes: number;
  readonly questions: readonly {
    readonly id: string;
    readonly skill: string;
    readonly correct: string;
    readonly options: readonly string[];
  }[];
}

/** Something a person did, in the words of the objects that record it. */
export type LearningStep =
  | {
      readonly kind: 'event';
      readonly at: Date;
      readonly nugget: string;
      readonly type: string;
      readonly seconds: number;
    }
  | {
      readonly kind: 'response';
      readonly at: Date;
      readonly question: string;
      readonly option: string;
      readonly seconds: number;
    }
  | {
      readonly kind: 'assessment';
      readonly at: Date;
      readonly skill: string;
      readonly level: number;
      readonly note: string;
    };

const NOTES = {
  low: ['Read from the slide; the customer noticed.', 'Missed the question behind the question.'],
  middle: ['Solid, with a little help.', 'Good start; lost the thread on price.'],
  high: ['Led the call. Others should listen to it.', 'Answered calmly and with their numbers.'],
};

/** How much of what was learned is left after a while (half in about four months). */
const HALF_LIFE_DAYS = 120;

/** Newcomers learn in their first weeks, and have time for it. */
const ONBOARDING = { days: 100, pace: 2, yield: 1.5 };

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * The learning year of one person: a hidden ability on each skill, which practice raises and time wears down. What
 * the org gets to see are the answers, not the ability.
 *
 * @param skills codes of the skills the person's role asks for
 * @returns steps in order of time
 */
export function learningYear(
  random: Random,
  person: Person,
  library: readonly LibraryNugget[],
  skills: readonly string[],
  now: Date,
): LearningStep[] {
  const steps: LearningStep[] = [];
  const talent = random.normal(-0.45, 0.6);
  const diligence = Math.min(2.2, Math.max(0.35, Math.exp(random.normal(0, 0.4))));
  const base = new Map(skills.map((skill) => [skill, talent + random.normal(0, 0.75)]));
  const learned = new Map(skills.map((skill) => [skill, { gain: 0, at: now }]));
  const difficulty = new Map(
    library.flatMap(({ questions }) => questions.map(({ id }) => [id, random.normal(-0.2, 0.7)])),
  );
  const start = addDays(now, -Math.min(360, daysBetween(person.since ?? addDays(now, -360), now)));
  const end = person.left ?? now;
  const isOnboarding = (at: Date): boolean =>
    person.since !== undefined && daysBetween(person.since, at) < ONBOARDING.days;
  const relevant = library.filter((nugget) => nugget.skills.some((skill) => base.has(skill)));

  const ability = (skill: string, at: Date): number => {
    const { gain, at: when } = learned.get(skill) ?? { gain: 0, at };
    return (base.get(skill) ?? talent) + gain * 0.5 ** (Math.max(0, daysBetween(when, at)) / HALF_LIFE_DAYS);
  };
  const learn = (skill: string, at: Date, amount: number): void => {
    const left = ability(skill, at) - (base.get(skill) ?? talent);
    learned.set(skill, { gain: Math.min(2.4, left + amount * (isOnboarding(at) ? ONBOARDING.yield : 1)), at });
  };

  let day = addDays(start, random.integer(1, 9));
  while (day < end && relevant.length > 0) {
    const at = workday(day, random.integer(8, 17));
    if (at >= end) {
      break;
    }
    const nugget = random.pick(relevant);
    const minute = (n: number): Date => new Date(at.getTime() + n * 60_000);
    const seconds = Math.round(nugget.minutes * 60 * Math.exp(random.normal(-0.1, 0.35)));
    steps.push({ kind: 'event', at, nugget: nugget.id, type: 'Viewed', seconds: 0 });
    if (random.chance(0.86)) {
      steps.push({ kind: 'event', at: minute(nugget.minutes), nugget: nugget.id, type: 'Completed', seconds });
      for (const skill of nugget.skills) {
        learn(skill, at, 0.35);
      }
      nugget.questions.forEach((question, index) => {
        const right = random.chance(
          0.12 + 0.88 * logistic(ability(question.skill, at) - (difficulty.get(question.id) ?? 0) + 0.2),
        );
        const wrong = question.options.filter((option) => option !== question.correct);
        steps.push({
          kind: 'response',
          at: minute(nugget.minutes + 1 + index),
          question: question.id,
          option: right ? question.correct : random.pick(wrong),
          seconds: random.integer(8, 55),
        });
        learn(question.skill, at, 0.12);
      });
      if (random.chance(0.3)) {
        const type = random.chance(0.82) ? 'Helpful' : 'Not Helpful';
        steps.push({ kind: 'event', at: minute(nugget.minutes + 6), nugget: nugget.id, type, seconds: 0 });
      }
    } else if (random.chance(0.2)) {
      steps.push({ kind: 'event', at: minute(1), nugget: nugget.id, type: 'Dismissed', seconds: 0 });
    }
    const pace = diligence * (isOnboarding(at) ? ONBOARDING.pace : 1);
    day = addDays(day, Math.max(1, Math.round(random.integer(5, 14) / pace)));
  }
  for (let quarter = 1; quarter <= 3 && skills.length > 0; quarter += 1) {
    const at = workday(addDays(start, quarter * 88 + random.integer(-9, 9)), 15);
    if (at < end) {
      for (const skill of random.sample(skills, 2)) {
        const level = Math.round(
          Math.min(98, Math.max(5, 100 * logistic(ability(skill, at) + random.normal(0.2, 0.5)))),
        );
        const note = random.pick(level < 45 ? NOTES.low : level < 72 ? NOTES.middle : NOTES.high);
        steps.push({ kind: 'assessment', at, skill, level, note });
      }
    }
  }
  return steps.sort((a, b) => a.at.getTime() - b.at.getTime());
}
