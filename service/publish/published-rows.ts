import type { OrgClient, OrgRecord } from '../connection/index.ts';
import type { RawSql, Replica, SettingName } from '../replica/index.ts';
import { requiredTextOf, textOf } from '../sync/field-values.ts';

/** A computed object: what of it is kept for comparison, and how the org is asked for it. */
export interface ComputedObject<Content> {
  readonly object: 'Expertise__c' | 'Readiness__c' | 'Training_Record__c';
  readonly query: string;
  readonly fingerprint: SettingName;
  contentOf(record: OrgRecord): Content;
}

export interface PublishedRow<Content> {
  readonly orgId: string;
  readonly content: Content;
}

const RECORDS_A_QUERY = 50_000;

/** How many rows an object has and when one last changed: equal texts mean that nobody touched it. */
export function fingerprintQuery(object: string): string {
  return `SELECT COUNT(Id) n, MAX(SystemModstamp) m FROM ${object}`;
}

export function fingerprintOf(records: readonly OrgRecord[]): string {
  const [row] = records;
  return `${String(row?.['n'] ?? row?.['expr0'] ?? 0)} ${String(row?.['m'] ?? row?.['expr1'] ?? '')}`;
}

/** All records of a query without a condition, in parts that fit into memory; most orgs need one. */
export async function* recordsInParts(client: OrgClient, query: string): AsyncIterable<readonly OrgRecord[]> {
  let last: string | undefined;
  for (;;) {
    const where = last === undefined ? '' : ` WHERE Id > '${last}'`;
    const records = await client.query(`${query}${where} ORDER BY Id LIMIT ${RECORDS_A_QUERY}`);
    yield records;
    last = records.at(-1)?.Id;
    if (last === undefined || records.length < RECORDS_A_QUERY) return;
  }
}

/** Reads from the org what it holds of a computed object: the replica is new, or somebody else changed something. */
export async function readPublished<Content>(
  client: OrgClient,
  { sql }: Replica,
  computed: ComputedObject<Content>,
): Promise<void> {
  sql.run('CREATE TEMP TABLE IF NOT EXISTS held (key TEXT, org_id TEXT, person_id TEXT, content TEXT)');
  sql.run('DELETE FROM temp.held');
  for await (const records of recordsInParts(client, computed.query)) {
    const rows = records.map((record) => [
      requiredTextOf(record, 'Key__c').toLowerCase(),
      requiredTextOf(record, 'Id'),
      textOf(record, 'Person__c'),
      JSON.stringify(computed.contentOf(record)),
    ]);
    sql.run(
      'INSERT INTO temp.held SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?)',
      JSON.stringify(rows),
    );
  }
  sql.transaction(() => {
    sql.run('DELETE FROM published WHERE object = ?', computed.object);
    sql.run(
      'INSERT OR REPLACE INTO published (object, key, org_id, person_id, content) SELECT ?, key, org_id, person_id, content FROM temp.held',
      computed.object,
    );
  });
  sql.run('DELETE FROM temp.held');
}

/** What the org holds of some people's rows, by key in lower case. */
export function publishedOf<Content>(
  sql: RawSql,
  object: string,
  personIds: readonly string[],
): Map<string, PublishedRow<Content>> {
  return new Map(
    sql.rows<[string, PublishedRow<Content>]>(
      `SELECT json_array(p.key, json_object('orgId', p.org_id, 'content', json(p.content))) AS row
       FROM json_each(?) j CROSS JOIN published p
         ON p.object = ? AND p.key > j.value || ':' AND p.key < j.value || ';'`,
      JSON.stringify(personIds.map((personId) => personId.toLowerCase())),
      object,
    ),
  );
}

/** What the org holds of an object of which there are few. */
export function allPublished<Content>(sql: RawSql, object: string): Map<string, PublishedRow<Content>> {
  return new Map(
    sql.rows<[string, PublishedRow<Content>]>(
      `SELECT json_array(key, json_object('orgId', org_id, 'content', json(content))) AS row FROM published WHERE object = ?`,
      object,
    ),
  );
}

/** Remembers rows that the org acknowledged. */
export function rememberPublished<Content>(
  sql: RawSql,
  object: string,
  rows: readonly {
    readonly key: string;
    readonly personId: string | null;
    readonly content: Content;
    readonly orgId: string;
  }[],
): void {
  sql.run(
    `INSERT INTO published (object, key, org_id, person_id, content)
     SELECT ?, value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?) WHERE TRUE
     ON CONFLICT (object, key) DO UPDATE SET org_id = excluded.org_id, person_id = excluded.person_id,
       content = excluded.content`,
    object,
    JSON.stringify(
      rows.map(({ key, orgId, personId, content }) => [key.toLowerCase(), orgId, personId, JSON.stringify(content)]),
    ),
  );
}

/** Forgets rows that the org deleted. */
export function forgetPublished(sql: RawSql, object: string, keys: readonly string[]): void {
  sql.run(
    'DELETE FROM published WHERE object = ? AND key IN (SELECT value FROM json_each(?))',
    object,
    JSON.stringify(keys),
  );
}
