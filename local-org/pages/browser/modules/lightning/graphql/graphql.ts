import { changes } from '../../../data/changes.ts';
import type { GraphqlAnswer, GraphqlError, GraphqlRequest } from '../../../data/graphql-cache.ts';
import { recordIds } from '../../../data/graphql-cache.ts';
import { fetchGraphql, queries } from '../../../data/org-data.ts';

export interface GraphqlConfig {
  readonly query?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
}

export interface GraphqlResult {
  readonly data: unknown;
  readonly errors: readonly GraphqlError[] | undefined;
  readonly refresh: () => Promise<void>;
}

/** Marks GraphQL text. Fragments may be interpolated, as on the platform; values belong into variables. */
export function gql(texts: TemplateStringsArray, ...fragments: readonly string[]): string {
  return texts.reduce((whole, text, index) => whole + text + (fragments[index] ?? ''), '');
}

/** Wire adapter: provisions `{ data, errors, refresh }`; waits while the query or the variables are undefined. */
export class graphql {
  private readonly callback: (result: GraphqlResult) => void;
  private request: GraphqlRequest | undefined;
  private release: (() => void) | undefined;
  private connected = false;
  private readonly refresh = (): Promise<void> =>
    this.request === undefined ? Promise.resolve() : queries.refresh(this.request);

  constructor(callback: (result: GraphqlResult) => void) {
    this.callback = callback;
    callback({ data: undefined, errors: undefined, refresh: this.refresh });
  }

  connect(): void {
    this.connected = true;
    this.watch();
  }

  update(config: GraphqlConfig): void {
    const waits = config.query === undefined || ('variables' in config && config.variables === undefined);
    const request = waits ? undefined : requestOf(config);
    if (JSON.stringify(request) === JSON.stringify(this.request)) return;
    this.request = request;
    if (this.connected) this.watch();
  }

  disconnect(): void {
    this.connected = false;
    this.release?.();
    this.release = undefined;
  }

  private watch(): void {
    this.release?.();
    this.release = undefined;
    if (this.request === undefined) return;
    this.release = queries.watch(this.request, ({ data, errors }: GraphqlAnswer) =>
      this.callback({ data, errors, refresh: this.refresh }),
    );
  }
}

/** Runs a mutation once. Errors are part of the answer; records it wrote are shown anew wherever they appear. */
export async function executeMutation(
  config: GraphqlConfig,
): Promise<{ data: unknown; errors: readonly GraphqlError[] | undefined }> {
  if (config.query === undefined) throw new TypeError('executeMutation needs a query made with gql.');
  const answer = await fetchGraphql(requestOf(config));
  const written = recordIds([answer.data, config.variables]);
  if (answer.data !== undefined) await changes.publish(written);
  return answer;
}

function requestOf({ query = '', variables, operationName }: GraphqlConfig): GraphqlRequest {
  return {
    query,
    ...(variables === undefined ? {} : { variables }),
    ...(operationName === undefined ? {} : { operationName }),
  };
}
