import { MODEL_VERSION } from './parameters.ts';
import { ReadinessStateError } from './state-error.ts';
import type { Estimate, PersonState, ReadinessState } from './types.ts';

/** A state as one short line of JSON, with the model's version. */
export function serializeState(state: ReadinessState): string {
  return JSON.stringify({
    v: MODEL_VERSION,
    a: state.ability,
    p: state.variance,
    s: state.successes,
    f: state.failures,
    l: state.learned,
    n: state.count,
    w: state.weight,
    d: state.points,
    h: state.stability,
    t: state.at,
    r: state.practisedAt,
  });
}

/** Reads what {@link serializeState} wrote. Throws {@link ReadinessStateError}. */
export function parseState(text: string): ReadinessState {
  const read = readerOf(text);
  return {
    ability: read.number('a'),
    variance: read.number('p'),
    successes: read.number('s'),
    failures: read.number('f'),
    learned: read.number('l'),
    count: read.number('n'),
    weight: read.number('w'),
    points: read.number('d'),
    stability: read.number('h'),
    at: read.optional('t'),
    practisedAt: read.optional('r'),
  };
}

/** A person's general ability as one short line of JSON. */
export function serializePerson(person: PersonState): string {
  return JSON.stringify({ v: MODEL_VERSION, m: person.mean, p: person.variance, n: person.count, t: person.at });
}

/** Reads what {@link serializePerson} wrote. Throws {@link ReadinessStateError}. */
export function parsePerson(text: string): PersonState {
  const read = readerOf(text);
  return { mean: read.number('m'), variance: read.number('p'), count: read.number('n'), at: read.optional('t') };
}

/** The difficulty of an item or a skill as one short line of JSON. */
export function serializeDifficulty(difficulty: Estimate): string {
  return JSON.stringify({ v: MODEL_VERSION, m: difficulty.mean, p: difficulty.variance, n: difficulty.count });
}

/** Reads what {@link serializeDifficulty} wrote. Throws {@link ReadinessStateError}. */
export function parseDifficulty(text: string): Estimate {
  const read = readerOf(text);
  return { mean: read.number('m'), variance: read.number('p'), count: read.number('n') };
}

function readerOf(text: string) {
  const fields = new Map<string, unknown>(Object.entries(parseObject(text)));
  if (fields.get('v') !== MODEL_VERSION) {
    throw new ReadinessStateError(
      'otherModel',
      String(fields.get('v')),
      `The state is of model ${String(fields.get('v'))}, this is ${MODEL_VERSION}: run a sync to compute it again.`,
    );
  }
  const optional = (key: string): number | undefined => {
    const value = fields.get(key);
    if (value === undefined || (typeof value === 'number' && Number.isFinite(value))) return value;
    throw invalidField(key, value);
  };
  const number = (key: string): number => {
    const value = optional(key);
    if (value === undefined) throw invalidField(key, value);
    return value;
  };
  return { optional, number };
}

function parseObject(text: string): object {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    parsed = undefined;
  }
  if (typeof parsed === 'object' && parsed !== null) return parsed;
  throw new ReadinessStateError('invalidJson', text, 'The state is not a JSON object: run a sync to compute it again.');
}

function invalidField(key: string, value: unknown): ReadinessStateError {
  return new ReadinessStateError(
    'invalidField',
    String(value),
    `The state's "${key}" is ${String(value)}, a number is needed: run a sync to compute it again.`,
  );
}
