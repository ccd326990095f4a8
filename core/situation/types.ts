/** A moment or a day as Salesforce writes it: `2026-03-01T09:30:00.000Z` or `2026-03-01`. */
export type IsoDateTime = string;
/** A calendar day, `2026-03-01`. */
export type IsoDate = string;

export type SignalType = 'text' | 'number' | 'boolean' | 'date';

/** One derived value. A date is its ISO text; several values (products of a deal) are a list; absent means blank. */
export type SignalValue = string | number | boolean | readonly string[];

/** What a field may hold when it leaves the org. */
export type FieldValue = string | number | boolean | null | undefined;

/** Everything known about one deal, as plain data. */
export interface DealFacts {
  /** Field values keyed by their path from Opportunity, e.g. `StageName`, `Account.Industry`. */
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly contactRoleCount?: number;
  readonly lineItemCount?: number;
  readonly productFamilies?: readonly string[];
  readonly products?: readonly string[];
}

/** One named fact of a situation, and how it is derived from a deal. */
export interface Signal {
  readonly code: string;
  /** English name, for tools; a page words it through `labelKey` where there is one. */
  readonly label: string;
  /** Key of the custom label that names the signal; absent for signals an admin added. */
  readonly labelKey?: string;
  readonly type: SignalType;
  /** The number counts days, so that `within days` can be asked of it. */
  readonly unit?: 'days';
  /** The value is a list, and a rule holds when one of its values does. */
  readonly multiple?: boolean;
  /** Opportunity field paths the value needs. */
  readonly fields: readonly string[];
  /** An equality on this signal may serve as anchor (a filterable key in the org). */
  readonly equality: boolean;
  /** Typical share of deals (0–1) for which one given value of this signal is true. Small is selective. */
  readonly share: number;
  /** The value for this deal at `now`, or undefined where it is blank. */
  derive(deal: DealFacts, now: Date): SignalValue | undefined;
}

/** A signal an admin added by naming the path of a field. */
export interface CustomSignal {
  readonly code: string;
  readonly label: string;
  readonly type: SignalType;
  readonly path: string;
}

export interface SignalRegistry {
  readonly signals: ReadonlyMap<string, Signal>;
  /** Every Opportunity field path that the signals need, sorted, each once. */
  readonly opportunityFields: readonly string[];
}

/** The facts of one deal at one moment. A signal that is blank has no entry. */
export interface Situation {
  readonly facts: ReadonlyMap<string, SignalValue>;
  readonly now: Date;
}
