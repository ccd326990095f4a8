import { streamOf } from './chance.ts';
import { type Difficulties, Learner } from './learner.ts';
import { minutesOf, type Policy } from './policies.ts';
import type { SimulatedWorld } from './simulated-world.ts';

export interface Season {
  readonly weeks: number;
  readonly minutesPerWeek: number;
}

/** What is true of the people at the end of a week. */
export interface Outcome {
  /** Points of hidden readiness missing to the targets: mean over people of their mean by weight. */
  readonly gap: number;
  /** Share of people whose hidden role readiness, counting nothing above a target, is within two points of its target. */
  readonly ready: number;
  /** Share of all targets that hidden readiness reaches. */
  readonly reached: number;
}

/** Learning days of a week: Tuesday and Thursday. */
const DAYS = [1, 3];
/** A minute, in days. */
const MINUTE = 1 / (24 * 60);
/** A person whose mean gap is no more than this many points counts as ready. */
const CLOSE = 2;

/** Everybody learns as the policy says; the outcome at the start and at the end of each week. */
export function runPolicy(world: SimulatedWorld, policy: Policy, seed: number, season: Season): Outcome[] {
  const random = streamOf(seed, 1);
  const choose = policy(world, random);
  const skills = new Map(world.skills.map((skill) => [skill.code, skill]));
  const difficulties: Difficulties = { items: new Map(), skills: new Map() };
  const learners = world.people.map((person) => new Learner(person, world, skills, difficulties));
  const outcomes = [outcomeOn(0, learners)];
  for (let week = 0; week < season.weeks; week += 1) {
    for (const weekday of DAYS) {
      for (const learner of learners) {
        // What was not used in one session may be used later, what was used too much is owed.
        learner.minutes += season.minutesPerWeek / DAYS.length;
        let day = 7 * week + weekday;
        while (learner.minutes > 0) {
          const nugget = choose(learner, day);
          if (!nugget) {
            learner.minutes = 0;
            break;
          }
          learner.take(nugget, day, random);
          learner.minutes -= minutesOf(nugget);
          day += minutesOf(nugget) * MINUTE;
        }
      }
    }
    outcomes.push(outcomeOn(7 * (week + 1), learners));
  }
  return outcomes;
}

function outcomeOn(day: number, learners: readonly Learner[]): Outcome {
  let gaps = 0;
  let ready = 0;
  let reached = 0;
  let asked = 0;
  for (const learner of learners) {
    let gap = 0;
    let weights = 0;
    for (const { skillCode, target, weight } of learner.person.targets) {
      const missing = Math.max(0, target - learner.readiness(skillCode, day));
      gap += weight * missing;
      weights += weight;
      reached += missing === 0 ? 1 : 0;
      asked += 1;
    }
    gaps += gap / weights;
    ready += gap / weights <= CLOSE ? 1 : 0;
  }
  return { gap: gaps / learners.length, ready: ready / learners.length, reached: reached / asked };
}
