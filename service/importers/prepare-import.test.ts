import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FluencyError } from '../error.ts';
import type { ImportPlan } from './import-model.ts';
import { ImportReport } from './import-report.ts';
import { type Mapping, readMapping } from './mapping.ts';
import { prepareImport } from './prepare-import.ts';

const mapping: Mapping = readMapping(join(__dirname, 'mappings', 'maven-crm.json'));

const FILES = {
  'products.csv': 'product,series,sales_price\nGTX Pro,GTX,4821\nMG Special,MG,55\n',
  'accounts.csv':
    'account,sector,year_established,revenue,employees,office_location,subsidiary_of\n' +
    'Acme  Corporation,technolgy,1996,1100.04,2822,United States,\n' +
    'Bluth Company,piracy,1993,12,many,Philipines,Acme Corporation\n',
  'sales_teams.csv':
    'sales_agent,manager,regional_office\nAnna Snelling,Dustin Brinkmann,Central\nMei-Mei Johns,Melvin Marxen,Central\n',
};
const HEADER = 'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n';

function prepare(
  pipeline: string,
  files: Readonly<Record<string, string>> = {},
): { plan: ImportPlan; report: ImportReport } {
  const directory = mkdtempSync(join(tmpdir(), 'fluency-import-'));
  const all = { ...FILES, 'sales_pipeline.csv': HEADER + pipeline, ...files };
  for (const [name, text] of Object.entries(all)) writeFileSync(join(directory, name), text);
  const report = new ImportReport();
  return { plan: prepareImport(directory, mapping, report), report };
}

it('imports a clean row as it is', () => {
  const { plan, report } = prepare('K1,Anna Snelling,MG Special,Acme Corporation,Won,2016-10-20,2017-03-01,1054\n');
  expect(plan.opportunities).toMatchObject([
    {
      key: 'maven:opportunity:k1',
      owner: 'Anna Snelling',
      stage: 'Closed Won',
      closeDate: '2017-03-01',
      value: 1054,
      productKey: 'maven:product:mg special',
    },
  ]);
  expect(report.entries.filter((entry) => entry.file === 'sales_pipeline.csv')).toEqual([]);
});

it.each([
  [
    'an unambiguous product name',
    'K1,Anna Snelling,GTXPro,Acme Corporation,Won,2016-10-20,2017-03-01,1\n',
    ['product-name'],
  ],
  ['white space', 'K1, Anna  Snelling ,MG Special,acme corporation,Won,2016-10-20,2017-03-01,1\n', []],
  [
    'an open deal without account, date and value',
    'K1,Anna Snelling,MG Special,,Engaging,2016-10-20,,\n',
    ['blank-account', 'close-date', 'list-price'],
  ],
])('mends %s', (_name, row, rules) => {
  const { plan, report } = prepare(row);
  expect(plan.opportunities).toHaveLength(1);
  expect(report.entries.filter((entry) => entry.file === 'sales_pipeline.csv').map((entry) => entry.rule)).toEqual(
    rules,
  );
});

it.each([
  ['an unknown product', 'K1,Anna Snelling,ZZZ,Acme Corporation,Won,2016-10-20,2017-03-01,1\n', 'unknown-product'],
  ['an unknown account', 'K1,Anna Snelling,GTXPro,Nobody,Won,2016-10-20,2017-03-01,1\n', 'unknown-account'],
  ['an unknown owner', 'K1,Nobody,MG Special,Acme Corporation,Won,2016-10-20,2017-03-01,1\n', 'unknown-owner'],
  ['an unknown stage', 'K1,Anna Snelling,MG Special,Acme Corporation,Maybe,2016-10-20,2017-03-01,1\n', 'unknown-stage'],
  ['a closed deal without account', 'K1,Anna Snelling,MG Special,,Won,2016-10-20,2017-03-01,1\n', 'blank-account'],
  ['a closed deal without a date', 'K1,Anna Snelling,MG Special,Acme Corporation,Lost,2016-10-20,,0\n', 'blank'],
  ['a date that is none', 'K1,Anna Snelling,MG Special,Acme Corporation,Won,2016-10-20,soon,1\n', 'not-a-date'],
  [
    'a value that is none',
    'K1,Anna Snelling,MG Special,Acme Corporation,Won,2016-10-20,2017-03-01,lots\n',
    'not-a-number',
  ],
  ['a key that is blank', ',Anna Snelling,MG Special,Acme Corporation,Won,2016-10-20,2017-03-01,1\n', 'blank'],
  ['too few cells', 'K1,Anna Snelling,MG Special\n', 'wrong-number-of-cells'],
])('refuses %s, with line and reason, and mends nothing in it', (_name, row, rule) => {
  const { plan, report } = prepare(row);
  expect(plan.opportunities).toEqual([]);
  expect(plan.opportunityRows).toBe(1);
  expect(report.entries.filter((entry) => entry.file === 'sales_pipeline.csv')).toMatchObject([
    { outcome: 'refused', line: 2, rule },
  ]);
});

it('loses no row: imported and refused ones are all there are', () => {
  const good = 'K1,Anna Snelling,MG Special,Acme Corporation,Won,2016-10-20,2017-03-01,1\n';
  const { plan, report } = prepare(
    `${good}${good}K2,Nobody,MG Special,Acme Corporation,Won,2016-10-20,2017-03-01,1\nK3\n`,
  );
  const refused = report.entries.filter((entry) => entry.outcome === 'refused' && entry.file === 'sales_pipeline.csv');
  expect(plan.opportunities.length + refused.length).toBe(plan.opportunityRows);
  expect(refused.map((entry) => entry.rule).sort()).toEqual(['twice', 'unknown-owner', 'wrong-number-of-cells']);
});

it('mends accounts and reports what it could not', () => {
  const { plan, report } = prepare('');
  expect(plan.accounts).toMatchObject([
    { name: 'Acme Corporation', sector: 'technology', industry: 'Technology', annualRevenue: 1_100_040_000 },
    { name: 'Bluth Company', sector: 'piracy', country: 'Philippines', parentKey: 'maven:account:acme corporation' },
  ]);
  expect(report.entries.map((entry) => entry.rule).sort()).toEqual([
    'not-a-number',
    'sector-spelling',
    'spelling',
    'unknown-sector',
  ]);
});

it('makes users of reps and their managers', () => {
  const { plan } = prepare('');
  expect(plan.people.map(({ username, kind }) => [username, kind])).toEqual([
    ['dustin.brinkmann@maven.example.com', 'manager'],
    ['melvin.marxen@maven.example.com', 'manager'],
    ['anna.snelling@maven.example.com', 'rep'],
    ['mei-mei.johns@maven.example.com', 'rep'],
  ]);
});

it.each([
  ['a missing column', { 'products.csv': 'name,series,sales_price\n' }, 'DATA_COLUMN_MISSING'],
  ['a file that is not CSV', { 'products.csv': 'product,series,sales_price\n"GTX' }, 'DATA_FILE_INVALID'],
])('says what is wrong: %s', (_name, files, code) => {
  expect(() => prepare('', files)).toThrow(expect.objectContaining({ code }) as FluencyError);
});
