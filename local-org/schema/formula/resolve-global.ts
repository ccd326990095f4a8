import type { Schema } from '../types.ts';
import { FormulaError } from './formula-error.ts';
import { resolveField } from './resolve-field.ts';
import { raw } from './sql.ts';
import type { Typed } from './typed.ts';
import type { CompileOptions } from './types.ts';

/** What `$User` and its like stand for: fields that are reached from the running user. */
const ROOTS: Readonly<Record<string, readonly string[]>> = {
  $user: [],
  $profile: ['Profile'],
  $userrole: ['UserRole'],
};

/** A value that belongs to the running user: `$User.Id`, `$Profile.Name`, `$Permission.Approver`. */
export function resolveGlobal(
  schema: Schema,
  name: string,
  position: number,
  options: CompileOptions,
): { typed: Typed; permission?: string } {
  const [root = name, ...rest] = name.split('.');
  const member = rest.join('.');
  if (root.toLowerCase() === '$permission' && rest.length === 1) {
    const toSql: Typed['toSql'] = (scope) => raw(scope.hasPermission?.(member) === true ? '1' : '0');
    return { typed: { type: 'boolean', position, toSql }, permission: member };
  }
  const steps = ROOTS[root.toLowerCase()];
  if (steps === undefined || rest.length === 0) {
    throw new FormulaError(`Field ${name} does not exist. Check spelling.`, position);
  }
  const field = resolveField(schema, 'User', [...steps, member].join('.'), position, options);
  const path = field.path ?? [];
  const { present = (column) => column } = field;
  const column: Typed['toSql'] = (scope) => {
    if (!scope.userField) throw new FormulaError(`${name} is not known here: no user is running`, position);
    return scope.userField(path.join('.'));
  };
  const typed: Typed = {
    type: field.type,
    position,
    toSql: (scope) => present(column(scope)),
    ...(field.type === 'id' ? { fullId: column } : {}),
  };
  return { typed };
}
