import { addDays, parseDay, parseNumber } from './cells.ts';
import type { ImportAccount, ImportOpportunity, ImportPerson, ImportProduct } from './import-model.ts';
import type { ImportReport } from './import-report.ts';
import type { Mapping } from './mapping.ts';
import { createSpacelessMatcher } from './name-matching.ts';
import { importKey } from './import-key.ts';
import type { Table, TableRow } from './read-table.ts';

type Column = keyof Mapping['files']['opportunities']['columns'];

export interface KnownRecords {
  readonly products: readonly ImportProduct[];
  readonly accounts: readonly ImportAccount[];
  readonly people: readonly ImportPerson[];
}

/** The deals of an export. A row comes out, or it is refused in the report with its reason. */
export function prepareOpportunities(
  table: Table<Column>,
  known: KnownRecords,
  mapping: Mapping,
  report: ImportReport,
): ImportOpportunity[] {
  const reader = new OpportunityReader(table, known, mapping, report);
  return table.rows.flatMap((row) => reader.read(row) ?? []);
}

/** A row that cannot be imported. */
class Refusal {
  readonly rule: string;
  readonly column: Column;
  readonly message: string;

  constructor(rule: string, column: Column, message: string) {
    this.rule = rule;
    this.column = column;
    this.message = message;
  }
}

class OpportunityReader {
  readonly #table: Table<Column>;
  readonly #mapping: Mapping;
  readonly #report: ImportReport;
  readonly #products: ReadonlyMap<string, ImportProduct>;
  readonly #spaceless: (name: string) => string | undefined;
  readonly #accounts: ReadonlyMap<string, ImportAccount>;
  readonly #people: ReadonlyMap<string, ImportPerson>;
  readonly #stages: ReadonlyMap<string, string>;
  readonly #newest: string;
  readonly #keys = new Set<string>();

  constructor(table: Table<Column>, known: KnownRecords, mapping: Mapping, report: ImportReport) {
    this.#table = table;
    this.#mapping = mapping;
    this.#report = report;
    this.#products = byName(known.products);
    this.#spaceless = createSpacelessMatcher(known.products.map((product) => product.name));
    this.#accounts = byName(known.accounts);
    this.#people = byName(known.people);
    this.#stages = new Map(Object.entries(mapping.stages).map(([from, to]) => [from.toLowerCase(), to]));
    this.#newest = newestDay(table);
  }

