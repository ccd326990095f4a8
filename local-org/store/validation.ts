import { compileFormula } from '../schema/formula/compile-formula.ts';
import type { CompiledFormula } from '../schema/formula/types.ts';
import { JoinedTables, aliasSequence } from '../query/joined-tables.ts';
import { SqlScope } from '../query/sql-scope.ts';
import type { ObjectDefinition, Schema, ValidationRule } from '../schema/types.ts';
import type { SqlFragment } from '../security/types.ts';
import type { ObjectTable } from './object-table.ts';
import { saveError } from './save-error.ts';
import { quote } from './sql-database.ts';
import type { SqlDatabase, StoredRow } from './sql-database.ts';
import type { SaveError } from './types.ts';
import type { WriteMoment } from './write-moment.ts';

interface Rule {
  readonly rule: ValidationRule;
  readonly condition: CompiledFormula;
}

/**
 * An object's validation rules as one statement over the row as it was written. What the record was before an update
 * stands in a one-row table beside it.
 */
export class ValidationRules {
  readonly #database: SqlDatabase;
  readonly #schema: Schema;
  readonly #rules = new Map<string, readonly Rule[]>();

  constructor(database: SqlDatabase, schema: Schema) {
    this.#database = database;
    this.#schema = schema;
  }

  has(table: ObjectTable): boolean {
    return this.#rulesOf(table.definition).length > 0;
  }

  /** The errors of the rules that refuse this row. */
  check(table: ObjectTable, row: StoredRow, prior: StoredRow | undefined, moment: WriteMoment): SaveError[] {
    const rules = this.#rulesOf(table.definition);
    if (rules.length === 0) return [];
    const object = table.definition;
    const tables = new JoinedTables(this.#schema, aliasSequence());
    const alias = tables.aliases.next();
    const scope = new SqlScope(
      tables,
      { object, alias, root: true },
      {
        evaluation: moment.formulaContext,
        change: {
          prior: (name) => this.#prior(object, name, prior, alias),
          isNew: { sql: prior ? '0' : '1', parameters: [] },
        },
      },
    );
    const conditions = rules.map(({ condition }) => condition.toSql(scope));
    const joins = tables.toSql();
    const found = this.#database.row(
      `SELECT ${conditions.map(({ sql }) => sql).join(', ')} FROM ${quote(object.name)} ${alias} ${joins.sql} WHERE ${alias}."Id" = ?`,
      [...conditions.flatMap(({ parameters }) => parameters), ...joins.parameters, row['Id'] ?? null],
    );
    return rules.flatMap(({ rule }, index) => {
      if (found?.[index] !== 1) return [];
      const fields = rule.errorField === undefined ? [] : [rule.errorField];
      return [saveError('FIELD_CUSTOM_VALIDATION_EXCEPTION', rule.message, fields)];
    });
  }

  /** A new record has no earlier values: as on the platform, they are the ones it was given. */
  #prior(object: ObjectDefinition, name: string, prior: StoredRow | undefined, alias: string): SqlFragment {
    const field = this.#schema.field(object.name, name)?.name ?? name;
    return prior
      ? { sql: '?', parameters: [prior[field] ?? null] }
      : { sql: `${alias}.${quote(field)}`, parameters: [] };
  }

  #rulesOf(object: ObjectDefinition): readonly Rule[] {
    let rules = this.#rules.get(object.name);
    if (!rules) {
      rules = object.validationRules
        .filter(({ active }) => active)
        .map((rule) => ({
          rule,
          condition: compileFormula(this.#schema, object.name, rule.condition, {
            blanksAs: 'blank',
            expected: 'boolean',
            allowRecordState: true,
          }),
        }));
      this.#rules.set(object.name, rules);
    }
    return rules;
  }
}
