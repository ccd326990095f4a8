import { createHash } from 'node:crypto';
import type { OrgClient, OrgInput, SaveOptions, SaveOutcome } from '../../service/connection/index.ts';

/** An org that takes whatever it is given, at once. */
export interface AcknowledgingOrg extends OrgClient {
  /** Records written and deleted so far. */
  readonly records: number;
}

const CHUNK = 200;

/**
 * The org's side of publishing, without an org: it acknowledges every record, gives an external id the same record id
 * each time, and answers a new fingerprint after each change. It keeps no records, so that the memory measured is the
 * sync's own; whatever is asked of it beside fingerprints is empty.
 */
export function acknowledgingOrg(): AcknowledgingOrg {
  let records = 0;
  /** By object: how often it was written to. */
  const versions = new Map<string, number>();
  let apiCalls = 0;
  const save = async (
    object: string,
    given: readonly OrgInput[],
    idOf: (record: OrgInput) => string,
    options: SaveOptions = {},
  ): Promise<SaveOutcome[]> => {
    const outcomes: SaveOutcome[] = [];
    for (let start = 0; start < given.length; start += CHUNK) {
      const some = given.slice(start, start + CHUNK).map((record): SaveOutcome => {
        return { ok: true, id: idOf(record), created: false };
      });
      apiCalls += 1;
      records += some.length;
      versions.set(object, (versions.get(object) ?? 0) + 1);
      outcomes.push(...some);
      await options.onChunk?.(start, some);
    }
    return outcomes;
  };
  const byId = (record: OrgInput): string => String(record['Id']);
  return {
    instanceUrl: 'memory:',
    get apiCalls() {
      return apiCalls;
    },
    get records() {
      return records;
    },
    identity: () => Promise.resolve({ organizationId: '00D', userId: '005', username: 'sync@example.com' }),
    query: () => Promise.resolve([]),
    queryMany: (queries) => {
      apiCalls += 1;
      const versionOf = (soql: string): number => versions.get(/ FROM (\w+)/.exec(soql)?.[1] ?? '') ?? 0;
      return Promise.resolve(
        queries.map((query) => [{ n: 0, m: versionOf(typeof query === 'string' ? query : query.soql) }]),
      );
    },
    upsert: (object, externalId, given, options) =>
      save(object, given, (record) => idFrom(`${object} ${String(record[externalId]).toLowerCase()}`), options),
    insert: (object, given, options) =>
      save(object, given, (record) => idFrom(object + JSON.stringify(record)), options),
    update: (object, given, options) => save(object, given, byId, options),
    delete: (object, ids, options) =>
      save(
        object,
        ids.map((Id) => ({ Id })),
        byId,
        options,
      ),
    deleteForGood: () => Promise.resolve(undefined),
    mayDelete: () => Promise.resolve(true),
    describe: () => Promise.resolve(undefined),
    session: () => ({ instanceUrl: 'memory:', accessToken: '' }),
  };
}

function idFrom(text: string): string {
  return createHash('sha1').update(text).digest('hex').slice(0, 18);
}
