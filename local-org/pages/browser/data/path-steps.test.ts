import { nextStep, pathSteps, type Stage } from './path-steps.ts';

const stages: readonly Stage[] = [
  ...['Prospecting', 'Proposal', 'Negotiation'].map((value) => ({ value, label: value, closed: false, won: false })),
  { value: 'Closed Won', label: 'Closed Won', closed: true, won: true },
  { value: 'Closed Lost', label: 'Closed Lost', closed: true, won: false },
];
const states = (current: string): string[] =>
  pathSteps(stages, current).map(({ label, state }) => `${label}: ${state}`);

describe('pathSteps', () => {
  it('marks what is done and what is to come', () => {
    expect(states('Proposal')).toEqual([
      'Prospecting: complete',
      'Proposal: current',
      'Negotiation: incomplete',
      'Closed: incomplete',
    ]);
  });

  it('ends a won deal with everything complete and a lost one without', () => {
    expect(states('Closed Won')).toEqual([
      'Prospecting: complete',
      'Proposal: complete',
      'Negotiation: complete',
      'Closed Won: won',
    ]);
    expect(states('Closed Lost')).toEqual([
      'Prospecting: incomplete',
      'Proposal: incomplete',
      'Negotiation: incomplete',
      'Closed Lost: lost',
    ]);
  });

  it('knows the next step until the end', () => {
    expect(nextStep(pathSteps(stages, 'Prospecting'))?.value).toBe('Proposal');
    expect(nextStep(pathSteps(stages, 'Negotiation'))?.closing).toBe(true);
    expect(nextStep(pathSteps(stages, 'Closed Won'))).toBeUndefined();
  });
});
