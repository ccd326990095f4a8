import {
  compareIds,
  compareValues,
  condition,
  sortKey,
  valueAt,
  type Plain,
  type Subject,
  type Value,
} from './testing/oracle.ts';
import { QueryFixture, type AccessRules } from './testing/query-fixture.ts';
import { Random } from './testing/random.ts';

const STAGES = ['Prospecting', 'Qualification', 'Needs Analysis', 'Closed Won'];
const NAMES = ['Ava', 'ava', 'Big Deal', "O'Hara", 'big deal 2', 'Zürich', 'renewal', 'Renewal 10%'];
const INDUSTRIES = ['Banking', 'Energy', 'Media'];
const DAYS = ['2025-12-31', '2026-01-01', '2026-03-11', '2026-03-31', '2027-01-01'];
const AMOUNTS = [-1, 0, 0.5, 100, 100.25, 5000];

const SUBJECTS: readonly Subject[] = [
  { path: 'Name', kind: 'text', values: NAMES },
  { path: 'StageName', kind: 'picklist', values: STAGES, order: STAGES },
  { path: 'Amount', kind: 'number', values: AMOUNTS },
  { path: 'CloseDate', kind: 'date', values: DAYS },
  { path: 'IsWon', kind: 'boolean', values: [true, false] },
  { path: 'NextStep', kind: 'text', values: NAMES },
  { path: 'Account.Name', kind: 'text', values: NAMES },
  { path: 'Account.Industry', kind: 'picklist', values: INDUSTRIES },
  { path: 'Account.Owner.City', kind: 'text', values: ['Rome', 'Oslo'] },
  { path: 'Account.Owner.IsActive', kind: 'boolean', values: [true, false] },
];

const random = new Random(20260311);
const org = new QueryFixture();
const accounts: Plain[] = [];
const deals: Plain[] = [];
fill();

/** Accounts that mention banking are hidden from this actor. */
const careful: AccessRules = {
  rows: { Account: (alias) => ({ sql: `${alias}."Industry" IS NOT ?`, parameters: ['Banking'] }) },
};

describe.each([
  ['with every right', {}, deals],
  [
    'with hidden accounts',
    careful,
    deals.map((deal) => (valueAt(deal, 'Account.Industry') === 'Banking' ? { ...deal, Account: null } : deal)),
  ],
] as const)('%s', (_, rules: AccessRules, visible: readonly Plain[]) => {
  test('200 queries for records agree with a second reading of them', () => {
    for (let count = 0; count < 200; count++) {
      const { soql, holds } = condition(random, SUBJECTS, 3);
      const sorts = random.some(SUBJECTS, random.below(3)).map((subject) => ({
        subject,
        down: random.chance(0.5),
        last: random.chance(0.5),
      }));
      const limit = random.chance(0.3) ? random.below(20) : undefined;
      const offset = random.chance(0.2) ? random.below(10) : undefined;
      const terms = [
        ...sorts.map(
          ({ subject, down, last }) => `${subject.path} ${down ? 'DESC' : 'ASC'} NULLS ${last ? 'LAST' : 'FIRST'}`,
        ),
        'Id',
      ];
      const paging = `${limit === undefined ? '' : ` LIMIT ${limit}`}${offset === undefined ? '' : ` OFFSET ${offset}`}`;
      const text = `SELECT Id, ${SUBJECTS.map(({ path }) => path).join(', ')} FROM Opportunity WHERE ${soql} ORDER BY ${terms.join(', ')}${paging}`;

      const expected = visible.filter(holds).sort((a, b) => {
        for (const { subject, down, last } of sorts) {
          const [left, right] = [valueAt(a, subject.path), valueAt(b, subject.path)];
          if (left === null || right === null) {
            const order = compareValues(left, right) * (last ? -1 : 1);
            if (order !== 0) return order;
            continue;
          }
          const order = compareValues(sortKey(subject, left), sortKey(subject, right));
          if (order !== 0) return down ? -order : order;
        }
        return compareIds(a, b);
      });
      const from = offset ?? 0;
      const page = expected.slice(from, limit === undefined ? undefined : from + limit);
      expect({ text, rows: rowsOf(org.soql(text, rules).records as unknown as Plain[]) }).toEqual({
        text,
        rows: rowsOf(page),
      });
    }
  });

  test('100 queries for groups agree too', () => {
    const groupable = SUBJECTS.filter(({ kind }) => kind !== 'number');
    for (let count = 0; count < 100; count++) {
      const { soql, holds } = condition(random, SUBJECTS, 2);
      const [first, second] = [random.pick(groupable), random.pick(groupable)];
      const by = first === second ? [first] : [first, second];
      const least = random.below(4);
      const paths = by.map(({ path }) => path);
      const selected = paths.map((path, index) => `${path} g${index}`).join(', ');
      const text = `SELECT ${selected}, COUNT(Id) n, SUM(Amount) s, MIN(Amount) low, MAX(CloseDate) latest FROM Opportunity WHERE ${soql} GROUP BY ${paths.join(', ')} HAVING COUNT(Id) > ${least}`;

      const groups = new Map<string, Plain[]>();
      for (const deal of visible.filter(holds)) {
        const key = groupKey(paths.map((path) => valueAt(deal, path)));
        groups.set(key, [...(groups.get(key) ?? []), deal]);
      }
      const expected = [...groups].flatMap(([key, members]) => {
        if (members.length <= least) return [];
        const amounts = members.flatMap((deal) => (typeof deal['Amount'] === 'number' ? [deal['Amount']] : []));
        const sum = amounts.length === 0 ? null : amounts.reduce((a, b) => a + b, 0);
        const low = amounts.length === 0 ? null : Math.min(...amounts);
        const latest = members
          .map((deal) => String(deal['CloseDate']))
          .sort()
          .at(-1);
        return [JSON.stringify([key, members.length, sum, low, latest])];
      });
      const actual = org.soql(text, rules).records.map((row) => {
        const key = groupKey(by.map((_subject, index) => row[`g${index}`] as Value));
        return JSON.stringify([key, row['n'], row['s'], row['low'], row['latest']]);
      });
      expect({ text, groups: actual.sort() }).toEqual({ text, groups: expected.sort() });
    }
  });
});

