import Database from 'libsql';

import type { SqlFragment } from '../../security/types.ts';
import { createSchema } from '../create-schema.ts';
import { checkbox, field, number, picklist, reference, standardObject, text, textArea } from '../field.ts';
import { identityFields } from '../system-fields.ts';
import { compileFormula } from './compile-formula.ts';
import type { CompileOptions, FormulaScope } from './types.ts';

export const schema = createSchema([
  standardObject('Deal', '900', [
    ...identityFields({ owner: ['User'] }),
    text('Name', 80, { nameField: true }),
    text('Empty', 80),
    number('Amount', 'currency', 18, 2),
    number('Blank', 'double', 18, 2),
    number('Chance', 'percent', 5, 2),
    checkbox('Closed'),
    field('Close', 'date'),
    field('NoDate', 'date'),
    field('Created', 'datetime'),
    picklist('Stage', ['Open', 'Won']),
    picklist('NoStage', ['Open', 'Won']),
    field('Tags', 'multipicklist'),
    textArea('Notes', 1000),
    reference('ParentId', ['Deal']),
    reference('AnyId', ['Deal', 'User']),
    number('Half', 'percent', 5, 1, { formula: { source: 'Amount / 3000', blanksAs: 'blank' } }),
  ]),
  standardObject('User', '005', [...identityFields({ deletable: false }), text('Name', 80), text('Username', 80)]),
]);

const ROW: Readonly<Record<string, string | number | null>> = {
  Id: '900000000000001AAA',
  Name: 'Acme Renewal',
  Empty: null,
  Amount: 1000,
  Blank: null,
  Chance: 25,
  Closed: 0,
  Close: '2026-01-31',
  NoDate: null,
  Created: '2026-01-30T18:00:00.000Z',
  Stage: 'Won',
  NoStage: null,
  Tags: 'red;blue',
  Notes: 'long',
  ParentId: '900000000000002AAA',
  'Parent.Name': 'Parent deal',
  'Any:User.Name': 'Ada',
};

export const scope: FormulaScope = {
  column: (path) => ({ sql: '?', parameters: [ROW[path.join('.')] ?? null] }),
  prior: (name) => ({ sql: '?', parameters: [name === 'Stage' ? 'Open' : (ROW[name] ?? null)] }),
  isNew: { sql: '0', parameters: [] },
  today: '2026-02-01',
  now: '2026-02-01T09:30:00.000Z',
  userField: (name) => ({ sql: '?', parameters: [name === 'Id' ? '005000000000001AAA' : `user ${name}`] }),
  hasPermission: (name) => name === 'Approver',
};

const database = new Database(':memory:');

export function select({ sql, parameters }: SqlFragment): unknown {
  const row: unknown = database.prepare(`SELECT ${sql} AS v`).get([...parameters]);
  return row !== null && typeof row === 'object' && 'v' in row ? row.v : undefined;
}

export function evaluate(source: string, options: Partial<CompileOptions> = {}, where: FormulaScope = scope): unknown {
  const compiled = compileFormula(schema, 'Deal', source, { blanksAs: 'blank', allowRecordState: true, ...options });
  return select(compiled.toSql(where));
}
