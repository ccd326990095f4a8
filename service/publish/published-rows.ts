import type { OrgClient, OrgRecord } from '../connection/index.ts';
import { type ReplicaDatabase, type SettingName, readSetting, writeSetting } from '../replica/index.ts';
import { requiredTextOf, textOf } from '../sync/field-values.ts';

/** A computed object: what of it is kept for comparison, and how the org is asked for it. */
export interface ComputedObject<Content> {
  readonly object: 'Readiness__c' | 'Readiness_Snapshot__c';
  readonly query: string;
  readonly fingerprint: SettingName;
  contentOf(record: OrgRecord): Content;
}

export interface PublishedRow<Content> {
  readonly orgId: string;
  readonly personId: string | null;
  readonly content: Content;
}

const ROWS_A_STATEMENT = 200;

/** How many rows an object has and when one last changed: equal texts mean that nobody touched it. */
export function fingerprintQuery(object: string): string {
  return `SELECT COUNT(Id) n, MAX(SystemModstamp) m FROM ${object}`;
}

export function fingerprintOf(records: readonly OrgRecord[]): string {
  const [row] = records;
  return `${String(row?.['n'] ?? row?.['expr0'] ?? 0)} ${String(row?.['m'] ?? row?.['expr1'] ?? '')}`;
}

/**
 * The rows as the org holds them, by key in lower case. The replica's memory of them is used while the org's
 * fingerprint says that it is true; else (new replica, interrupted run, somebody else's change) the org is read.
 */
export async function publishedRows<Content>(
  client: OrgClient,
  db: ReplicaDatabase,
  computed: ComputedObject<Content>,
  fingerprint: string,
): Promise<Map<string, PublishedRow<Content>>> {
  if ((await readSetting(db, computed.fingerprint)) !== fingerprint) {
    const records = await client.query(computed.query);
    await db.transaction().execute(async (transaction) => {
      await transaction.deleteFrom('published').where('object', '=', computed.object).execute();
      const rows = records.map((record) => ({
        object: computed.object,
        key: requiredTextOf(record, 'Key__c').toLowerCase(),
        org_id: requiredTextOf(record, 'Id'),
        person_id: textOf(record, 'Person__c'),
        content: JSON.stringify(computed.contentOf(record)),
      }));
      for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
        await transaction
          .insertInto('published')
          .values(rows.slice(start, start + ROWS_A_STATEMENT))
          .execute();
      }
      await writeSetting(transaction, computed.fingerprint, fingerprint);
    });
  }
  const rows = await db.selectFrom('published').selectAll().where('object', '=', computed.object).execute();
  return new Map(
    rows.map((row) => [
      row.key,
      { orgId: row.org_id, personId: row.person_id, content: JSON.parse(row.content) as Content },
    ]),
  );
}

/** Remembers rows that the org acknowledged. */
export async function rememberPublished<Content>(
  db: ReplicaDatabase,
  object: string,
  rows: readonly {
    readonly key: string;
    readonly personId: string;
    readonly content: Content;
    readonly orgId: string;
  }[],
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    for (const row of rows) {
      const values = { org_id: row.orgId, person_id: row.personId, content: JSON.stringify(row.content) };
      await transaction
        .insertInto('published')
        .values({ object, key: row.key.toLowerCase(), ...values })
        .onConflict((conflict) => conflict.columns(['object', 'key']).doUpdateSet(values))
        .execute();
    }
  });
}

/** Forgets rows that the org deleted. */
export async function forgetPublished(db: ReplicaDatabase, object: string, keys: readonly string[]): Promise<void> {
  for (let start = 0; start < keys.length; start += ROWS_A_STATEMENT) {
    await db
      .deleteFrom('published')
      .where('object', '=', object)
      .where('key', 'in', keys.slice(start, start + ROWS_A_STATEMENT))
      .execute();
  }
}
