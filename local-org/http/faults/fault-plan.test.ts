import { FaultPlan, readFaultSettings } from './fault-plan.ts';

function faultsOf(seed: number, methods: readonly string[]): (string | undefined)[] {
  const plan = new FaultPlan();
  plan.use({ faults: ['UNABLE_TO_LOCK_ROW', 'CUT'], share: 0.3, seed, delayMs: 0 });
  return methods.map((method) => plan.next(method));
}

const POSTS = Array<string>(1_000).fill('POST');

it('gives the same faults for the same seed, about as many as asked for', () => {
  const faults = faultsOf(7, POSTS);
  expect(faultsOf(7, POSTS)).toEqual(faults);
  expect(faultsOf(8, POSTS)).not.toEqual(faults);
  const met = faults.filter((fault) => fault !== undefined);
  expect(met.length).toBeGreaterThan(250);
  expect(met.length).toBeLessThan(350);
  expect(new Set(met)).toEqual(new Set(['UNABLE_TO_LOCK_ROW', 'CUT']));
});

it('locks no rows for reading, and nothing goes wrong unless asked for', () => {
  expect(faultsOf(7, Array<string>(1_000).fill('GET'))).not.toContain('UNABLE_TO_LOCK_ROW');
  const plan = new FaultPlan();
  expect(plan.next('POST')).toBeUndefined();
  expect(plan.report()).toEqual({ calls: 0, met: {} });
});

it('says which setting cannot be', () => {
  expect(readFaultSettings({ faults: 'SLOW' })).toEqual({ faults: ['SLOW'], share: 1, seed: 1, delayMs: 1_000 });
  expect(() => readFaultSettings({ faults: ['FIRE'] })).toThrow('faults is "FIRE": give some of UNABLE_TO_LOCK_ROW');
  expect(() => readFaultSettings({})).toThrow('faults is undefined');
  expect(() => readFaultSettings({ faults: ['CUT'], share: 2 })).toThrow('share is 2: give a number from 0 to 1');
  expect(() => readFaultSettings({ faults: ['CUT'], seed: 'x' })).toThrow('seed is "x"');
});
