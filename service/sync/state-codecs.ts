import {
  type ItemState,
  type PersonStart,
  type PersonState,
  type ReadinessParameters,
  type ReadinessState,
  type SkillState,
  emptyItem,
  emptySkill,
} from '../../core/index.ts';

/** JSON without names: millions of these are read and written. */
export type Encoded = readonly (string | number | null)[];

/** How one kind of state is kept. */
export interface Codec<T> {
  encode(state: T): Encoded;
  decode(encoded: Encoded, key: string): T;
}

const PERSON = ['mean', 'variance', 'count', 'residual', 'streak', 'passes', 'misses'] as const;

export const personCodec: Codec<PersonState> = {
  encode: (person) => [
    ...PERSON.map((name) => person[name]),
    person.at ?? null,
    person.lastItem ?? null,
    person.lastSkill ?? null,
  ],
  decode: (encoded) => {
    const [mean, variance, count, residual, streak, passes, misses] = encoded.slice(0, PERSON.length).map(Number);
    const [at, lastItem, lastSkill] = encoded.slice(PERSON.length);
    return {
      mean: mean ?? NaN,
      variance: variance ?? NaN,
      count: count ?? NaN,
      residual: residual ?? NaN,
      streak: streak ?? NaN,
      passes: passes ?? NaN,
      misses: misses ?? NaN,
      ...(typeof at === 'number' ? { at } : {}),
      ...(typeof lastItem === 'string' ? { lastItem } : {}),
      ...(typeof lastSkill === 'string' ? { lastSkill } : {}),
    };
  },
};

export const startCodec: Codec<PersonStart> = {
  encode: ({ prior, moment }) => [prior, moment],
  decode: ([prior, moment]) => ({ prior: Number(prior), moment: Number(moment) }),
};

/** Difficulties are kept without what the parameters say of the question or skill: that is put back. */
export const itemCodec = (parameters: ReadinessParameters): Codec<ItemState> => ({
  encode: ({ mean, variance, count }) => [mean, variance, count],
  decode: (encoded, itemId) => ({ ...emptyItem(parameters, itemId), ...estimateOf(encoded) }),
});

export const skillCodec = (parameters: ReadinessParameters): Codec<SkillState> => ({
  encode: ({ mean, variance, count }) => [mean, variance, count],
  decode: (encoded, code) => ({ ...emptySkill(parameters, code), ...estimateOf(encoded) }),
});

function estimateOf([mean, variance, count]: Encoded): Pick<SkillState, 'mean' | 'variance' | 'count'> {
  return { mean: Number(mean), variance: Number(variance), count: Number(count) };
}

/** The numbers of a person's state in a skill, in the order in which they are kept; the last two may be unknown. */
export const STATE_FIELDS = [
  'ability',
  'variance',
  'residual',
  'streak',
  'passes',
  'misses',
  'successes',
  'failures',
  'count',
  'weight',
  'points',
  'stability',
  'at',
  'practisedAt',
] as const satisfies readonly (keyof ReadinessState)[];

/** From numbers in the order of {@link STATE_FIELDS}, `from` on; NaN is unknown. */
export function stateFrom(numbers: ArrayLike<number>, from = 0): ReadinessState {
  const read = (index: number): number => numbers[from + index] ?? NaN;
  const [at, practisedAt] = [read(12), read(13)];
  return {
    ability: read(0),
    variance: read(1),
    residual: read(2),
    streak: read(3),
    passes: read(4),
    misses: read(5),
    successes: read(6),
    failures: read(7),
    count: read(8),
    weight: read(9),
    points: read(10),
    stability: read(11),
    ...(Number.isNaN(at) ? {} : { at }),
    ...(Number.isNaN(practisedAt) ? {} : { practisedAt }),
  };
}
