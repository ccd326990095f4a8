/** One query, whatever language it was asked in (SOQL, GraphQL, SOSL's RETURNING). */
export interface QueryPlan {
  readonly object: string;
  readonly fields: readonly SelectedField[];
  readonly children: readonly ChildSelection[];
  readonly where?: Condition;
  readonly groupBy?: readonly FieldReference[];
  readonly having?: Condition;
  readonly orderBy: readonly Ordering[];
  readonly limit?: number;
  readonly offset?: number;
  /** Include rows in the recycle bin (`queryAll`). */
  readonly allRows: boolean;
}

/** A way from the queried object to a field, e.g. `['Account', 'Owner', 'Name']`. */
export type FieldPath = readonly string[];

export interface FieldReference {
  readonly path: FieldPath;
  readonly function?: FieldFunction;
}

/** A date function or format applied to a field, e.g. `CALENDAR_MONTH(CloseDate)`. */
export type FieldFunction = string;

export interface SelectedField extends FieldReference {
  readonly aggregate?: 'count' | 'count_distinct' | 'sum' | 'avg' | 'min' | 'max';
  readonly alias?: string;
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

export type Literal =
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'date'; readonly value: string }
  | { readonly kind: 'datetime'; readonly value: string }
  | { readonly kind: 'dateLiteral'; readonly name: string; readonly n?: number };
