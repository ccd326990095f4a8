import { importKey } from './import-key.ts';
import type { ImportPlan, ImportProduct } from './import-model.ts';
import type { ImportReport } from './import-report.ts';
import { parseNumber } from './cells.ts';
import type { Mapping } from './mapping.ts';
import { prepareAccounts } from './prepare-accounts.ts';
import { prepareOpportunities } from './prepare-opportunities.ts';
import { preparePeople } from './prepare-people.ts';
import { type Table, readTable } from './read-table.ts';

/** Reads an export and makes of it what can be imported; every mended or refused row is in the report. */
export function prepareImport(directory: string, mapping: Mapping, report: ImportReport): ImportPlan {
  const { files } = mapping;
  const products = prepareProducts(readTable(directory, files.products, report), mapping, report);
  const accounts = prepareAccounts(readTable(directory, files.accounts, report), mapping, report);
  const people = preparePeople(readTable(directory, files.people, report), mapping, report);
  const table = readTable(directory, files.opportunities, report);
  const opportunities = prepareOpportunities(table, { products, accounts, people }, mapping, report);
  const owners = busiestOwners(opportunities);
  const malformed = report.entries.filter(
    (entry) => entry.file === table.file && entry.rule === 'wrong-number-of-cells',
  ).length;
  return {
    people,
    products,
    accounts: accounts.map((account) => {
      const owner = owners.get(account.key);
      return owner === undefined ? account : { ...account, owner };
    }),
    opportunities,
    opportunityRows: table.rows.length + malformed,
  };
}

type ProductColumn = keyof Mapping['files']['products']['columns'];

function prepareProducts(table: Table<ProductColumn>, mapping: Mapping, report: ImportReport): ImportProduct[] {
  const seen = new Set<string>();
  return table.rows.flatMap(({ line, values }) => {
    const price = parseNumber(values.price);
    const at = { file: table.file, line, row: values.name };
    const refuse = (rule: string, column: ProductColumn, message: string): [] => {
      report.refused({ ...at, rule, column: table.columns[column] ?? column, found: values[column], message });
      return [];
    };
    if (values.name === '') return refuse('blank', 'name', 'a product needs a name');
    if (typeof price !== 'number') return refuse('not-a-number', 'price', 'a product needs a price');
    if (seen.has(values.name.toLowerCase())) return refuse('twice', 'name', 'this product stands in the file twice');
    seen.add(values.name.toLowerCase());
    return [
      {
        file: table.file,
        line,
        key: importKey(mapping, 'product', values.name),
        name: values.name,
        price,
        ...(values.family === undefined || values.family === '' ? {} : { family: values.family }),
      },
    ];
  });
}

/** Account key → the person with most of its deals; of two, the first by name. */
function busiestOwners(opportunities: ImportPlan['opportunities']): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { accountKey, owner } of opportunities) {
    if (accountKey === undefined) continue;
    const own = counts.get(accountKey) ?? new Map<string, number>();
    counts.set(accountKey, own.set(owner, (own.get(owner) ?? 0) + 1));
  }
  return new Map(
    [...counts].map(([key, owners]) => {
      const [busiest] = [...owners].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
      return [key, busiest?.[0] ?? ''];
    }),
  );
}
