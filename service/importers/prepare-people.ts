import type { ImportPerson } from './import-model.ts';
import type { ImportReport } from './import-report.ts';
import type { Mapping } from './mapping.ts';
import type { Table } from './read-table.ts';

type PersonColumn = keyof Mapping['files']['people']['columns'];

/** Managers first, then reps; a manager who sells, too, is one person: the manager. */
export function preparePeople(table: Table<PersonColumn>, mapping: Mapping, report: ImportReport): ImportPerson[] {
  const people = new Map<string, ImportPerson>();
  const managers = new Map<string, ImportPerson>();
  for (const { line, values } of table.rows) {
    const { name, manager, region } = values;
    const missing = (['name', 'manager', 'region'] as const).find((column) => values[column] === '');
    if (missing !== undefined || people.has(name.toLowerCase())) {
      report.refused({
        file: table.file,
        line,
        row: name,
        rule: missing === undefined ? 'twice' : 'blank',
        column: table.columns[missing ?? 'name'] ?? 'name',
        found: missing === undefined ? name : '',
        message: missing === undefined ? 'this person stands in the file twice' : `a person needs a ${missing}`,
      });
      continue;
    }
    people.set(name.toLowerCase(), {
      file: table.file,
      line,
      name,
      username: usernameOf(name, mapping),
      kind: 'rep',
      region,
      manager,
    });
    if (!managers.has(manager.toLowerCase())) {
      managers.set(manager.toLowerCase(), {
        file: table.file,
        line,
        name: manager,
        username: usernameOf(manager, mapping),
        kind: 'manager',
        region,
      });
    }
  }
  // A manager who sells, too, is one user: the manager.
  const reps = [...people.values()].filter((person) => !managers.has(person.name.toLowerCase()));
  return [...managers.values(), ...reps];
}

/** `Mei-Mei Johns` → `mei-mei.johns@<domain>`. */
function usernameOf(name: string, mapping: Mapping): string {
  const plain = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  return `${plain.replace(/[^a-z0-9-]+/g, '.').replace(/^\.+|\.+$/g, '')}@${mapping.users.usernameDomain}`;
}
