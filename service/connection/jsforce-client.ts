import { Connection } from 'jsforce';
import { FluencyError } from '../error.ts';
import type { Login, Session } from './login.ts';
import type {
  FieldDescription,
  OrgClient,
  OrgIdentity,
  OrgInput,
  OrgRecord,
  QueryOptions,
  QueryRequest,
  SaveOptions,
  SaveOutcome,
} from './org-client.ts';
import { queryAllPages, queryTogether } from './query.ts';
import { OrgRefusal, sendRest } from './rest.ts';
import type { RetryOptions } from './retry.ts';
import { type SaveKind, saveRecords } from './save.ts';

/** Opens a session and gives the org through jsforce. */
export async function openJsforceClient(
  login: Login,
  apiVersion: string,
  retry: RetryOptions = {},
): Promise<OrgClient> {
  return new JsforceClient(await login(), login, apiVersion, retry);
}

interface ObjectDescription {
  readonly fields: readonly FieldDescription[];
  readonly deletable: boolean;
}

class JsforceClient implements OrgClient {
  apiCalls = 0;
  readonly #connection: Connection;
  readonly #retry: RetryOptions;
  #session: Session;

  constructor(session: Session, login: Login, version: string, retry: RetryOptions) {
    this.#session = session;
    this.#retry = retry;
    this.#connection = new Connection({
      instanceUrl: session.instanceUrl,
      accessToken: session.accessToken,
      version,
      callOptions: { client: 'fluency' },
      refreshFn: (_connection, done) => {
        login().then(
          (renewed) => {
            this.#session = renewed;
            done(undefined, renewed.accessToken);
          },
          (error: unknown) => {
            // jsforce would fold the error into a text: keep ours for the caller.
            this.#renewalError = error;
            done(error instanceof Error ? error : new Error(String(error)));
          },
        );
      },
    });
    this.#countCalls();
  }

  #renewalError: unknown;

  get instanceUrl(): string {
    return this.#connection.instanceUrl;
  }

  async identity(): Promise<OrgIdentity> {
    const { organizationId, userId, username } = this.#session;
    if (organizationId !== undefined && userId !== undefined && username !== undefined)
      return { organizationId, userId, username };
    const body = (await this.#send({ method: 'GET', path: '/services/oauth2/userinfo' })).body as Record<
      string,
      string
    >;
    const identity = {
      organizationId: body['organization_id'] ?? '',
      userId: body['user_id'] ?? '',
      username: body['preferred_username'] ?? '',
    };
    this.#session = { ...this.#session, ...identity };
    return identity;
  }

  query(soql: string, options?: QueryOptions): Promise<readonly OrgRecord[]> {
    return this.#own(() => queryAllPages(this.#connection, soql, options, this.#retry));
  }

  queryMany(queries: readonly (string | QueryRequest)[]): Promise<readonly (readonly OrgRecord[])[]> {
    const requests = queries.map((query) => (typeof query === 'string' ? { soql: query } : query));
    return this.#own(() => queryTogether(this.#connection, requests, this.#retry));
  }

  upsert(
    object: string,
    externalId: string,
    records: readonly OrgInput[],
    options?: SaveOptions,
  ): Promise<readonly SaveOutcome[]> {
    return this.#save({ operation: 'upsert', externalId }, object, records, options);
  }

  insert(object: string, records: readonly OrgInput[], options?: SaveOptions): Promise<readonly SaveOutcome[]> {
    return this.#save({ operation: 'insert' }, object, records, options);
  }

  update(object: string, records: readonly OrgInput[], options?: SaveOptions): Promise<readonly SaveOutcome[]> {
    return this.#save({ operation: 'update' }, object, records, options);
  }

  delete(object: string, ids: readonly string[], options?: SaveOptions): Promise<readonly SaveOutcome[]> {
    return this.#save(
      { operation: 'delete' },
      object,
      ids.map((id) => ({ Id: id })),
      options,
    );
  }

  async deleteForGood(object: string, ids: readonly string[]): Promise<readonly SaveOutcome[] | undefined> {
    try {
      return await this.#save(
        { operation: 'hardDelete' },
        object,
        ids.map((id) => ({ Id: id })),
      );
    } catch (error) {
      if (error instanceof OrgRefusal && error.orgCode === 'FEATURENOTENABLED') return undefined;
      throw error;
    }
  }

  async describe(object: string): Promise<readonly FieldDescription[] | undefined> {
    return (await this.#description(object))?.fields;
  }

  async mayDelete(object: string): Promise<boolean | undefined> {
    return (await this.#description(object))?.deletable;
  }

  async #description(object: string): Promise<ObjectDescription | undefined> {
    try {
      const { body } = await this.#send({ method: 'GET', path: `/sobjects/${object}/describe` });
      return body as ObjectDescription;
    } catch (error) {
      if (error instanceof OrgRefusal && ['NOT_FOUND', 'INVALID_TYPE', 'INSUFFICIENT_ACCESS'].includes(error.orgCode))
        return undefined;
      throw error;
    }
  }

  session(): { readonly instanceUrl: string; readonly accessToken: string } {
    return { instanceUrl: this.#connection.instanceUrl, accessToken: this.#connection.accessToken ?? '' };
  }

  #send(request: Parameters<typeof sendRest>[1]): ReturnType<typeof sendRest> {
    return this.#own(() => sendRest(this.#connection, request, this.#retry));
  }

  #save(
    kind: SaveKind,
    object: string,
    records: readonly OrgInput[],
    options?: SaveOptions,
  ): Promise<readonly SaveOutcome[]> {
    return this.#own(() => saveRecords(this.#connection, kind, object, records, options, this.#retry));
  }

  /** When the session could not be renewed, says why in our own typed error instead of the library's text. */
  async #own<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const renewal = this.#renewalError;
      this.#renewalError = undefined;
      throw renewal instanceof FluencyError ? renewal : error;
    }
  }

  /** Every request, retries and renewals included, passes the transport: that is where calls are counted. */
  #countCalls(): void {
    const transport = this.#connection._transport;
    const send = transport.httpRequest.bind(transport);
    transport.httpRequest = (request, options) => {
      this.apiCalls += 1;
      return send(request, options);
    };
  }
}
