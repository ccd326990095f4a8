import { type ActionChoice, chooseTraining, emptyState, NEEDS_CONSIDERED, nextActions } from '../../core/index.ts';
import type { Random } from '../random.ts';
import { type Learner, momentOf } from './learner.ts';
import type { SimulatedNugget, SimulatedWorld } from './simulated-world.ts';

/** Chooses the nugget that a person takes next; undefined: nothing. */
export type Choose = (learner: Learner, day: number) => SimulatedNugget | undefined;

/** A way to choose, made for one run over one world. */
export type Policy = (world: SimulatedWorld, random: Random) => Choose;

/** Days ahead for which the policy that knows everything plans. */
const AHEAD = 28;

/** What Fluency's readiness page offers: the most urgent skills, and the nugget that serves one of them best. */
export const recommended: Policy =
  ({ nuggets }) =>
  (learner, day) => {
    const now = momentOf(day);
    const skills = learner.person.targets.map(({ skillCode, target, weight }): ActionChoice => ({
      skillCode,
      state: learner.states.get(skillCode) ?? emptyState(),
      skill: learner.difficultyOf(skillCode),
      target,
      weight,
    }));
    const needs = nextActions(skills, learner.state, now).slice(0, NEEDS_CONSIDERED);
    return chooseTraining(needs, nuggets, learner.history, now)?.nugget;
  };

/** What most people of the company have completed, of what is about a skill of the role. */
export const popularity: Policy = ({ nuggets }) => {
  const completed = new Map(nuggets.map(({ id, popularity: before }) => [id, before]));
  return (learner) => {
    const [best] = offered(nuggets, learner).sort(
      (a, b) => (completed.get(b.id) ?? 0) - (completed.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1),
    );
    if (best) completed.set(best.id, (completed.get(best.id) ?? 0) + 1);
    return best;
  };
};

/**
 * A course for the role as a careful author would build it: round by round, one nugget of each level for each skill,
 * easy levels first, what others build on first; at the end from the beginning.
 */
export const curriculum: Policy = ({ nuggets, skills }) => {
  const depth = new Map(skills.map(({ code, buildsOn }) => [code, buildsOn === undefined ? 0 : 1]));
  const course = [...nuggets].sort(
    (a, b) =>
      a.round - b.round ||
      a.level - b.level ||
      (depth.get(mainSkill(a)) ?? 0) - (depth.get(mainSkill(b)) ?? 0) ||
      (a.id < b.id ? -1 : 1),
  );
  return (learner) => {
    const own = course.filter((nugget) => isAsked(nugget, learner));
    return own[learner.history.length % own.length];
  };
};

/** Any nugget about a skill of the role. */
export const chance: Policy =
  ({ nuggets }, random) =>
  (learner) => {
    const offers = offered(nuggets, learner);
    return offers[Math.floor(random() * offers.length)];
  };

/**
 * What someone would choose who sees everything that is hidden: the nugget that closes most of the gap in four weeks'
 * time for each minute. No policy that has only answers to go by can reach it.
 */
export const allKnowing: Policy =
  ({ nuggets }) =>
  (learner, day) => {
    const targets = new Map(learner.person.targets.map((target) => [target.skillCode, target]));
    const worth = (nugget: SimulatedNugget) => {
      let closed = 0;
      for (const [code, share] of Object.entries(nugget.skills)) {
        const { target = 0, weight = 0 } = targets.get(code) ?? {};
        if (weight === 0) continue;
        const gap = (readiness: number) => Math.max(0, target - readiness);
        const after = learner.taught(code, nugget, share, day);
        closed +=
          weight * (gap(learner.readiness(code, day + AHEAD)) - gap(learner.readiness(code, day + AHEAD, after)));
      }
      return closed / minutesOf(nugget);
    };
    const [best] = nuggets
      .map((nugget) => ({ nugget, worth: worth(nugget) }))
      .sort((a, b) => b.worth - a.worth || (a.nugget.id < b.nugget.id ? -1 : 1));
    return best && best.worth > 0 ? best.nugget : undefined;
  };

/** Minutes that a nugget takes with its checks. */
export function minutesOf({ minutes, checks }: SimulatedNugget): number {
  return minutes + 0.5 * checks.length;
}

/** Nuggets about skills of the role that the person completed least often: all once before any of them again. */
function offered(nuggets: readonly SimulatedNugget[], learner: Learner): SimulatedNugget[] {
  const times = new Map<string, number>();
  for (const { nuggetId } of learner.history) times.set(nuggetId, (times.get(nuggetId) ?? 0) + 1);
  const asked = nuggets.filter((nugget) => isAsked(nugget, learner));
  const least = Math.min(...asked.map(({ id }) => times.get(id) ?? 0));
  return asked.filter(({ id }) => (times.get(id) ?? 0) === least);
}

function isAsked(nugget: SimulatedNugget, { person: { targets } }: Learner): boolean {
  const code = mainSkill(nugget);
  return targets.some(({ skillCode }) => skillCode === code);
}

function mainSkill({ skills }: SimulatedNugget): string {
  return Object.entries(skills).find(([, weight]) => weight === 1)?.[0] ?? '';
}