  read(row: TableRow<Column>): ImportOpportunity | undefined {
    const entries = this.#report.entries.length;
    try {
      return this.#opportunity(row);
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      // What was mended in a row that is refused after all is no news.
      this.#report.entries.length = entries;
      const { rule, column, message } = refusal;
      this.#report.refused({
        ...this.#at(row),
        rule,
        column: this.#table.columns[column] ?? column,
        found: row.values[column] ?? '',
        message,
      });
      return undefined;
    }
  }

  #opportunity(row: TableRow<Column>): ImportOpportunity {
    const { values, line } = row;
    if (values.key === '') throw new Refusal('blank', 'key', 'a deal needs a key');
    if (this.#keys.has(values.key.toLowerCase()))
      throw new Refusal('twice', 'key', 'this key stands in the file twice');
    this.#keys.add(values.key.toLowerCase());
    const stage = this.#stages.get(values.stage.toLowerCase());
    if (stage === undefined)
      throw new Refusal(
        'unknown-stage',
        'stage',
        `the mapping has no stage for this; it has ${[...Object.keys(this.#mapping.stages)].join(', ')}`,
      );
    const owner = this.#people.get(values.owner.toLowerCase());
    if (owner === undefined) throw new Refusal('unknown-owner', 'owner', 'no person of the sales teams has this name');
    const product = this.#product(row);
    const isClosed = stage.startsWith('Closed');
    const account = this.#account(row, isClosed);
    const openedOn = this.#day(row, 'openedOn');
    return {
      file: this.#table.file,
      line,
      key: importKey(this.#mapping, 'opportunity', values.key),
      name: `${account?.name ?? values.key} – ${product.name}`.slice(0, 120),
      owner: owner.name,
      stage,
      closeDate: this.#closeDate(row, isClosed, openedOn),
      productKey: product.key,
      value: this.#value(row, product, isClosed),
      ...(openedOn === undefined ? {} : { openedOn }),
      ...(account === undefined ? {} : { accountKey: account.key }),
    };
  }

  #product(row: TableRow<Column>): ImportProduct {
    const name = row.values.product;
    const exact = this.#products.get(name.toLowerCase());
    if (exact) return exact;
    const mended = this.#mapping.mending.productNames
      ? this.#products.get((this.#spaceless(name) ?? '').toLowerCase())
      : undefined;
    if (mended === undefined)
      throw new Refusal(
        'unknown-product',
        'product',
        name === '' ? 'a deal needs a product' : 'no product of the list has this name, nor one like it',
      );
    this.#mend(
      row,
      'product',
      'product-name',
      mended.name,
      `read as ${mended.name}: the only product that is equal without spaces and case`,
    );
    return mended;
  }

  #account(row: TableRow<Column>, isClosed: boolean): ImportAccount | undefined {
    const name = row.values.account;
    if (name === '') {
      if (isClosed || !this.#mapping.mending.blankAccountOnOpenDeals)
        throw new Refusal('blank-account', 'account', 'a closed deal needs an account');
      this.#mend(row, 'account', 'blank-account', '', 'open deal without an account: imported without one');
      return undefined;
    }
    const account = this.#accounts.get(name.toLowerCase());
    if (account === undefined) throw new Refusal('unknown-account', 'account', 'no account of the list has this name');
    return account;
  }

  #closeDate(row: TableRow<Column>, isClosed: boolean, openedOn: string | undefined): string {
    const given = this.#day(row, 'closedOn');
    if (given !== undefined) return given;
    if (isClosed) throw new Refusal('blank', 'closedOn', 'a closed deal needs a close date');
    const { cycleDays, leastDaysAhead } = this.#mapping.openDeals;
    const earliest = addDays(this.#newest, leastDaysAhead);
    const expected = openedOn === undefined ? earliest : addDays(openedOn, cycleDays);
    const closeDate = expected > earliest ? expected : earliest;
    this.#mend(
      row,
      'closedOn',
      'close-date',
      closeDate,
      `open deal: ${cycleDays} days after it was opened, at least ${leastDaysAhead} after the newest date of the file (${this.#newest})`,
    );
    return closeDate;
  }

  #value(row: TableRow<Column>, product: ImportProduct, isClosed: boolean): number {
    const value = parseNumber(row.values.value);
    if (typeof value === 'number') return value;
    if (typeof value === 'object') throw new Refusal('not-a-number', 'value', 'the value is not a number');
    if (isClosed) throw new Refusal('blank', 'value', 'a closed deal needs a value');
    this.#mend(
      row,
      'value',
      'list-price',
      String(product.price),
      `open deal without a value: the list price of ${product.name}`,
    );
    return product.price;
  }

  #day(row: TableRow<Column>, column: 'openedOn' | 'closedOn'): string | undefined {
    const day = parseDay(row.values[column] ?? '');
    if (typeof day === 'object') throw new Refusal('not-a-date', column, 'the date is not of the form 2017-03-01');
    return day;
  }

  #mend(row: TableRow<Column>, column: Column, rule: string, used: string, message: string): void {
    this.#report.mended({
      ...this.#at(row),
      rule,
      column: this.#table.columns[column] ?? column,
      found: row.values[column] ?? '',
      used,
      message,
    });
  }

  #at(row: TableRow<Column>): { file: string; line: number; row: string } {
    return { file: this.#table.file, line: row.line, row: row.values.key };
  }
}

function byName<T extends { readonly name: string }>(records: readonly T[]): Map<string, T> {
  return new Map(records.map((record) => [record.name.toLowerCase(), record]));
}

/** The newest date in the file: when it was exported, as far as it can tell. */
function newestDay(table: Table<Column>): string {
  let newest = '';
  for (const { values } of table.rows) {
    for (const text of [values.openedOn ?? '', values.closedOn]) {
      const day = parseDay(text);
      if (typeof day === 'string' && day > newest) newest = day;
    }
  }
  return newest === '' ? '1970-01-01' : newest;
}
