import { MODEL_VERSION } from './parameters.ts';
import { ReadinessStateError } from './state-error.ts';
import type { PersonState, ReadinessState, SkillState } from './types.ts';

/** A state as one short line of JSON, with the version of the parameters it was computed with. */
export function serializeState(state: ReadinessState, version = MODEL_VERSION): string {
  return JSON.stringify({
    v: version,
    a: state.ability,
    p: state.variance,
    e: state.residual,
    k: state.streak,
    g: state.passes,
    b: state.misses,
    s: state.successes,
    f: state.failures,
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
    residual: read.number('e'),
    streak: read.number('k'),
    passes: read.number('g'),
    misses: read.number('b'),
    successes: read.number('s'),
    failures: read.number('f'),
    count: read.number('n'),
    weight: read.number('w'),
    points: read.number('d'),
    stability: read.number('h'),
    at: read.optional('t'),
    practisedAt: read.optional('r'),
  };
}

/** A person's general ability as one short line of JSON. */
export function serializePerson(person: PersonState, version = MODEL_VERSION): string {
  return JSON.stringify({
    v: version,
    m: person.mean,
    p: person.variance,
    n: person.count,
    e: person.residual,
    k: person.streak,
    g: person.passes,
    b: person.misses,
    t: person.at,
    i: person.lastItem,
    s: person.lastSkill,
  });
}

/** Reads what {@link serializePerson} wrote. Throws {@link ReadinessStateError}. */
export function parsePerson(text: string): PersonState {
  const read = readerOf(text);
  return {
    mean: read.number('m'),
    variance: read.number('p'),
    count: read.number('n'),
    residual: read.number('e'),
    streak: read.number('k'),
    passes: read.number('g'),
    misses: read.number('b'),
    at: read.optional('t'),
    lastItem: read.text('i'),
    lastSkill: read.text('s'),
  };
}

/** The difficulty of an item or a skill as one short line of JSON. */
export function serializeDifficulty(difficulty: SkillState, version = MODEL_VERSION): string {
  const { mean, variance, count, table } = difficulty;
  return JSON.stringify({ v: version, m: mean, p: variance, n: count, t: table });
}

/** Reads what {@link serializeDifficulty} wrote. Throws {@link ReadinessStateError}. */
export function parseDifficulty(text: string): SkillState {
  const read = readerOf(text);
  const difficulty = { mean: read.number('m'), variance: read.number('p'), count: read.number('n') };
  const table = read.numbers('t');
  return table === undefined ? difficulty : { ...difficulty, table };
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
  const string = (key: string): string | undefined => {
    const value = fields.get(key);
    if (value === undefined || typeof value === 'string') return value;
    throw invalidField(key, value);
  };
  const numbers = (key: string): number[] | undefined => {
    const value = fields.get(key);
    if (value === undefined) return undefined;
    if (Array.isArray(value) && value.every((each) => typeof each === 'number')) return value;
    throw invalidField(key, value);
  };
  return { optional, number, text: string, numbers };
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
