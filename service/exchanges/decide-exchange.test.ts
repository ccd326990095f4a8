import { type Decision, decideExchange } from './decide-exchange.ts';
import type { WaitingExchange } from './waiting-exchange.ts';

const exchange = (consent: WaitingExchange['consent'], addresses: readonly string[]): WaitingExchange => ({
  id: 'e1',
  key: 'k1',
  status: 'Draft',
  consent,
  title: '',
  body: '',
  answers: [],
  participants: addresses.map((address) => ({ address, role: 'received' })),
  approved: null,
});

const people = new Map([
  ['ana@x.example', ['ana']],
  ['ben@x.example', ['ben', 'ben2']],
]);

const decide = (
  consent: WaitingExchange['consent'],
  addresses: readonly string[],
  decisions: Readonly<Record<string, Decision>>,
  agreed: readonly string[] = [],
) => decideExchange(exchange(consent, addresses), people, new Map(Object.entries(decisions)), new Set(agreed));

const BOTH = ['ana@x.example', 'ben@x.example'];

it('waits for everybody, and asks each user once', () => {
  expect(decide('Pending', BOTH, {})).toEqual({ consent: 'Pending', ask: ['ana', 'ben', 'ben2'] });
  expect(decide('Pending', BOTH, { 'k1:ana': 'Pending', ben: 'Agreed' })).toEqual({
    consent: 'Pending',
    ask: ['ben2'],
  });
  const all = { 'k1:ana': 'Agreed', ben: 'Agreed', ben2: 'Agreed' } as const;
  expect(decide('Pending', BOTH, all)).toEqual({ consent: 'Agreed', ask: [] });
});

it('is refused by one, in any mode, and whatever that one said to this exchange', () => {
  expect(decide('Notice', BOTH, { 'k1:ben2': 'Refused' }).consent).toBe('Refused');
  expect(decide('Agreed', BOTH, { ana: 'Refused', 'k1:ana': 'Agreed' }).consent).toBe('Refused');
});

it('tells people in notice mode, and waits for none', () => {
  expect(decide('Notice', BOTH, {})).toEqual({ consent: 'Notice', ask: ['ana', 'ben', 'ben2'] });
});

it('asks whoever wants to be asked each time', () => {
  expect(decide('Notice', BOTH, { ana: 'Pending' }).ask).toContain('ana');
  expect(decide('Pending', BOTH, { ana: 'Pending', 'k1:ana': 'Pending' }).ask).not.toContain('ana');
});

it('waits for people outside the org until somebody says that they agreed', () => {
  const addresses = ['ana@x.example', 'guest@y.example'];
  expect(decide('Pending', addresses, { ana: 'Agreed' }).consent).toBe('Pending');
  expect(decide('Pending', addresses, { ana: 'Agreed' }, ['guest@y.example']).consent).toBe('Agreed');
  expect(decide('Pending', [], {}).consent).toBe('Pending');
});

it('is open again where somebody who agreed took it back, or was shown something else', () => {
  expect(decide('Agreed', BOTH, { 'k1:ana': 'Reopened', ben: 'Agreed' })).toEqual({
    consent: 'Pending',
    ask: ['ben2'],
  });
  expect(decide('Agreed', BOTH, { ana: 'Pending', 'k1:ana': 'Pending' }).consent).toBe('Pending');
  // Yes to every exchange covers this one; and a list does not speak for whoever says otherwise in the org.
  expect(decide('Agreed', BOTH, { ana: 'Agreed', 'k1:ana': 'Reopened' }).consent).toBe('Agreed');
  expect(decide('Agreed', BOTH, { 'k1:ana': 'Reopened' }, BOTH).consent).toBe('Pending');
  expect(decide('Agreed', BOTH, { 'k1:ana': 'Pending' }).consent).toBe('Pending');
  expect(decide('Agreed', BOTH, { 'k1:ana': 'Pending' }, BOTH).consent).toBe('Agreed');
  expect(decide('Notice', BOTH, { 'k1:ana': 'Reopened' }).consent).toBe('Notice');
});

it('is covered by yes to every exchange that was said after it was asked', () => {
  const all = { ana: 'Agreed', 'k1:ana': 'Pending', ben: 'Agreed', ben2: 'Agreed' } as const;
  expect(decide('Pending', BOTH, all)).toEqual({ consent: 'Agreed', ask: [] });
});
