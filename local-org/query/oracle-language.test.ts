import {
  dateComparison,
  dateFunctionOf,
  functionComparison,
  type Clock,
  type DateSubject,
} from './testing/oracle-dates.ts';
import { condition, valueAt, type Generated, type Plain, type Subject, type Value } from './testing/oracle.ts';
import { NOW, QueryFixture } from './testing/query-fixture.ts';
import { Random } from './testing/random.ts';

/*
 * What oracle.test.ts does for comparisons, for the rest of the language: dates, chosen values, semi- and anti-joins,
 * types, subtotals. Each generated query has to agree with a second reading of it, row by row.
 */

const STAGES = ['Prospecting', 'Qualification', 'Closed Won'];
const TOPICS = ['Art', 'Law', 'Sea'];
const NAMES = ['Ava', 'Big Deal', "O'Hara", 'renewal'];
const DATES: readonly DateSubject[] = [
  { path: 'CloseDate', isMoment: false },
  { path: 'CreatedDate', isMoment: true },
  { path: 'Account.CreatedDate', isMoment: true },
];
const DEAL: readonly Subject[] = [
  { path: 'Name', kind: 'text', values: NAMES },
  { path: 'StageName', kind: 'picklist', values: STAGES },
  { path: 'Amount', kind: 'number', values: [0, 10, 20, 30] },
];
const ACCOUNT: readonly Subject[] = [{ path: 'Name', kind: 'text', values: NAMES }];

const random = new Random(20261125);
const org = new QueryFixture();
const accounts: Plain[] = [];
const deals: Plain[] = [];
const courses: Plain[] = [];
const tasks: Plain[] = [];
fill();

const CLOCKS: readonly Clock[] = [
  { now: NOW, timeZone: 'America/Los_Angeles', fiscalYearStartMonth: 1 },
  { now: new Date('2026-03-29T23:30:00.000Z'), timeZone: 'Europe/Berlin', fiscalYearStartMonth: 2 },
  { now: new Date('2026-10-31T22:30:00.000Z'), timeZone: 'Asia/Kolkata', fiscalYearStartMonth: 10 },
];

function idsOf(text: string, clock: Clock = CLOCKS[0] as Clock): unknown[] {
  return org.soql(text, {}, clock).records.map((record) => record['Id']);
}

function ids(records: readonly Plain[]): Value[] {
  return records.map((record) => valueAt(record, 'Id')).sort();
}

describe.each(CLOCKS)('at $now in $timeZone, fiscal years from month $fiscalYearStartMonth', (clock) => {
  test('300 comparisons of dates agree', () => {
    for (let count = 0; count < 300; count++) {
      const parts = Array.from({ length: 1 + random.below(2) }, (): Generated =>
        random.chance(0.6)
          ? dateComparison(random, random.pick(DATES), clock)
          : functionComparison(random, random.pick(DATES), clock, random.pick(deals)),
      );
      const every = random.chance(0.5);
      const text = `SELECT Id FROM Opportunity WHERE ${parts.map(({ soql }) => soql).join(every ? ' AND ' : ' OR ')} ORDER BY Id`;
      const meets = (deal: Plain): boolean =>
        every ? parts.every(({ holds }) => holds(deal)) : parts.some(({ holds }) => holds(deal));
      expect({ text, ids: idsOf(text, clock) }).toEqual({ text, ids: ids(deals.filter(meets)) });
    }
  });

  test('60 groupings by functions of dates agree', () => {
    for (let count = 0; count < 60; count++) {
      const { soql, of } = dateFunctionOf(random, random.pick(DATES), clock);
      const text = `SELECT ${soql} v, COUNT(Id) n, COUNT_DISTINCT(AccountId) d, AVG(Amount) a FROM Opportunity GROUP BY ${soql} HAVING COUNT(Id) > 1`;
      const groups = grouped(deals, of);
      const expected = [...groups].flatMap(([value, members]) =>
        members.length > 1 ? [JSON.stringify([value, members.length, distinct(members), average(members)])] : [],
      );
      const actual = org.soql(text, {}, clock).records.map(({ v, n, d, a }) => JSON.stringify([v, n, d, rounded(a)]));
      expect({ text, groups: actual.sort() }).toEqual({ text, groups: expected.sort() });
    }
  });
});

