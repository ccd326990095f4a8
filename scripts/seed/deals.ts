import type { SeedAccount } from './accounts.ts';
import { PRODUCTS } from './catalog.ts';
import { addDays, daysBetween, isoDate, workday } from './days.ts';
import type { Person } from './people.ts';
import type { Random } from './random.ts';

export interface DealLine {
  readonly product: string;
  readonly quantity: number;
  readonly price: number;
}

/** One thing that happened to a deal, in the order in which the org is told. */
export type DealStep = { readonly at: Date } & (
  | { readonly kind: 'create'; readonly fields: DealFields }
  | { readonly kind: 'update'; readonly fields: DealFields }
  | { readonly kind: 'lines'; readonly lines: readonly DealLine[] }
  | { readonly kind: 'contact'; readonly contact: number; readonly role: string; readonly primary: boolean }
  | { readonly kind: 'task'; readonly subject: string; readonly due: string; readonly done: boolean }
);

type DealFields = Readonly<Record<string, string | number | boolean | null>>;

export interface SeedDeal {
  readonly account: number;
  readonly owner: Person;
  readonly steps: readonly DealStep[];
}

const STAGES = [
  'Prospecting',
  'Qualification',
  'Needs Analysis',
  'Value Proposition',
  'Id. Decision Makers',
  'Perception Analysis',
  'Proposal/Price Quote',
  'Negotiation/Review',
] as const;

const COMPETITORS: readonly (readonly [string | undefined, number])[] = [
  ['Globex', 3],
  ['Initech', 2],
  ['Vandelay', 2],
  ['In-house', 2],
  [undefined, 2.5],
];

const NEXT_STEPS: Readonly<Record<string, readonly string[]>> = {
  Prospecting: ['Call the head of maintenance', 'Send the downtime question sheet'],
  Qualification: ['Agree on who decides', 'Confirm the budget owner'],
  'Needs Analysis': ['Walk the planning week with them', 'Collect last quarter’s downtime log'],
  'Value Proposition': ['Review the business case with finance', 'Show the technician’s day'],
  'Id. Decision Makers': ['Meet the CIO', 'Map the buying group'],
  'Perception Analysis': ['Reference call', 'Follow up on the pilot feedback'],
  'Proposal/Price Quote': ['Walk through the proposal', 'Answer the security questionnaire'],
  'Negotiation/Review': ['Redlines with legal', 'Trade list with procurement'],
};

const TASKS = [
  'Call',
  'Discovery workshop',
  'Send summary',
  'Demo',
  'Check in',
  'Prepare proposal',
  'Call procurement',
];

const isSmall = (account: SeedAccount): boolean => account.employees < 400;

/** The ups and downs of one deal until it closes, or until `now` when it is still open. */
function history(random: Random, account: SeedAccount, owner: Person, now: Date): DealStep[] {
  const steps: DealStep[] = [];
  const earliest = Math.min(360, daysBetween(owner.since ?? addDays(now, -360), now));
  let at = workday(addDays(now, -random.integer(3, Math.max(4, earliest))), random.integer(8, 17));
  const last = owner.left && owner.left < now ? owner.left : now;
  if (at > last) {
    at = workday(addDays(last, -random.integer(5, 90)), 10);
  }
  let stage = random.chance(0.7) ? 0 : 1;
  const created = at;
  let close = workday(addDays(created, random.integer(55, 150)), 0);
  const families = random.sample(PRODUCTS, random.integer(1, 3));
  const competitor = random.weighted(COMPETITORS);
  const kind = account.type === 'Prospect' ? 'New Customer' : 'Existing Customer - Upgrade';
  steps.push({
    at,
    kind: 'create',
    fields: {
      Name: `${account.name} - ${families[0]?.family ?? 'Planning'}${isSmall(account) ? '' : ' rollout'}`,
      StageName: STAGES[stage] ?? 'Prospecting',
      CloseDate: isoDate(close),
      Amount: 0,
      Type: kind,
      LeadSource: random.pick(['Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Other']),
      NextStep: random.pick(NEXT_STEPS['Prospecting'] ?? []),
    },
  });
  const contacts = random.sample([...account.contacts.keys()], random.integer(0, account.contacts.length));
  // Some deals drag, and some never move: what a manager has to see.
  const pace = Math.exp(random.normal(0, 0.45));
  const dropsAt = random.chance(0.42) ? random.integer(1, 7) : 99;
  let described = false;
  for (;;) {
    const rest = workday(addDays(at, Math.max(2, Math.round(random.integer(7, 24) * pace))), random.integer(8, 17));
    const touch = workday(addDays(at, random.integer(1, 6)), random.integer(8, 17));
    if (touch <= last && random.chance(0.75)) {
      steps.push({ at: touch, kind: 'task', subject: random.pick(TASKS), due: isoDate(touch), done: true });
    }
    const person = contacts.pop();
    if (person !== undefined && touch <= last) {
      const role = account.contacts[person]?.role ?? 'Other';
      steps.push({
        at: touch,
        kind: 'contact',
        contact: person,
        role,
        primary: steps.every((s) => s.kind !== 'contact'),
      });
    }
    if (rest > last) {
      break;
    }
    at = rest;
    if (addDays(at, 21) > close && stage < 6) {
      close = workday(addDays(close, random.integer(20, 50)), 0);
      steps.push({ at, kind: 'update', fields: { CloseDate: isoDate(close) } });
    }
    if (stage >= dropsAt || (stage === STAGES.length - 1 && random.chance(0.75))) {
      const won = stage < dropsAt && random.chance(competitor === 'Globex' ? 0.5 : 0.68);
      const fields = { StageName: won ? 'Closed Won' : 'Closed Lost', CloseDate: isoDate(at), NextStep: null };
      steps.push({ at, kind: 'update', fields });
      return steps;
    }
    if (stage === STAGES.length - 1) {
      continue;
    }
    stage += random.chance(0.15) && stage < 5 ? 2 : 1;
    const name = STAGES[stage] ?? 'Negotiation/Review';
    const fields: Record<string, string | number | null> = { StageName: name };
    if (random.chance(0.8)) {
      fields['NextStep'] = random.pick(NEXT_STEPS[name] ?? []);
    }
    if (stage >= 3 && competitor && random.chance(0.7)) {
      fields['Main_Competitor__c'] = competitor;
    }
    steps.push({ at, kind: 'update', fields });
    if (!described && stage >= 2) {
      described = true;
      const size = isSmall(account) ? 1 : random.integer(1, 4);
      const lines = families.map(({ name: product, price }) => ({
        product,
        quantity: product === 'Onboarding' ? 1 : size,
        price: Math.round((price * (1 - random.integer(0, 4) * 0.03)) / 100) * 100,
      }));
      steps.push({ at, kind: 'lines', lines });
    }
  }
  if (!owner.left && random.chance(0.55) && daysBetween(at, now) < 60 && addDays(now, -15) > created) {
    const due = addDays(now, random.integer(-12, 10));
    steps.push({
      at: addDays(now, -random.integer(13, 15)),
      kind: 'task',
      subject: random.pick(TASKS),
      due: isoDate(due),
      done: false,
    });
  }
  return steps;
}

