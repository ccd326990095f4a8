import { emptyItem } from './empty-states.ts';
import { momentOf, valueOf } from './evidence-moment.ts';
import { decayedFailures, decayedSuccesses } from './features/counts.ts';
import { stabilityAfterFailure, stabilityAfterSuccess } from './features/fading.ts';
import {
  abilityVarianceAt,
  freshCheckFactor,
  logistic,
  logit,
  personVarianceAt,
  skillLogOdds,
} from './features/log-odds.ts';
import { DEFAULT_PARAMETERS, type ReadinessParameters } from './parameters.ts';
import { percentOf } from './predict.ts';
import { roundTo } from './round.ts';
import type { Estimate, Evidence, PersonState, ReadinessState, UpdateInput, UpdateResult } from './types.ts';

/**
 * What one piece of evidence changes, in constant time. Each uncertain quantity moves by the surprise times its
 * own variance, and becomes more certain (an extended Kalman filter with a diagonal covariance). The states are
 * rounded as they are stored, so that going on from stored states gives exactly what a replay gives.
 *
 * Evidence older than the state counts as of the state's moment. Throws EvidenceError for a value outside 0–1 or
 * a date that is none.
 */
export function update(
  input: UpdateInput,
  evidence: Evidence,
  parameters: ReadinessParameters = DEFAULT_PARAMETERS,
): UpdateResult {
  const value = valueOf(evidence);
  const moment = Math.max(momentOf(evidence), input.state.at ?? -Infinity, input.person.at ?? -Infinity);
  const observed =
    evidence.kind === 'assessment'
      ? observeLevel(input, value, moment, parameters)
      : observeAnswer(input, value, moment, evidence, parameters);
  const learned = roundTo(Math.max(0, input.state.learned + latent(observed) - latent(input)), 5);
  const practised = {
    ...afterPractice(observed.state, input.state, evidence, value, moment, parameters),
    learned,
  };
  const before = percentOf(skillLogOdds(input.state, input.person, input.skill, moment, parameters), parameters);
  const after = percentOf(skillLogOdds(practised, observed.person, observed.skill, moment, parameters), parameters);
  const points = roundTo(after - before, 2);
  return {
    ...observed,
    state: { ...practised, points: roundTo(input.state.points + points, 2) },
    contribution: { evidenceId: evidence.id, kind: evidence.kind, at: evidence.at, points, value },
  };
}

/** The part of the log-odds that evidence moves, without practice and fading. */
function latent({ state, person, skill }: UpdateInput): number {
  return person.mean + state.ability - skill.mean;
}

/** A pass or a miss: moves the person, the person in the skill, the skill and, for a graded check, the item. */
function observeAnswer(
  { state, person, skill, item }: UpdateInput,
  value: number,
  moment: number,
  { kind }: Evidence,
  parameters: ReadinessParameters,
): UpdateInput {
  const asked = item ?? emptyItem(parameters);
  const weight = parameters.evidenceWeight[kind];
  const personVariance = personVarianceAt(person, moment, parameters);
  const abilityVariance = abilityVarianceAt(state, moment, parameters);
  const chance = logistic(skillLogOdds(state, person, skill, moment, parameters) - asked.mean);
  const information = weight * chance * (1 - chance);
  const total = personVariance + abilityVariance + skill.variance + asked.variance;
  const step = (weight * (value - chance)) / (1 + information * total);
  const kept = information / (1 + information * total);
  const move = (estimate: Estimate, variance: number, sign: 1 | -1): Estimate => ({
    mean: roundTo(estimate.mean + sign * variance * step, 5),
    variance: roundTo(variance - variance * variance * kept, 5),
    count: estimate.count + 1,
  });
  const ability = move({ mean: state.ability, variance: abilityVariance, count: 0 }, abilityVariance, 1);
  return {
    state: { ...state, ability: ability.mean, variance: ability.variance },
    person: { ...move(person, personVariance, 1), at: moment },
    skill: move(skill, skill.variance, -1),
    item: item && kind === 'check' ? move(item, item.variance, -1) : item,
  };
}

/** A manager's 0–1 reading of the level: moves the person and the person in the skill toward it. */
function observeLevel(
  { state, person, skill, item }: UpdateInput,
  value: number,
  moment: number,
  parameters: ReadinessParameters,
): UpdateInput {
  const personVariance = personVarianceAt(person, moment, parameters);
  const abilityVariance = abilityVarianceAt(state, moment, parameters);
  const read = logit(value) / freshCheckFactor(parameters);
  const surprise = read - skillLogOdds(state, person, skill, moment, parameters);
  const total = personVariance + abilityVariance + parameters.assessmentVariance;
  const moved = (mean: number, variance: number) => roundTo(mean + (variance / total) * surprise, 5);
  const surer = (variance: number) => roundTo(variance - (variance * variance) / total, 5);
  return {
    state: { ...state, ability: moved(state.ability, abilityVariance), variance: surer(abilityVariance) },
    person: personAfter(person, moved(person.mean, personVariance), surer(personVariance), moment),
    skill,
    item,
  };
}

function personAfter(person: PersonState, mean: number, variance: number, moment: number): PersonState {
  return { mean, variance, count: person.count + 1, at: moment };
}

/** Counts, stability and the moment of practice after the evidence. */
function afterPractice(
  observed: ReadinessState,
  before: ReadinessState,
  { kind }: Evidence,
  value: number,
  moment: number,
  parameters: ReadinessParameters,
): ReadinessState {
  const weight = parameters.evidenceWeight[kind];
  const successes = decayedSuccesses(before, moment, parameters);
  const failures = decayedFailures(before, moment, parameters);
  const common = { ...observed, count: before.count + 1, weight: roundTo(before.weight + weight, 2), at: moment };
  if (kind === 'assessment') {
    return { ...common, successes: roundTo(successes, 5), practisedAt: before.practisedAt ?? moment };
  }
  const passed = value >= 0.5;
  return {
    ...common,
    successes: roundTo(successes + weight * value, 5),
    // A miss never makes the earlier ones lighter.
    failures: roundTo(passed ? failures + weight * (1 - value) : Math.max(before.failures, failures + weight), 5),
    stability: roundTo(kind === 'check' ? stabilityAfter(passed, before, moment, parameters) : before.stability, 3),
    practisedAt: practisedAfter(before, kind, passed, moment, parameters),
  };
}

function stabilityAfter(passed: boolean, before: ReadinessState, moment: number, parameters: ReadinessParameters) {
  return passed ? stabilityAfterSuccess(before, moment, parameters) : stabilityAfterFailure(before, parameters);
}

function practisedAfter(
  before: ReadinessState,
  kind: Evidence['kind'],
  passed: boolean,
  moment: number,
  parameters: ReadinessParameters,
): number | undefined {
  if (kind === 'check' && passed) return moment;
  if (kind === 'completion') {
    const last = before.practisedAt ?? moment;
    return Math.round(last + parameters.completionRefresh * Math.max(0, moment - last));
  }
  // Whatever raised the ability starts the clock: what was gained can fade.
  return before.practisedAt ?? (passed ? moment : undefined);
}
