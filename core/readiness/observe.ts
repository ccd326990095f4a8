import { ABILITY_FEATURE, PERSON_FEATURE } from './features/skill-features.ts';
import {
  abilityVarianceAt,
  freshCheckFactor,
  logistic,
  logit,
  personVarianceAt,
  skillLogOdds,
} from './features/log-odds.ts';
import { decayOf, stabilityAfterFailure, stabilityAfterSuccess } from './features/time.ts';
import { emptyItem } from './empty-states.ts';
import type { ReadinessParameters } from './parameters.ts';
import { roundTo } from './round.ts';
import type { ItemState, Observation, ReadinessState, SkillState, UpdateInput } from './types.ts';

/** A streak is not counted beyond this. */
const LONGEST_STREAK = 30;

/**
 * What one piece of evidence changes, in constant time and without looking at anything else; `update` is this with
 * its input checked and its contribution named. `moment` must not lie before the states' moments.
 */
export function observe(input: UpdateInput, observation: Observation, parameters: ReadinessParameters): UpdateInput {
  return observation.kind === 'assessment'
    ? observeLevel(input, observation, parameters)
    : observeAnswer(input, observation, parameters);
}

/** A pass or a miss: moves the person, the person in the skill, the skill and, for a graded check, the item. */
function observeAnswer(
  { state, person, skill, item }: UpdateInput,
  observation: Observation,
  parameters: ReadinessParameters,
): UpdateInput {
  // prettier-ignore
  const { kind, value, moment } = observation;
  const isCheck = kind === 'check';
  const asked = item ?? emptyItem(parameters);
  const weight = parameters.evidenceWeight[kind];
  const personVariance = Math.min(parameters.personVariance, personVarianceAt(person, moment, parameters) + parameters.personStep); // prettier-ignore
  const abilityVariance = Math.min(parameters.abilityVariance, abilityVarianceAt(state, moment, parameters) + parameters.abilityStep); // prettier-ignore
  const chance = logistic(parameters.intercept + person.mean + state.ability - skill.mean - asked.mean);
  const information = weight * chance * (1 - chance);
  const total = 1 + information * (personVariance + abilityVariance + skill.variance + asked.variance);
  const surprise = weight * (value - chance);
  const step = surprise / total;
  const kept = information / total;
  return {
    state: stateAfter(state, observation, surprise, parameters, {
      ability: roundTo(state.ability + abilityVariance * step, 5),
      variance: roundTo(abilityVariance - abilityVariance * abilityVariance * kept, 5),
    }),
    person: {
      mean: roundTo(person.mean + personVariance * step, 5),
      variance: roundTo(personVariance - personVariance * personVariance * kept, 5),
      count: person.count + 1,
      residual: residualAfter(person.residual, surprise, value, parameters.personResidualDecay),
      streak: isCheck ? streakAfter(person.streak, value) : person.streak,
      passes: isCheck ? person.passes + (value >= 0.5 ? 1 : 0) : person.passes,
      misses: isCheck ? person.misses + (value >= 0.5 ? 0 : 1) : person.misses,
      at: moment,
      lastItem: isCheck ? observation.itemId : person.lastItem,
      lastSkill: isCheck ? observation.skillCode : person.lastSkill,
    },
    skill: skillAfter(skill, step, kept),
    item: item && isCheck ? moved(item, step, kept) : item,
  };
}

function moved(item: ItemState, step: number, kept: number): ItemState {
  const mean = roundTo(item.mean - item.variance * step, 5);
  const variance = roundTo(item.variance - item.variance * item.variance * kept, 5);
  const count = item.count + 1;
  return item.context === undefined ? { mean, variance, count } : { mean, variance, count, context: item.context };
}

function skillAfter(skill: SkillState, step: number, kept: number): SkillState {
  const { mean, variance, count } = moved(skill, step, kept);
  if (skill.table === undefined && skill.context === undefined) return { mean, variance, count };
  return { mean, variance, count, table: skill.table, context: skill.context };
}

