import { createKnowledgeIndex, findDuplicates } from '../../../core/knowledge/index.ts';
import type { OrgClient } from '../../connection/index.ts';
import { plainText } from '../../exchanges/index.ts';
import { momentOf, requiredTextOf } from '../../sync/field-values.ts';

/** The questions in the org, to find the one that an exchange repeats. */
export interface KnownQuestions {
  /** Learns what was asked or changed since it was last called. */
  refresh(): Promise<void>;
  /** Id of the question that probably asks the same. */
  likeliest(draft: { readonly title: string; readonly body: string }): string | undefined;
}

export function knownQuestions(client: OrgClient): KnownQuestions {
  const index = createKnowledgeIndex();
  let since: string | undefined;
  return {
    async refresh() {
      // The stamp is read again: several rows may share it.
      const changed = since === undefined ? '' : ` WHERE SystemModstamp >= ${since}`;
      const rows = await client.query(
        `SELECT Id, Title__c, Body__c, Status__c, SystemModstamp FROM Question__c${changed} ORDER BY SystemModstamp, Id`,
      );
      for (const row of rows) {
        const id = requiredTextOf(row, 'Id');
        if (row['Status__c'] === 'Duplicate') index.remove(id);
        else
          index.add({
            id,
            kind: 'question',
            title: requiredTextOf(row, 'Title__c'),
            body: plainText(requiredTextOf(row, 'Body__c')),
          });
        since = momentOf(row, 'SystemModstamp') ?? since;
      }
    },
    likeliest: (draft) => {
      const [best] = findDuplicates(draft, index, { limit: 1 });
      return best?.likely === true ? best.entry.id : undefined;
    },
  };
}
