import type { FieldPath } from '../../query/plan.ts';
import type { SqlFragment } from '../../security/types.ts';

/** The types that formulas compute with. A picklist is no text: only a few functions take one. */
export type FormulaType = 'text' | 'number' | 'boolean' | 'date' | 'datetime' | 'picklist' | 'multipicklist' | 'id';

/** Where a compiled formula finds its values; the caller knows tables, joins and the clock. */
export interface FormulaScope {
  /**
   * The SQL of a field as the API would show it; formula and roll-up fields on the way are the scope's business too.
   * `Owner:User` as a step of the path says which of several objects a polymorphic reference is followed to.
   */
  column(path: FieldPath): SqlFragment;
  /** The value of the record's own field before the write, for PRIORVALUE and ISCHANGED. */
  prior?(fieldName: string): SqlFragment;
  /** True (1) while a record is inserted. */
  readonly isNew?: SqlFragment;
  /** `YYYY-MM-DD` in the reader's time zone. */
  readonly today: string;
  /** `YYYY-MM-DDTHH:MM:SS.sssZ`. */
  readonly now: string;
  /** A field of the running user, for `$User.…`; `Id` at least. */
  userField?(name: string): SqlFragment;
  /** Whether the running user has a custom permission, for `$Permission.…`. */
  hasPermission?(name: string): boolean;
}

export interface CompileOptions {
  /** How a blank number counts; the setting of a formula field. Rules count it as blank. */
  readonly blanksAs: 'zero' | 'blank';
  /** What the formula must give; absent when anything will do. A percent shows a result of 0.5 as 50. */
  readonly expected?: FormulaType | 'percent';
  /** True where ISNEW, ISCHANGED and PRIORVALUE make sense: in validation rules. Rules may also read long texts. */
  readonly allowRecordState?: boolean;
  /** False for a default value, which cannot look at the record. */
  readonly allowFields?: boolean;
}

export interface CompiledFormula {
  readonly returnType: FormulaType;
  /** The fields that the formula reads, each once. */
  readonly paths: readonly FieldPath[];
  /** The custom permissions that it asks about. */
  readonly permissions: readonly string[];
  /** One SQL expression: blank is NULL, a checkbox 0 or 1, dates and times as the store keeps them. */
  toSql(scope: FormulaScope): SqlFragment;
}
