import { type ConsentInput, decideConsent } from './consent.ts';

const given = (over: Partial<ConsentInput>): ConsentInput => ({
  mode: 'agreement',
  people: ['a@x', 'b@x'],
  agreed: [],
  optedOut: [],
  ...over,
});

describe('consent', () => {
  it('waits until everybody agreed', () => {
    expect(decideConsent(given({ agreed: ['A@x'] }))).toEqual({ consent: 'Pending', waitingFor: ['b@x'] });
    expect(decideConsent(given({ agreed: ['a@x', 'b@x'] }))).toEqual({ consent: 'Agreed', waitingFor: [] });
  });

  it('is a notice where the team wants it so', () => {
    expect(decideConsent(given({ mode: 'notice' })).consent).toBe('Notice');
  });

  it.each(['agreement', 'notice'] as const)('is refused by one who opted out, whatever the others say (%s)', (mode) => {
    expect(decideConsent(given({ mode, agreed: ['a@x', 'b@x'], optedOut: [' B@X '] }))).toEqual({
      consent: 'Refused',
      waitingFor: [],
    });
  });

  it('is never given by nobody', () => {
    expect(decideConsent(given({ people: [] })).consent).toBe('Pending');
  });
});