test('150 semi- and anti-joins agree, from both sides', () => {
  for (let count = 0; count < 150; count++) {
    const own = condition(random, ACCOUNT, 1);
    const inner = condition(random, DEAL, 2);
    const negated = random.chance(0.5);
    const not = negated ? 'NOT ' : '';
    const down = `SELECT Id FROM Account WHERE (${own.soql}) AND Id ${not}IN (SELECT AccountId FROM Opportunity WHERE ${inner.soql}) ORDER BY Id`;
    const linked = new Set(deals.filter(inner.holds).map((deal) => deal['AccountId']));
    const chosen = accounts.filter((account) => own.holds(account) && linked.has(account['Id'] ?? null) !== negated);
    expect({ down, ids: idsOf(down) }).toEqual({ down, ids: ids(chosen) });

    const up = `SELECT Id FROM Opportunity WHERE AccountId ${not}IN (SELECT Id FROM Account WHERE ${own.soql}) ORDER BY Id`;
    const parents = new Set(accounts.filter(own.holds).map((account) => account['Id']));
    // As with lists, what refers to nothing is not in.
    const children = deals.filter(({ AccountId: id = null }) => (id !== null && parents.has(id)) !== negated);
    expect({ up, ids: idsOf(up) }).toEqual({ up, ids: ids(children) });
  }
});

test('150 choices of several values agree', () => {
  for (let count = 0; count < 150; count++) {
    const alternatives = Array.from({ length: 1 + random.below(2) }, () => random.some(TOPICS, 1 + random.below(2)));
    const operator = random.pick(['INCLUDES', 'EXCLUDES']);
    const list = alternatives.map((all) => `'${all.join(';')}'`).join(', ');
    const text = `SELECT Id FROM Course__c WHERE Topics__c ${operator} (${list}) ORDER BY Id`;
    const includes = ({ Topics__c: topics }: Plain): boolean => {
      const chosen = typeof topics === 'string' ? topics.split(';') : [];
      return alternatives.some((all) => all.every((topic) => chosen.includes(topic)));
    };
    const expected = courses.filter((course) => includes(course) === (operator === 'INCLUDES'));
    expect({ text, ids: idsOf(text) }).toEqual({ text, ids: ids(expected) });
  }
});

test('100 subtotals by ROLLUP and CUBE agree', () => {
  const groupable = ['Name', 'StageName', 'Account.Name'];
  for (let count = 0; count < 100; count++) {
    const { soql, holds } = condition(random, DEAL, 2);
    const by = groupable.filter(() => random.chance(0.7));
    if (by.length === 0) continue;
    const kind = random.pick(['ROLLUP', 'CUBE']);
    const least = random.below(3);
    const shown = by.map((path, index) => `${path} g${index}, GROUPING(${path}) t${index}`).join(', ');
    const text = `SELECT ${shown}, COUNT(Id) n, SUM(Amount) s FROM Opportunity WHERE ${soql} GROUP BY ${kind}(${by.join(', ')}) HAVING COUNT(Id) > ${least}`;
    const subsets = Array.from({ length: 2 ** by.length }, (_, bits) => by.map((_path, index) => (bits >> index) % 2 === 1)); // prettier-ignore
    // A rollup has the prefixes only: once a field is left out, so are all behind it.
    const sets = kind === 'CUBE' ? subsets : subsets.filter((kept) => kept.every((is, index) => !is || index === 0 || kept[index - 1])); // prettier-ignore
    const expected = sets.flatMap((kept) => {
      const groups = grouped(deals.filter(holds), (deal) =>
        JSON.stringify(by.map((path, index) => (kept[index] ? lower(valueAt(deal, path)) : null))),
      );
      return [...groups].flatMap(
        ([key, members]) =>
        members.length > least ? [JSON.stringify([key, kept.map((is) => (is ? 0 : 1)), members.length, sum(members)])] : [], // prettier-ignore
      );
    });
    const actual = org.soql(text).records.map((row) => {
      const key = JSON.stringify(by.map((_path, index) => lower(row[`g${index}`] as Value)));
      return JSON.stringify([key, by.map((_path, index) => row[`t${index}`]), row['n'], row['s']]);
    });
    expect({ text, groups: actual.sort() }).toEqual({ text, groups: expected.sort() });
  }
});

