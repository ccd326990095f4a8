import { type FetchResponseError, orgRequest } from './api/org-request.ts';

type Parameters = Readonly<Record<string, unknown>>;

interface ApexResult {
  readonly data: unknown;
  readonly error: FetchResponseError | undefined;
}

/** What `@salesforce/apex/Class.method` gives a component: a function to call, which is a wire adapter as well. */
export function apexMethod(name: string): (parameters?: Parameters) => Promise<unknown> {
  const call = (parameters: Parameters = {}): Promise<unknown> =>
    orgRequest('POST', `/local-org/apex/${encodeURIComponent(name)}`, parameters);
  return Object.assign(call, { adapter: apexAdapter(call) });
}

/** Calls the method each time its parameters change, and waits while one of them is undefined, as the platform does. */
function apexAdapter(call: (parameters: Parameters) => Promise<unknown>) {
  return class {
    private readonly callback: (result: ApexResult) => void;
    private parameters: Parameters | undefined;
    private connected = false;
    private asked = 0;

    constructor(callback: (result: ApexResult) => void) {
      this.callback = callback;
      callback({ data: undefined, error: undefined });
    }

    connect(): void {
      this.connected = true;
      this.ask();
    }

    update(parameters: Parameters = {}): void {
      this.parameters = Object.values(parameters).includes(undefined) ? undefined : parameters;
      this.ask();
    }

    disconnect(): void {
      this.connected = false;
      this.asked += 1;
    }

    private ask(): void {
      if (!this.connected || this.parameters === undefined) return;
      const turn = (this.asked += 1);
      const give = (result: ApexResult): void => {
        if (turn === this.asked) this.callback(result);
      };
      call(this.parameters).then(
        (data) => give({ data, error: undefined }),
        (error: FetchResponseError) => give({ data: undefined, error }),
      );
    }
  };
}