/** The deal that the guide walks through: in negotiation against Globex, and its close date has slipped twice. */
function guidedDeal(account: SeedAccount, now: Date): DealStep[] {
  const day = (ago: number): Date => workday(addDays(now, -ago), 15);
  const close = (ahead: number): string => isoDate(workday(addDays(now, ahead), 0));
  const stage = (ago: number, name: string, more: DealFields = {}): DealStep => ({
    at: day(ago),
    kind: 'update',
    fields: { StageName: name, ...more },
  });
  const task = (ago: number, subject: string): DealStep => ({
    at: day(ago),
    kind: 'task',
    subject,
    due: isoDate(day(ago)),
    done: true,
  });
  return [
    {
      at: day(128),
      kind: 'create',
      fields: {
        Name: `${account.name} - Planning rollout`,
        StageName: 'Qualification',
        CloseDate: close(-38),
        Amount: 0,
        Type: 'New Customer',
        LeadSource: 'Partner Referral',
      },
    },
    { at: day(126), kind: 'contact', contact: 0, role: account.contacts[0]?.role ?? 'Other', primary: true },
    stage(112, 'Needs Analysis'),
    {
      at: day(104),
      kind: 'lines',
      lines: [
        { product: 'Larkspur Planning Enterprise', quantity: 1, price: 64_000 },
        { product: 'Onboarding', quantity: 1, price: 9_500 },
      ],
    },
    stage(90, 'Value Proposition', { Main_Competitor__c: 'Globex' }),
    { at: day(70), kind: 'contact', contact: 1, role: account.contacts[1]?.role ?? 'Other', primary: false },
    stage(66, 'Perception Analysis', { CloseDate: close(-8) }),
    task(48, 'Reference call'),
    stage(40, 'Proposal/Price Quote'),
    stage(13, 'Negotiation/Review', { CloseDate: close(24), NextStep: 'Trade list with procurement' }),
    task(6, 'Call procurement'),
  ];
}

/**
 * The histories of `count` deals, in every stage, won and lost, owned by the people who carry a deal.
 *
 * @param now the day the org is seeded; everything happens before it
 */
export function deals(
  random: Random,
  all: readonly SeedAccount[],
  owners: readonly Person[],
  count: number,
  now: Date,
): SeedDeal[] {
  return Array.from({ length: count }, (_, index) => {
    const account = random.integer(0, all.length - 1);
    // Everybody carries some deals; the first rep, whom the guide follows, always does.
    const owner = owners[index % owners.length] as Person;
    if (index === 0) {
      return { account, owner, steps: guidedDeal(all[account] as SeedAccount, now) };
    }
    return { account, owner, steps: history(random, all[account] as SeedAccount, owner, now) };
  });
}
