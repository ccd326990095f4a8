import { parseNumber } from './cells.ts';
import { importKey } from './import-key.ts';
import type { ImportAccount } from './import-model.ts';
import type { ImportReport } from './import-report.ts';
import type { Mapping } from './mapping.ts';
import { nearestName } from './name-matching.ts';
import type { Table } from './read-table.ts';

type AccountColumn = keyof Mapping['files']['accounts']['columns'];

/** The accounts of an export, with sectors and spellings mended. */
export function prepareAccounts(table: Table<AccountColumn>, mapping: Mapping, report: ImportReport): ImportAccount[] {
  const names = new Map(table.rows.map((row) => [row.values.name.toLowerCase(), row.values.name]));
  const seen = new Set<string>();
  return table.rows.flatMap((row): ImportAccount[] => {
    const { line, values } = row;
    const at = { file: table.file, line, row: values.name };
    if (values.name === '' || seen.has(values.name.toLowerCase())) {
      const blank = values.name === '';
      report.refused({
        ...at,
        rule: blank ? 'blank' : 'twice',
        column: table.columns.name ?? 'name',
        found: values.name,
        message: blank ? 'an account needs a name' : 'this account stands in the file twice',
      });
      return [];
    }
    seen.add(values.name.toLowerCase());
    const mend = (column: AccountColumn, found: string, used: string, rule: string, message: string): void =>
      report.mended({ ...at, rule, column: table.columns[column] ?? column, found, used, message });
    const number = (column: AccountColumn): number | undefined => {
      const value = parseNumber(values[column] ?? '');
      if (typeof value !== 'object') return value;
      mend(column, value.bad, '', 'not-a-number', 'not a number: left blank');
      return undefined;
    };
    const sector = sectorOf(values.sector ?? '', mapping, mend);
    const country = spelling('country', values.country ?? '', mapping, mend);
    const parent = values.parent ?? '';
    const knownParent = names.get(parent.toLowerCase());
    if (parent !== '' && (knownParent === undefined || parent.toLowerCase() === values.name.toLowerCase())) {
      mend(
        'parent',
        parent,
        '',
        'unknown-parent',
        'no other account of the file has this name: imported without a parent',
      );
    }
    const revenue = number('annualRevenue');
    const employees = number('employees');
    return [
      {
        file: table.file,
        line,
        key: importKey(mapping, 'account', values.name),
        name: values.name,
        ...(sector === undefined ? {} : { sector: sector.name }),
        ...(sector?.industry === undefined ? {} : { industry: sector.industry }),
        ...(/^\d{4}$/.test(values.yearStarted ?? '') ? { yearStarted: values.yearStarted } : {}),
        ...(revenue === undefined ? {} : { annualRevenue: Math.round(revenue * mapping.revenueUnit * 100) / 100 }),
        ...(employees === undefined ? {} : { employees: Math.round(employees) }),
        ...(country === '' ? {} : { country }),
        ...(knownParent === undefined || knownParent === values.name
          ? {}
          : { parentKey: importKey(mapping, 'account', knownParent) }),
      },
    ];
  });
}

type Mend = (column: AccountColumn, found: string, used: string, rule: string, message: string) => void;

function sectorOf(text: string, mapping: Mapping, mend: Mend): { name: string; industry?: string } | undefined {
  const found = spelling('sector', text, mapping, mend);
  if (found === '') return undefined;
  const sectors = Object.keys(mapping.industries);
  const exact = sectors.find((sector) => sector.toLowerCase() === found.toLowerCase());
  const near = exact ?? nearestName(found, sectors, mapping.mending.sectorDistance);
  if (near === undefined) {
    mend('sector', found, '', 'unknown-sector', 'no sector of the mapping is like this: industry left blank');
    return { name: found };
  }
  if (exact === undefined) mend('sector', found, near, 'sector-spelling', `read as ${near}`);
  const industry = mapping.industries[near];
  return { name: near, ...(industry === undefined ? {} : { industry }) };
}

function spelling(column: AccountColumn, text: string, mapping: Mapping, mend: Mend): string {
  const right = mapping.mending.spellings[column]?.[text];
  if (right === undefined) return text;
  mend(column, text, right, 'spelling', `read as ${right}`);
  return right;
}