test('100 queries by the type of what a record is about agree, and TYPEOF tells what each type has', () => {
  const types = ['Account', 'Opportunity'];
  for (let count = 0; count < 100; count++) {
    const wanted = random.some(types, 1 + random.below(2));
    const name = random.pick(NAMES);
    const operator = random.pick(['IN', 'NOT IN']);
    const text = `SELECT Id, TYPEOF What WHEN Opportunity THEN StageName, Account.Name ELSE Name END FROM Task WHERE What.Type ${operator} (${wanted.map((type) => `'${type}'`).join(', ')}) OR What.Name = '${name.replaceAll("'", "\\'")}' ORDER BY Id`;
    const chosen = tasks.filter((task) => {
      const isWanted = wanted.includes(String(valueAt(task, 'What.Type')));
      return isWanted === (operator === 'IN') || lower(valueAt(task, 'What.Name')) === lower(name);
    });
    const told = org.soql(text).records.map((row) => {
      const what = row['What'] as Plain | null;
      return [row['Id'], what && valueAt(what, 'attributes.type'), what && valueAt(what, 'StageName'), what && valueAt(what, 'Account.Name'), what && valueAt(what, 'Name')]; // prettier-ignore
    });
    const expected = chosen.map((task) => {
      const type = valueAt(task, 'What.Type');
      const isDeal = type === 'Opportunity';
      return [
        valueAt(task, 'Id'),
        type,
        isDeal ? valueAt(task, 'What.StageName') : null,
        isDeal ? valueAt(task, 'What.Account.Name') : null,
        isDeal ? null : valueAt(task, 'What.Name'),
      ];
    });
    expect({ text, told }).toEqual({ text, told: expected });
  }
});

function fill(): void {
  const maybe = <T>(value: T): T | null => (random.chance(0.2) ? null : value);
  const day = (): string => new Date(Date.UTC(2023, 0, 1) + random.below(6 * 365) * 86_400_000).toISOString().slice(0, 10); // prettier-ignore
  // Every half hour of six years, and the nights in which clocks change more often than their share.
  const moment = (): string => {
    const night = random.pick(['2025-03-30', '2025-10-26', '2026-03-08', '2026-03-29', '2026-03-11']);
    const start = random.chance(0.4) ? Date.parse(`${night}T00:00:00Z`) : Date.parse(`${day()}T00:00:00Z`);
    return new Date(start + (random.below(96) - 48) * 1_800_000).toISOString();
  };
  for (let count = 0; count < 15; count++) {
    const values = { Name: random.pick(NAMES), CreatedDate: moment() };
    accounts.push({ Id: org.add('Account', values), ...values });
  }
  for (let count = 0; count < 200; count++) {
    const account = maybe(random.pick(accounts));
    const values = {
      Name: random.pick(NAMES),
      StageName: random.pick(STAGES),
      Amount: maybe(random.pick([0, 10, 20, 30])),
      CloseDate: random.chance(0.3) ? `2026-0${2 + random.below(3)}-${10 + random.below(19)}` : day(),
      CreatedDate: moment(),
      AccountId: account === null ? null : String(account['Id']),
    };
    deals.push({ Id: org.add('Opportunity', values), ...values, Account: account });
  }
  for (let count = 0; count < 60; count++) {
    const values = { Name: 'Course', Topics__c: maybe(TOPICS.filter(() => random.chance(0.5)).join(';') || null) };
    courses.push({ Id: org.add('Course__c', values), ...values });
  }
  for (let count = 0; count < 60; count++) {
    const [type, about] = random.pick([
      ['Account', random.pick(accounts)],
      ['Opportunity', random.pick(deals)],
      [null, null],
    ] as const);
    const values = { Subject: 'Call', WhatId: about === null ? null : String(about['Id']) };
    tasks.push({ Id: org.add('Task', values), ...values, What: about === null ? null : { ...about, Type: type } });
  }
}

function grouped<Key>(records: readonly Plain[], keyOf: (record: Plain) => Key): Map<Key, Plain[]> {
  const groups = new Map<Key, Plain[]>();
  for (const record of records) {
    const key = keyOf(record);
    groups.set(key, [...(groups.get(key) ?? []), record]);
  }
  return groups;
}

function lower(value: Value): Value {
  return typeof value === 'string' ? value.toLowerCase() : value;
}

function amounts(members: readonly Plain[]): number[] {
  return members.flatMap(({ Amount: amount }) => (typeof amount === 'number' ? [amount] : []));
}

function sum(members: readonly Plain[]): number | null {
  const all = amounts(members);
  return all.length === 0 ? null : all.reduce((a, b) => a + b, 0);
}

function average(members: readonly Plain[]): number | null {
  const total = sum(members);
  return total === null ? null : rounded(total / amounts(members).length);
}

function distinct(members: readonly Plain[]): number {
  return new Set(members.flatMap(({ AccountId: id }) => (typeof id === 'string' ? [id] : []))).size;
}

/** Averages may differ in the last digit. */
function rounded(value: unknown): number | null {
  return typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : null;
}
