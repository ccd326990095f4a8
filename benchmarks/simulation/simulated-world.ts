import type { RoleTarget } from '../../core/index.ts';
import { type Random, whole } from '../random.ts';
import { QUESTION_SPREAD } from './answering.ts';
import { normal, streamOf, within } from './chance.ts';
import type { Memory } from './memory.ts';
import type { WorldOptions } from './world-options.ts';

export interface SimulatedSkill {
  readonly code: string;
  /** Mean difficulty of its questions, in log-odds. */
  readonly difficulty: number;
  /** The skill that it builds on. */
  readonly buildsOn?: string;
}

export interface SimulatedNugget {
  readonly id: string;
  readonly minutes: number;
  /** 1–5, as its author judged it. */
  readonly level: number;
  /** Which nugget of its level it is for its skill, from 0. */
  readonly round: number;
  /** The skill it is most about has weight 1. */
  readonly skills: Readonly<Record<string, number>>;
  readonly checks: readonly { readonly id: string; readonly skillCode: string; readonly difficulty: number }[];
  /** Hidden: what it teaches, and the mastery that it suits. */
  readonly effect: number;
  readonly suits: number;
  /** How often it had been completed before: better nuggets more often, with luck. */
  readonly popularity: number;
}

export interface SimulatedPerson {
  readonly id: string;
  readonly targets: readonly RoleTarget[];
  /** Hidden: what is known of each skill at the start. */
  readonly memories: ReadonlyMap<string, Memory>;
}

export interface SimulatedWorld {
  readonly options: WorldOptions;
  readonly skills: readonly SimulatedSkill[];
  readonly nuggets: readonly SimulatedNugget[];
  readonly people: readonly SimulatedPerson[];
}

const ROLES = 2;
const MEAN_MINUTES = 2.5;
/** Mean mastery at the start, and how much of its spread is the person's own over all skills. */
const START = 0.4;
const PERSON_SHARE = 0.5;

/** The world of a seed: the same seed and options give the same one. */
export function simulatedWorld(seed: number, people: number, options: WorldOptions): SimulatedWorld {
  const random = streamOf(seed, 0);
  const skills = Array.from({ length: options.skills }, (_unused, i): SimulatedSkill => ({
    code: `skill-${String(i).padStart(2, '0')}`,
    difficulty: normal(0, 0.5, random),
    buildsOn: i % 3 === 2 ? `skill-${String(i - 2).padStart(2, '0')}` : undefined,
  }));
  const nuggets = skills.flatMap((skill) =>
    Array.from({ length: options.nuggetsPerSkill }, (_unused, i) => nuggetOf(skill, i, skills, random, options)),
  );
  const roles = Array.from({ length: ROLES }, () => targetsOf(skills, random));
  return {
    options,
    skills,
    nuggets,
    people: Array.from({ length: people }, (_unused, i) => personOf(i, roles[i % ROLES] ?? [], random, options)),
  };
}

/** Levels go round from 1 to 5, so that each skill has easy and hard nuggets; authors' levels are not exact. */
function nuggetOf(
  skill: SimulatedSkill,
  index: number,
  skills: readonly SimulatedSkill[],
  random: Random,
  { checksPerNugget, effect }: WorldOptions,
): SimulatedNugget {
  const id = `${skill.code}-${index}`;
  const level = (index % 5) + 1;
  const other = skills[whole(0, skills.length - 1, random)]?.code;
  const quality = normal(0, 0.4, random);
  const minutes = whole(1, 4, random);
  return {
    id,
    minutes,
    level,
    round: Math.floor(index / 5),
    skills: { ...(random() < 0.3 && other !== undefined && { [other]: 0.5 }), [skill.code]: 1 },
    checks: Array.from({ length: checksPerNugget }, (_unused, i) => ({
      id: `${id}-${i}`,
      skillCode: skill.code,
      difficulty: skill.difficulty + normal(0, QUESTION_SPREAD, random),
    })),
    // Longer ones teach more, though not in proportion.
    effect: within(0, 0.9, effect * Math.sqrt(minutes / MEAN_MINUTES) * Math.exp(quality)),
    suits: within(0, 1, (level - 0.5) / 5 + normal(0, 0.1, random)),
    popularity: Math.round(20 * Math.exp(quality + normal(0, 0.5, random))),
  };
}

/** A role asks for three quarters of the skills, for some of them more and with more weight. */
function targetsOf(skills: readonly SimulatedSkill[], random: Random): RoleTarget[] {
  const targets = skills
    .filter((_skill, i) => random() < 0.75 || i === 0)
    .map(({ code }) => ({ skillCode: code, domain: 'Product', component: 'Knowledge' }));
  return targets.map((target) => ({
    ...target,
    target: 60 + 5 * whole(0, 4, random),
    weight: whole(1, 4, random) / 2,
  }));
}

/** What was known before has been in use: it lasts. */
function personOf(
  index: number,
  targets: readonly RoleTarget[],
  random: Random,
  { spread, halfLife, skills }: WorldOptions,
): SimulatedPerson {
  const general = normal(START, spread * Math.sqrt(PERSON_SHARE), random);
  const memories = Array.from({ length: skills }, (_unused, i): [string, Memory] => {
    const known = within(0.02, 0.95, normal(general, spread * Math.sqrt(1 - PERSON_SHARE), random));
    return [`skill-${String(i).padStart(2, '0')}`, { known, lasting: known, halfLife, at: 0 }];
  });
  return { id: `person-${String(index).padStart(3, '0')}`, targets, memories: new Map(memories) };
}