/** Counts, residual, streak, stability and practice of a person in a skill after a pass or a miss. */
function stateAfter(
  before: ReadinessState,
  { kind, value, moment }: Observation,
  surprise: number,
  parameters: ReadinessParameters,
  { ability, variance }: Pick<ReadinessState, 'ability' | 'variance'>,
): ReadinessState {
  const isCheck = kind === 'check';
  const passed = value >= 0.5;
  const weight = parameters.evidenceWeight[kind];
  const decay = decayOf(before, moment, parameters);
  const aged = before.failures * decay;
  return {
    ability,
    variance,
    residual: residualAfter(before.residual, surprise, value, parameters.skillResidualDecay),
    streak: isCheck ? streakAfter(before.streak, value) : before.streak,
    passes: isCheck && passed ? before.passes + 1 : before.passes,
    misses: isCheck && !passed ? before.misses + 1 : before.misses,
    successes: roundTo(before.successes * decay + weight * value, 5),
    // A miss never makes the earlier ones lighter.
    failures: roundTo(passed ? aged : Math.max(before.failures, aged + weight * (1 - value)), 5),
    count: before.count + 1,
    weight: roundTo(before.weight + weight, 2),
    points: before.points,
    stability: isCheck ? stabilityAfter(passed, before, moment, parameters) : before.stability,
    at: moment,
    practisedAt: practisedAfter(before, kind, passed, moment, parameters),
  };
}

/** Recent surprises, older ones counting less. A success never lowers it, a failure never raises it. */
function residualAfter(residual: number, surprise: number, value: number, decay: number): number {
  const next = roundTo(residual * decay + surprise, 5);
  return value >= 0.5 ? Math.max(residual, next) : Math.min(residual, next);
}

function streakAfter(streak: number, value: number): number {
  return value >= 0.5
    ? Math.min(LONGEST_STREAK, Math.max(0, streak) + 1)
    : Math.max(-LONGEST_STREAK, Math.min(0, streak) - 1);
}

function stabilityAfter(passed: boolean, before: ReadinessState, moment: number, parameters: ReadinessParameters) {
  return roundTo(
    passed ? stabilityAfterSuccess(before, moment, parameters) : stabilityAfterFailure(before, parameters),
    3,
  );
}

/** Only a passed check is practice; reading again makes good some of the time since. */
function practisedAfter(
  { practisedAt }: ReadinessState,
  kind: Observation['kind'],
  passed: boolean,
  moment: number,
  parameters: ReadinessParameters,
): number | undefined {
  if (kind === 'check' && passed) return moment;
  if (kind !== 'completion' || practisedAt === undefined) return practisedAt;
  return Math.round(practisedAt + parameters.completionRefresh * Math.max(0, moment - practisedAt));
}

/** A manager's 0–1 reading of the level: moves the person and the person in the skill toward it. */
function observeLevel(
  { state, person, skill, item }: UpdateInput,
  { value, moment }: Observation,
  parameters: ReadinessParameters,
): UpdateInput {
  const personWeight = parameters.skillWeights[PERSON_FEATURE] ?? 0;
  const abilityWeight = parameters.skillWeights[ABILITY_FEATURE] ?? 0;
  const personVariance = personVarianceAt(person, moment, parameters);
  const abilityVariance = abilityVarianceAt(state, moment, parameters);
  const surprise = logit(value) / freshCheckFactor(parameters) - skillLogOdds(state, person, skill, moment, parameters);
  const personGain = personWeight * personVariance;
  const abilityGain = abilityWeight * abilityVariance;
  const total = personWeight * personGain + abilityWeight * abilityGain + parameters.assessmentVariance;
  const decay = decayOf(state, moment, parameters);
  return {
    state: {
      ...state,
      ability: roundTo(state.ability + (abilityGain / total) * surprise, 5),
      variance: roundTo(abilityVariance - (abilityGain * abilityGain) / total, 5),
      successes: roundTo(state.successes * decay, 5),
      count: state.count + 1,
      weight: roundTo(state.weight + parameters.evidenceWeight.assessment, 2),
      at: moment,
    },
    person: {
      ...person,
      mean: roundTo(person.mean + (personGain / total) * surprise, 5),
      variance: roundTo(personVariance - (personGain * personGain) / total, 5),
      count: person.count + 1,
      at: moment,
    },
    skill,
    item,
  };
}
