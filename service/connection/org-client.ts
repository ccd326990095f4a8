/** A record as the org answers it; blank is null there. */
export type OrgRecord = Readonly<Record<string, unknown>> & { readonly Id?: string };

/** A record on its way to the org: null blanks a field, an absent field stays as it is. */
export type OrgInput = Readonly<Record<string, OrgInputValue>>;
export type OrgInputValue = string | number | boolean | null | Readonly<Record<string, string>>;

/** What became of one record, in the order in which the records were given. */
export type SaveOutcome =
  | { readonly ok: true; readonly id: string; readonly created: boolean }
  | { readonly ok: false; readonly code: string; readonly message: string };

export interface SaveOptions {
  /** False: collections whatever the number of records. */
  readonly bulk?: boolean;
  /** Called after each chunk was acknowledged, with the index of its first record. */
  readonly onChunk?: (start: number, outcomes: readonly SaveOutcome[]) => void | Promise<void>;
}

export interface QueryOptions {
  /** Deleted records too, as far as the org still knows them. */
  readonly all?: boolean;
  /** Called as records arrive. */
  readonly onProgress?: (read: number, total: number) => void;
}

/** A query, of deleted records too when `all` is set. */
export interface QueryRequest {
  readonly soql: string;
  readonly all?: boolean;
}

export interface FieldDescription {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly updateable: boolean;
  readonly createable: boolean;
}

export interface OrgIdentity {
  readonly organizationId: string;
  readonly userId: string;
  readonly username: string;
}

/**
 * The org as the service sees it: the one door. Everything else in the service depends on this and not on a client
 * library.
 */
export interface OrgClient {
  readonly instanceUrl: string;
  /** API calls made through this client so far. */
  readonly apiCalls: number;
  identity(): Promise<OrgIdentity>;
  /** All rows of a query: pages of 2,000, or Bulk API 2.0 when there are more than 2,000 rows. */
  query(soql: string, options?: QueryOptions): Promise<readonly OrgRecord[]>;
  /** Several queries in few calls (composite, five a call), each answered as `query` does. */
  queryMany(queries: readonly (string | QueryRequest)[]): Promise<readonly (readonly OrgRecord[])[]>;
  /** Upserts by external id: 200 a call, Bulk API 2.0 above 2,000 records. */
  upsert(
    object: string,
    externalId: string,
    records: readonly OrgInput[],
    options?: SaveOptions,
  ): Promise<readonly SaveOutcome[]>;
  insert(object: string, records: readonly OrgInput[], options?: SaveOptions): Promise<readonly SaveOutcome[]>;
  /** Each record holds its `Id`. */
  update(object: string, records: readonly OrgInput[], options?: SaveOptions): Promise<readonly SaveOutcome[]>;
  delete(object: string, ids: readonly string[], options?: SaveOptions): Promise<readonly SaveOutcome[]>;
  /**
   * Deletes past the recycle bin, what lies in it already too (Bulk API 2.0, whatever the number). Undefined where the
   * user lacks the permission "Bulk API Hard Delete": then nothing was deleted.
   */
  deleteForGood(object: string, ids: readonly string[]): Promise<readonly SaveOutcome[] | undefined>;
  /** Whether the user may delete records of the object; undefined where the user has no such object. */
  mayDelete(object: string): Promise<boolean | undefined>;
  /** The object's fields as this user may use them, or undefined where the user has no such object. */
  describe(object: string): Promise<readonly FieldDescription[] | undefined>;
  /** Instance URL and token of the moment, for the metadata library. Never log it. */
  session(): { readonly instanceUrl: string; readonly accessToken: string };
}