test('100 queries for children with limits agree', () => {
  for (let count = 0; count < 100; count++) {
    const { soql, holds } = condition(random, SUBJECTS, 2);
    const limit = 1 + random.below(4);
    const text = `SELECT Id, (SELECT Id FROM Opportunities WHERE ${soql} ORDER BY Amount DESC NULLS LAST, Id LIMIT ${limit}) FROM Account ORDER BY Id`;
    const expected = accounts.map((account) => {
      const children = deals.filter((deal) => deal['AccountId'] === account['Id'] && holds(deal));
      const rank = (deal: Plain): number => (typeof deal['Amount'] === 'number' ? deal['Amount'] : -Infinity);
      children.sort((a, b) => rank(b) - rank(a) || compareIds(a, b));
      return children.slice(0, limit).map((deal) => deal['Id']);
    });
    const actual = org.soql(text).records.map((row) => {
      const children = row['Opportunities'] as { records: { Id: string }[] } | null;
      return (children?.records ?? []).map(({ Id }) => Id);
    });
    expect({ text, children: actual }).toEqual({ text, children: expected });
  }
});

function fill(): void {
  const maybe = <T>(value: T): T | null => (random.chance(0.2) ? null : value);
  const owners = ['Rome', 'Oslo', null].map((City, index) => {
    const values = { Name: `Owner ${index}`, City, IsActive: index === 0 };
    return { Id: org.add('User', values), ...values };
  });
  for (let count = 0; count < 12; count++) {
    const owner = random.pick(owners);
    const values = { Name: random.pick(NAMES), Industry: maybe(random.pick(INDUSTRIES)), OwnerId: owner.Id };
    accounts.push({ Id: org.add('Account', values), ...values, Owner: owner });
  }
  for (let count = 0; count < 150; count++) {
    const account = maybe(random.pick(accounts));
    const values = {
      Name: random.pick(NAMES),
      StageName: random.pick(STAGES),
      Amount: maybe(random.pick(AMOUNTS)),
      CloseDate: random.pick(DAYS),
      IsWon: random.chance(0.5),
      NextStep: maybe(random.pick(NAMES)),
      AccountId: account === null ? null : String(account['Id']),
    };
    deals.push({ Id: org.add('Opportunity', values), ...values, Account: account });
  }
}

function rowsOf(records: readonly Plain[]): unknown[] {
  return records.map((record) => ['Id', ...SUBJECTS.map(({ path }) => path)].map((path) => valueAt(record, path)));
}

function groupKey(values: readonly Value[]): string {
  return JSON.stringify(values.map((value) => (typeof value === 'string' ? value.toLowerCase() : value)));
}
