import type { SqlFragment } from '../security/types.ts';
import type { RollupDefinition } from '../schema/types.ts';
import { JoinedTables, type Place } from './joined-tables.ts';
import { rollupFilterSql } from './rollup-filter.ts';
import { columnOf, identifier, joinSql, raw, sql } from './sql.ts';
import { SqlScope, type Evaluation } from './sql-scope.ts';

/** A roll-up summary of `parent` as a correlated subquery over all its details that count, whoever asks. */
export function rollupSql(
  tables: JoinedTables,
  parent: Place,
  rollup: RollupDefinition,
  evaluation: Evaluation,
): SqlFragment {
  const object = tables.schema.object(rollup.childObject);
  if (!object) throw new Error(`A roll-up of ${parent.object.name} counts ${rollup.childObject}, which does not exist`);
  const inner = new JoinedTables(tables.schema, tables.aliases);
  const place: Place = { object, alias: tables.aliases.next(), root: true };
  const scope = new SqlScope(inner, place, { evaluation });
  const value = rollup.field === undefined ? raw('*') : scope.column([rollup.field]);
  const filters = (rollup.filters ?? []).map(
    (filter) => sql` AND ${rollupFilterSql(scope.resolve([filter.field]), filter, evaluation.today)}`,
  );
  const live = tables.schema.field(object.name, 'IsDeleted')
    ? sql` AND ${columnOf(place.alias, 'IsDeleted')} = 0`
    : raw('');
  const link = sql`${columnOf(place.alias, rollup.foreignKey)} = ${columnOf(parent.alias, 'Id')}`;
  const from = sql`FROM ${raw(`${identifier(object.name)} ${place.alias}`)} ${inner.toSql()} WHERE ${link}${live}${joinSql(filters, '')}`;
  return sql`(SELECT ${summary(rollup.operation, value)} ${from})`;
}

function summary(operation: RollupDefinition['operation'], value: SqlFragment): SqlFragment {
  switch (operation) {
    case 'count':
      return raw('COUNT(*)');
    case 'sum':
      return sql`COALESCE(SUM(${value}), 0)`;
    case 'min':
      return sql`MIN(${value})`;
    case 'max':
      return sql`MAX(${value})`;
  }
}
