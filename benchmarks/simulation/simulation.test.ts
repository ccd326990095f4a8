import { hiddenReadiness } from './answering.ts';
import { streamOf } from './chance.ts';
import { Learner } from './learner.ts';
import { afterLesson, masteryOn, type Lesson, type Memory } from './memory.ts';
import { intervalOf } from './paired-interval.ts';
import { allKnowing, chance, curriculum, popularity, recommended } from './policies.ts';
import { runPolicy } from './run-policy.ts';
import { simulatedWorld } from './simulated-world.ts';
import { DEFAULT_WORLD, WORLDS } from './world-options.ts';

const memory: Memory = { known: 0.5, lasting: 0.3, halfLife: 20, at: 0 };
const lesson: Lesson = { effect: 0.3, suits: 0.6, ready: 1, since: Infinity };
const learned = (change: Partial<Lesson> = {}, before = memory, zone = 0.25) =>
  afterLesson(before, { ...lesson, ...change }, 0, zone).known - before.known;

describe('memory', () => {
  it('forgets half of what does not last in a half-life, and nothing of what does', () => {
    expect(masteryOn(20, memory)).toBeCloseTo(0.4, 10);
    expect(masteryOn(2000, memory)).toBeCloseTo(0.3, 10);
    expect(masteryOn(-5, memory)).toBe(0.5);
  });

  it('learns from a lesson, less the more is known', () => {
    const high = { ...memory, known: 0.9, lasting: 0.9 };
    expect(learned()).toBeCloseTo(0.15, 10);
    expect(learned({}, high, Infinity)).toBeCloseTo(0.03, 10);
  });

  it.each([
    ['a lesson far above', { suits: 1 }],
    ['a lesson far below', { suits: 0.1 }],
    ['a lesson without its basis', { ready: 0.5 }],
    ['the same lesson again after a week', { since: 7 }],
  ])('learns less from %s', (_, change) => {
    expect(learned(change)).toBeLessThan(0.75 * learned());
    expect(learned(change)).toBeGreaterThan(0);
  });

  it('forgets more slowly after a lesson that was spaced', () => {
    const halfLifeAfter = (day: number) => afterLesson(memory, lesson, day, 0.25).halfLife;
    expect(halfLifeAfter(0)).toBe(20);
    expect(halfLifeAfter(20)).toBeCloseTo(20 * 1.6, 10);
    expect(halfLifeAfter(60)).toBeGreaterThan(halfLifeAfter(20));
  });
});

describe('hiddenReadiness', () => {
  it('lies between guessing and certainty, rises with mastery and falls with difficulty', () => {
    const at = (mastery: number, difficulty = 0) => hiddenReadiness(mastery, difficulty, DEFAULT_WORLD);
    expect(at(0)).toBeGreaterThan(25);
    expect(at(1)).toBeLessThan(100);
    expect(at(0.6)).toBeGreaterThan(at(0.5));
    expect(at(0.5, 1)).toBeLessThan(at(0.5));
    expect(at(0.5)).toBeCloseTo(62.5, 5);
  });
});

describe('simulatedWorld', () => {
  it('is the same for the same seed, and another one for another', () => {
    expect(simulatedWorld(3, 5, DEFAULT_WORLD)).toEqual(simulatedWorld(3, 5, DEFAULT_WORLD));
    expect(simulatedWorld(4, 5, DEFAULT_WORLD)).not.toEqual(simulatedWorld(3, 5, DEFAULT_WORLD));
  });

  it.each(WORLDS)('keeps its bounds: %s', (_, options) => {
    const { nuggets, people, skills } = simulatedWorld(1, 10, options);
    expect(skills).toHaveLength(options.skills);
    expect(nuggets).toHaveLength(options.skills * options.nuggetsPerSkill);
    for (const { effect, suits, level, checks } of nuggets) {
      expect(effect).toBeGreaterThanOrEqual(0);
      expect(effect).toBeLessThan(1);
      expect(suits).toBeGreaterThanOrEqual(0);
      expect(suits).toBeLessThanOrEqual(1);
      expect([1, 2, 3, 4, 5]).toContain(level);
      expect(checks).toHaveLength(options.checksPerNugget);
    }
    for (const { memories, targets } of people) {
      expect(targets.length).toBeGreaterThan(0);
      for (const { known } of memories.values()) expect(known > 0 && known < 1).toBe(true);
    }
  });
});

describe('Learner', () => {
  it('shows the model answers, and nothing that is hidden', () => {
    const world = simulatedWorld(2, 1, DEFAULT_WORLD);
    const [person] = world.people;
    const [nugget] = world.nuggets;
    if (!person || !nugget) throw new Error('The world is empty.');
    const difficulties = { items: new Map(), skills: new Map() };
    const learner = new Learner(person, world, new Map(world.skills.map((skill) => [skill.code, skill])), difficulties);
    const [skillCode = ''] = nugget.checks.map((check) => check.skillCode);
    const before = learner.readiness(skillCode, 0);
    learner.take(nugget, 0, streamOf(2, 1));
    expect(learner.readiness(skillCode, 0)).toBeGreaterThan(before);
    expect(learner.readiness(skillCode, 200)).toBeLessThan(learner.readiness(skillCode, 0));
    const state = learner.states.get(skillCode);
    expect((state?.passes ?? 0) + (state?.misses ?? 0)).toBe(nugget.checks.length);
    learner.take(nugget, 0.5, streamOf(2, 2));
    const again = learner.states.get(skillCode);
    expect((again?.passes ?? 0) + (again?.misses ?? 0)).toBe(nugget.checks.length);
  });
});

describe('runPolicy', () => {
  const season = { weeks: 6, minutesPerWeek: 10 };
  const gapAfter = (policy: typeof chance, seed = 7) =>
    runPolicy(simulatedWorld(seed, 20, DEFAULT_WORLD), policy, seed, season).at(-1)?.gap ?? NaN;

  it('gives the same for the same seed', () => {
    expect(gapAfter(recommended)).toBe(gapAfter(recommended));
    expect(gapAfter(chance)).toBe(gapAfter(chance));
  });

  it('starts all policies from the same people', () => {
    const starts = [recommended, popularity, curriculum, chance, allKnowing].map(
      (policy) => runPolicy(simulatedWorld(7, 20, DEFAULT_WORLD), policy, 7, season)[0],
    );
    expect(new Set(starts.map((start) => JSON.stringify(start))).size).toBe(1);
  });

  it('closes gaps faster as recommended than by chance, and not as fast as with all that is hidden', () => {
    expect(gapAfter(recommended)).toBeLessThan(gapAfter(chance));
    expect(gapAfter(allKnowing)).toBeLessThan(gapAfter(recommended));
  });
});

describe('intervalOf', () => {
  it('is the 95 % interval of Student', () => {
    // t(0.975, 4) = 2.776; the deviation of 1..5 is √2.5.
    const { mean, low, high } = intervalOf([1, 2, 3, 4, 5]);
    expect(mean).toBe(3);
    expect(high - mean).toBeCloseTo((2.776 * Math.sqrt(2.5)) / Math.sqrt(5), 1);
    expect(mean - low).toBeCloseTo(high - mean, 10);
  });

  it('asks for at least five seeds', () => {
    expect(() => intervalOf([1, 2, 3, 4])).toThrow('at least 5 seeds, not 4');
  });
});
