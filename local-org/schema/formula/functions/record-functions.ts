import { FormulaError } from '../formula-error.ts';
import { raw, sql } from '../sql.ts';
import type { Typed } from '../typed.ts';
import type { FormulaScope } from '../types.ts';
import { parameter, typed, type Call, type FunctionTable } from './call.ts';

/** The name of the record's own field that stands as the first parameter. */
function ownField(call: Call): { field: Typed; name: string } {
  const field = parameter(call, 0);
  const name = field.path?.[0];
  if (name === undefined || field.path?.length !== 1) {
    throw new FormulaError(
      `Incorrect parameter type for function '${call.name}()'. Expected Field Reference`,
      field.position,
    );
  }
  return { field, name };
}

function prior(scope: FormulaScope, name: string): ReturnType<Typed['toSql']> {
  if (!scope.prior) throw new FormulaError('The value before the write is not known here.');
  return scope.prior(name);
}

const isNew = (scope: FormulaScope): ReturnType<Typed['toSql']> => scope.isNew ?? raw('0');

/** Functions of validation rules that compare a record with itself before the write. */
export const RECORD_FUNCTIONS: FunctionTable = {
  ISNEW: { minimum: 0, maximum: 0, recordState: true, compile: (call) => typed(call, 'boolean', isNew) },
  ISCHANGED: {
    minimum: 1,
    maximum: 1,
    picklists: true,
    recordState: true,
    compile(call) {
      const { name } = ownField(call);
      return typed(call, 'boolean', (scope) => {
        const changed = sql`(${scope.column([name])} COLLATE BINARY IS NOT ${prior(scope, name)})`;
        return sql`CASE WHEN ${isNew(scope)} THEN 0 ELSE ${changed} END`;
      });
    },
  },
  PRIORVALUE: {
    minimum: 1,
    maximum: 1,
    picklists: true,
    recordState: true,
    compile(call) {
      const { field, name } = ownField(call);
      const { present = (column) => column } = field;
      // For a new record the platform answers with the value that is being written, not with null.
      return typed(call, field.type, (scope) => {
        const [current, previous] = [scope.column([name]), prior(scope, name)];
        return present(sql`CASE WHEN ${isNew(scope)} THEN ${current} ELSE ${previous} END`);
      });
    },
  },
};
