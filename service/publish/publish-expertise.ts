import type { OrgClient } from '../connection/index.ts';
import { type RawSql, type Replica, readSetting, writeSetting } from '../replica/index.ts';
import { dayOf } from '../sync/day-ends.ts';
import { EXPERTISE, expertiseRows, isExpertiseChanged } from './expertise-rows.ts';
import { type PublishContext, type PublishReport, together } from './publish-report.ts';
import { publishAll } from './publish-rows.ts';

/** The tables that expertise follows from. */
const SOURCES = ['"user"', 'question', 'answer', 'tag', 'tagging', 'verification', 'knowledge_preference'] as const;

/**
 * Brings Expertise__c to what the knowledge bank says today. Where nothing of it changed since the last time, nothing
 * is computed.
 *
 * @param isDue compute whether or not something changed: what the org holds is not what was remembered of it
 * @throws FluencyError PUBLISH_WOULD_DELETE_MUCH
 */
export async function publishExpertise(
  client: OrgClient,
  { db, sql }: Replica,
  context: PublishContext & { readonly now: Date; readonly isDue: boolean },
): Promise<PublishReport> {
  const source = `${dayOf(context.now.getTime())} ${sourceOf(sql)}`;
  if (!context.isDue && (await readSetting(db, 'expertise_source')) === source) return together([]);
  const rows = expertiseRows(sql, context.now);
  const report = await publishAll(client, sql, EXPERTISE.object, rows, isExpertiseChanged, context);
  if (!context.dryRun && report.refused.length === 0) await writeSetting(db, 'expertise_source', source);
  return report;
}

/** Changes with every row that comes, goes or is changed. */
function sourceOf(sql: RawSql): string {
  return SOURCES.map((table) => sql.value<string>(`SELECT COUNT(*) || ' ' || IFNULL(MAX(modstamp), '') FROM ${table}`)).join(' '); // prettier-ignore
}
