/** One query, whatever language it was asked in (SOQL, GraphQL, SOSL's RETURNING). */
export interface QueryPlan {
  readonly object: string;
  readonly fields: readonly SelectedField[];
  /** `FIELDS(ALL)` and its kin: every readable field of that kind. */
  readonly fieldGroups?: readonly FieldGroup[];
  /** `TYPEOF What WHEN Account THEN … END`: fields by the type of a polymorphic parent. */
  readonly typeBranches?: readonly TypeSelection[];
  readonly children: readonly ChildSelection[];
  readonly where?: Condition;
  readonly groupBy?: readonly FieldReference[];
  /** Subtotals: of every prefix of `groupBy` (rollup) or of every subset (cube). */
  readonly subtotals?: 'rollup' | 'cube';
  readonly having?: Condition;
  readonly orderBy: readonly Ordering[];
  readonly limit?: number;
  readonly offset?: number;
  /** Include rows in the recycle bin (`queryAll`). */
  readonly allRows: boolean;
  /** `SELECT COUNT()`: `totalSize` is the number of rows, and no row is returned. */
  readonly countOnly?: boolean;
  /** `mine`: only records that the actor owns. */
  readonly scope?: 'everything' | 'mine';
  /** The query's text, so that errors can point into it. */
  readonly source?: string;
  /** Where the object's name stands in `source`. */
  readonly at?: number;
}

export type FieldGroup = 'all' | 'standard' | 'custom';

/** A way from the queried object to a field, e.g. `['Account', 'Owner', 'Name']`. */
export type FieldPath = readonly string[];

export interface FieldReference {
  readonly path: FieldPath;
  readonly function?: FieldFunction;
  /** `convertTimezone(field)`: the function sees the time in the actor's time zone instead of UTC. */
  readonly convertTimezone?: boolean;
  /** Where the reference stands in the plan's `source`. */
  readonly at?: number;
}

/**
 * What is applied to a field, in upper case: a date function (`CALENDAR_MONTH`, `DAY_ONLY` …), `TOLABEL`, `FORMAT`,
 * `CONVERTCURRENCY`, or `GROUPING`.
 */
export type FieldFunction = string;

export type AggregateFunction = 'count' | 'count_distinct' | 'sum' | 'avg' | 'min' | 'max';

export interface SelectedField extends FieldReference {
  /** `count` with an empty path counts rows. */
  readonly aggregate?: AggregateFunction;
  readonly alias?: string;
}

export interface TypeSelection {
  /** The polymorphic relationship's name, e.g. `What`. */
  readonly relationshipName: string;
  readonly branches: readonly { readonly object: string; readonly fields: readonly SelectedField[] }[];
  readonly otherwise: readonly SelectedField[];
  readonly at?: number;
}

export interface ChildSelection {
  readonly relationshipName: string;
  readonly plan: QueryPlan;
  /** The key under which the answer holds the rows; the relationship's name unless aliased. */
  readonly alias?: string;
}

export interface Ordering extends SelectedField {
  readonly direction: 'asc' | 'desc';
  readonly nulls: 'first' | 'last';
}

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'like' | 'in' | 'not in' | 'includes' | 'excludes';

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly conditions: readonly Condition[] }
  | { readonly kind: 'not'; readonly condition: Condition }
  | {
      readonly kind: 'compare';
      readonly left: SelectedField;
      readonly operator: Comparison;
      readonly value: Literal | readonly Literal[];
    }
  | {
      readonly kind: 'semi-join';
      readonly left: FieldReference;
      readonly negated: boolean;
      readonly plan: QueryPlan;
    };

/** `includes`/`excludes` take strings in which `;` joins values that must all be chosen. */
export type Literal =
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'date'; readonly value: string }
  | { readonly kind: 'datetime'; readonly value: string }
  | { readonly kind: 'dateLiteral'; readonly name: string; readonly n?: number };
