import fc from 'fast-check';
import { MOST_COUNTED, SKILL_SIGNS, TABLE_CELLS } from '../features/skill-features.ts';
import { DEFAULT_PARAMETERS, ReadinessStateError } from '../index.ts';
import {
  accuracyOf,
  type Answer,
  calibrate,
  fitParameters,
  parseParameters,
  runAnswers,
  serializeParameters,
} from './index.ts';
import { fitWeights } from './fit-weights.ts';
import { monotoneTable } from './monotone-table.ts';

/** A small linear congruential generator: the test is the same on every run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1664525 + 1013904223) % 2 ** 32) / 2 ** 32;
}

/** People who differ, questions that differ, and skills of which one is much harder at first. */
function simulated(people: number, answersEach: number): Answer[] {
  const random = generator(11);
  return Array.from({ length: people }, (_unused, person) => {
    const ability = 2 * random() - 1;
    return Array.from({ length: answersEach }, (_also, i): Answer => {
      const question = Math.floor(random() * 20);
      const skillCode = question % 2 === 0 ? 'hard' : 'easy';
      const logOdds = ability + (skillCode === 'hard' ? -2.5 + 0.2 * i : 1.5) - (question - 10) / 8;
      const value = random() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
      return { kind: 'check', personId: `p${person}`, skillCode, itemId: `q${question}`, value, moment: i * 3_600_000 };
    });
  }).flat();
}

describe('accuracyOf', () => {
  it('is what one finds by hand', () => {
    const { auc, logLoss, ece } = accuracyOf([0.9, 0.6, 0.6, 0.1], [1, 1, 0, 0]);
    expect(auc).toBeCloseTo(3.5 / 4, 9);
    expect(logLoss).toBeCloseTo(-(Math.log(0.9) * 2 + Math.log(0.6) + Math.log(0.4)) / 4, 9);
    expect(ece).toBeCloseTo((0.1 + 0.2 + 0.1) / 4, 9);
  });
});

describe('monotoneTable', () => {
  it('rises with passes, falls with misses, and leaves alone what does so already', () => {
    const cells = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), {
      minLength: TABLE_CELLS,
      maxLength: TABLE_CELLS,
    });
    fc.assert(
      fc.property(cells, (table) => {
        const found = monotoneTable(table);
        const at = (passes: number, misses: number) => found[passes * (MOST_COUNTED + 1) + misses] ?? NaN;
        for (let i = 0; i < MOST_COUNTED; i += 1) {
          for (let k = 0; k <= MOST_COUNTED; k += 1) {
            expect(at(i + 1, k)).toBeGreaterThanOrEqual(at(i, k));
            expect(at(k, i + 1)).toBeLessThanOrEqual(at(k, i));
          }
        }
        expect(monotoneTable(found)).toEqual(found);
      }),
      { numRuns: 50 },
    );
  });
});

describe('fitWeights', () => {
  const random = generator(5);
  const rows = new Float64Array(3 * 4000);
  const values = new Float64Array(4000);
  for (let i = 0; i < 4000; i += 1) {
    const [x, y] = [2 * random() - 1, 2 * random() - 1];
    rows.set([1, x, y], 3 * i);
    values[i] = random() < 1 / (1 + Math.exp(-(0.5 + 1.5 * x - 1 * y))) ? 1 : 0;
  }

  it('finds the weights that made the answers', () => {
    const [constant, first, second] = fitWeights(rows, values, [0, 0, 0], 1);
    expect(constant).toBeCloseTo(0.5, 0);
    expect(first).toBeCloseTo(1.5, 0);
    expect(second).toBeCloseTo(-1, 0);
  });

  it('keeps a weight of the wrong sign at 0', () => {
    expect(fitWeights(rows, values, [0, 1, 1], 1)[2]).toBe(0);
  });
});

describe('fitParameters', () => {
  const answers = simulated(60, 40);

  it('gives every weight its sign, and the same on every run', () => {
    const { parameters } = fitParameters(answers);
    parameters.skillWeights.forEach((weight, i) => {
      expect(weight * (SKILL_SIGNS[i] ?? 0)).toBeGreaterThanOrEqual(0);
    });
    expect(fitParameters(answers)).toEqual(fitParameters(answers));
  });

  it('predicts from what came before alone: a later answer changes nothing earlier', () => {
    const { parameters, learned } = fitParameters(answers);
    const seen = (changed: readonly Answer[]) => {
      const found: number[] = [];
      const known = { items: new Map(learned.items), skills: new Map(learned.skills) };
      runAnswers(changed, known, parameters, (before) => found.push(before.person.mean));
      return found;
    };
    const other = answers.map((answer, i) => (i < 30 ? answer : { ...answer, value: 1 - answer.value }));
    expect(seen(other).slice(0, 31)).toEqual(seen(answers).slice(0, 31));
  });

  it('survives being written and read', () => {
    const { parameters } = fitParameters(answers, DEFAULT_PARAMETERS, { contexts: false });
    expect(parseParameters(serializeParameters(parameters))).toEqual({ ...parameters, contexts: undefined });
  });

  it.each([
    ['invalidJson', 'no'],
    ['otherModel', '{}'],
    ['invalidField', serializeParameters({ ...DEFAULT_PARAMETERS, skillWeights: [1] })],
    ['invalidField', serializeParameters({ ...DEFAULT_PARAMETERS, skillWeights: SKILL_SIGNS.map((sign) => -sign) })],
  ])('refuses parameters with %s', (code, text) => {
    expect(() => parseParameters(text)).toThrow(ReadinessStateError);
    expect(() => parseParameters(text)).toThrow(expect.objectContaining({ code }));
  });
});

describe('calibrate', () => {
  it('keeps the defaults where there is too little to fit', () => {
    expect(calibrate(simulated(20, 40), '2+test')).toEqual({ checks: 800, people: 20, outcome: 'tooLittle' });
  });

  it('reports the gain with its interval, and gives parameters where it is sure', () => {
    const found = calibrate(simulated(120, 40), '2+test');
    expect(found.outcome).toBe('better');
    expect(found.gain?.lower).toBeGreaterThan(0);
    expect(found.gain?.upper).toBeGreaterThan(found.gain?.mean ?? NaN);
    expect(found.after?.logLoss).toBeLessThan(found.before?.logLoss ?? NaN);
    expect(found.parameters?.version).toBe('2+test');
  });
});
