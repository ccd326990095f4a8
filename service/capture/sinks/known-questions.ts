import { createKnowledgeIndex, findDuplicates } from '../../../core/knowledge/index.ts';
import type { OrgClient } from '../../connection/index.ts';
import { queryInLists } from '../../connection/query-in-lists.ts';
import { plainText } from '../../exchanges/index.ts';
import { momentOf, requiredTextOf } from '../../sync/field-values.ts';

export interface Asked {
  readonly title: string;
  readonly body: string;
}

/** The questions in the org, to find the one that an exchange repeats: neither duplicates nor outdated ones. */
export interface KnownQuestions {
  /** For each draft, the id of the question that probably asks the same and is there now. */
  repeatedBy(drafts: readonly Asked[]): Promise<readonly (string | undefined)[]>;
}

const STANDS = "Status__c != 'Duplicate' AND Outdated__c = false";

export function knownQuestions(client: OrgClient): KnownQuestions {
  const index = createKnowledgeIndex();
  let since: string | undefined;

  /** Learns what was asked or changed since it was last called. */
  async function refresh(): Promise<void> {
    // The stamp is read again: several rows may share it.
    const changed = since === undefined ? '' : ` AND SystemModstamp >= ${since}`;
    const rows = await client.query(
      `SELECT Id, Title__c, Body__c, SystemModstamp FROM Question__c WHERE ${STANDS}${changed} ORDER BY SystemModstamp, Id`,
    );
    for (const row of rows) {
      index.add({
        id: requiredTextOf(row, 'Id'),
        kind: 'question',
        title: requiredTextOf(row, 'Title__c'),
        body: plainText(requiredTextOf(row, 'Body__c')),
      });
      since = momentOf(row, 'SystemModstamp') ?? since;
    }
  }

  function likeliest(draft: Asked): string | undefined {
    const [best] = findDuplicates(draft, index, { limit: 1 });
    return best?.likely === true ? best.entry.id : undefined;
  }

  /** Those of the questions that were deleted, or became a duplicate or outdated, since they were learned. */
  async function goneOf(ids: readonly string[]): Promise<string[]> {
    const rows = await queryInLists(
      client,
      ids,
      (list) => `SELECT Id FROM Question__c WHERE Id IN ${list} AND ${STANDS}`,
    );
    const there = new Set(rows.map((row) => requiredTextOf(row, 'Id')));
    return ids.filter((id) => !there.has(id));
  }

  return {
    async repeatedBy(drafts) {
      if (drafts.length === 0) return [];
      await refresh();
      for (;;) {
        const found = drafts.map(likeliest);
        // What is gone leaves no trace to read: only what is to be proposed is asked for.
        const gone = await goneOf([...new Set(found.flatMap((id) => id ?? []))]);
        if (gone.length === 0) return found;
        for (const id of gone) index.remove(id);
      }
    },
  };
}
