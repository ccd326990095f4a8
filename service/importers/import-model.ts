/** Where a record came from, for the report. */
export interface Source {
  readonly file: string;
  readonly line: number;
}

export interface ImportPerson extends Source {
  readonly name: string;
  readonly username: string;
  readonly kind: 'rep' | 'manager';
  readonly region: string;
  /** Name of the person's manager, for reps. */
  readonly manager?: string;
}

export interface ImportProduct extends Source {
  readonly key: string;
  readonly name: string;
  readonly family?: string;
  readonly price: number;
}

export interface ImportAccount extends Source {
  readonly key: string;
  readonly name: string;
  readonly sector?: string;
  readonly industry?: string;
  readonly yearStarted?: string;
  readonly annualRevenue?: number;
  readonly employees?: number;
  readonly country?: string;
  readonly parentKey?: string;
  /** Name of the person with most deals of the account. */
  readonly owner?: string;
}

export interface ImportOpportunity extends Source {
  readonly key: string;
  readonly name: string;
  readonly owner: string;
  readonly stage: string;
  readonly openedOn?: string;
  readonly closeDate: string;
  readonly productKey: string;
  readonly value: number;
  readonly accountKey?: string;
}

/** An export, read, mended and checked; what is refused is in the report and not here. */
export interface ImportPlan {
  readonly people: readonly ImportPerson[];
  readonly products: readonly ImportProduct[];
  readonly accounts: readonly ImportAccount[];
  readonly opportunities: readonly ImportOpportunity[];
  /** Data rows of the opportunity file: imported and refused ones together. */
  readonly opportunityRows: number;
}
