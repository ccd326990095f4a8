import type { ObjectDefinition } from '../schema/types.ts';
import type { Calendar } from './date-literal.ts';
import { ExpressionError, expressionOf, rowCount, type Expression } from './expression.ts';
import { JoinedTables, type AliasSequence, type Place } from './joined-tables.ts';
import { LiteralError, storedLiteral, type StoredLiteral } from './literal-sql.ts';
import type { Literal, QueryPlan, SelectedField } from './plan.ts';
import { evaluationOf, type QueryContext } from './query-context.ts';
import { queryError } from './query-error.ts';
import { PathError, SqlScope } from './sql-scope.ts';

/** A plan being compiled: its tables, its paths under the actor's rights, and errors that point into its text. */
export class PlanScope {
  readonly context: QueryContext;
  readonly plan: QueryPlan;
  readonly object: ObjectDefinition;
  readonly tables: JoinedTables;
  readonly place: Place;
  readonly paths: SqlScope;
  readonly #calendar: Calendar;

  /** @throws OrgError `INVALID_TYPE` when the object does not exist for the actor. */
  constructor(context: QueryContext, plan: QueryPlan, aliases: AliasSequence) {
    this.context = context;
    this.plan = plan;
    const object = context.schema.object(plan.object);
    if (!object || !context.access.object(object.name).read) throw unknownObject(plan);
    const evaluation = evaluationOf(context);
    this.object = object;
    this.tables = new JoinedTables(context.schema, aliases, { access: context.access, withDeleted: plan.allRows });
    this.place = { object, alias: aliases.next(), root: true };
    this.paths = new SqlScope(this.tables, this.place, { evaluation, restricted: true });
    this.#calendar = {
      today: evaluation.today,
      firstDayOfWeek: context.firstDayOfWeek ?? 0,
      fiscalYearStartMonth: context.fiscalYearStartMonth ?? 1,
    };
  }

  /** The reference as SQL. @throws OrgError `INVALID_FIELD` when the actor has no such field. */
  expression(reference: SelectedField, paths: SqlScope = this.paths): Expression {
    if (reference.path.length === 0 && reference.aggregate === 'count') return rowCount();
    try {
      const { timeZone } = this.context;
      const { fiscalYearStartMonth } = this.#calendar;
      return expressionOf(paths.resolve(reference.path), reference, { timeZone, fiscalYearStartMonth });
    } catch (error) {
      if (error instanceof PathError) return this.fail('INVALID_FIELD', error.message, reference.at);
      if (error instanceof ExpressionError) return this.fail('MALFORMED_QUERY', error.message, reference.at);
      throw error;
    }
  }

  literal(literal: Literal, expression: Expression, at: number | undefined): StoredLiteral {
    const { timeZone } = this.context;
    const name = expression.path.at(-1) ?? 'count';
    try {
      return storedLiteral(literal, expression.type, name, { timeZone, calendar: this.#calendar });
    } catch (error) {
      if (error instanceof LiteralError) return this.fail(error.code, error.message, at);
      throw error;
    }
  }

  /** @throws OrgError always. */
  fail(code: string, message: string, at?: number): never {
    throw queryError(code, message, this.plan.source, at);
  }
}

function unknownObject(plan: QueryPlan): Error {
  return queryError(
    'INVALID_TYPE',
    `sObject type '${plan.object}' is not supported. If you are attempting to use a custom object, be sure to append ` +
      `the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.`,
    plan.source,
    plan.at,
  );
}
