import { records } from '../../../data/org-data.ts';
import type { RecordRepresentation } from '../../../data/record.ts';
import type { GetRecordConfig } from './uiRecordApi.ts';
import { recordRequest } from './uiRecordApi.ts';

interface RecordSet extends Omit<GetRecordConfig, 'recordId'> {
  readonly recordIds: readonly string[];
}

type BatchResult = { readonly statusCode: number; readonly result: RecordRepresentation | unknown };
type Result = { readonly data: { readonly results: readonly BatchResult[] } | undefined; readonly error: undefined };

/** Wire adapter: several records at once, each with a status of its own. */
export class getRecords {
  private readonly callback: (result: Result) => void;
  private config: { readonly records?: readonly RecordSet[] | undefined } = {};
  private releases: (() => void)[] = [];
  private connected = false;

  constructor(callback: (result: Result) => void) {
    this.callback = callback;
    callback({ data: undefined, error: undefined });
  }

  connect(): void {
    this.connected = true;
    this.watch();
  }

  update(config: { readonly records?: readonly RecordSet[] | undefined }): void {
    if (JSON.stringify(config) === JSON.stringify(this.config)) return;
    this.config = config;
    if (this.connected) this.watch();
  }

  disconnect(): void {
    this.connected = false;
    this.release();
  }

  private watch(): void {
    this.release();
    const requests = (this.config.records ?? []).flatMap(({ recordIds, ...rest }) =>
      recordIds.map((recordId) => recordRequest({ ...rest, recordId })).filter((request) => request !== undefined),
    );
    const results: (BatchResult | undefined)[] = requests.map(() => undefined);
    const settle = (index: number, result: BatchResult): void => {
      results[index] = result;
      const known = results.filter((one) => one !== undefined);
      if (known.length === results.length) this.callback({ data: { results: known }, error: undefined });
    };
    this.releases = requests.map((request, index) =>
      records.watch(request, {
        next: (record) => settle(index, { statusCode: 200, result: record }),
        error: (error) => settle(index, { statusCode: (error as { status?: number }).status ?? 500, result: error }),
      }),
    );
  }

  private release(): void {
    for (const release of this.releases) release();
    this.releases = [];
  }
}
