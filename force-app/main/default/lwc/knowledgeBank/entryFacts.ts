import { latestVerdicts } from 'c/expertRecords';
import { recordsIn, related, text } from 'c/graphqlRecords';
import { plainText, type Found, type FoundEntry } from 'c/knowledgeSearch';
import { gql } from 'lightning/graphql';

/**
 * What full text search cannot tell of the entries it found: tags, verification, an answer without the words, and how
 * the summary reads now.
 */
export const FACTS_QUERY = gql`
  query EntryFacts($ids: [ID]) {
    uiapi {
      query {
        Tagging__c(where: { or: [{ Question__c: { in: $ids } }, { Nugget__c: { in: $ids } }] }, first: 1000) {
          edges {
            node {
              Id
              Question__c {
                value
              }
              Nugget__c {
                value
              }
              Tag__r {
                Name {
                  value
                }
              }
            }
          }
        }
        Verification__c(
          where: { Answer__r: { Question__c: { in: $ids } } }
          orderBy: { CreatedDate: { order: DESC } }
          first: 500
        ) {
          edges {
            node {
              Id
              Answer__c {
                value
              }
              Kind__c {
                value
              }
              Answer__r {
                Question__c {
                  value
                }
              }
            }
          }
        }
        Question__c(where: { Id: { in: $ids } }, first: 300) {
          edges {
            node {
              Id
              Answers__r(first: 1, orderBy: { Score__c: { order: DESC } }) {
                edges {
                  node {
                    Id
                    Body__c {
                      value
                    }
                  }
                }
              }
              Revisions__r(first: 1, where: { Kind__c: { eq: "Summary" } }, orderBy: { CreatedDate: { order: DESC } }) {
                edges {
                  node {
                    Id
                    Body__c {
                      value
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`;

export interface EntryFacts {
  readonly tags: ReadonlyMap<string, readonly string[]>;
  readonly verified: ReadonlySet<string>;
  /** An answer to each question that has one. */
  readonly answers: ReadonlyMap<string, string>;
  /** The latest summary of each question that has one. */
  readonly summaries: ReadonlyMap<string, { readonly id: string; readonly text: string }>;
}

/** Whose facts are asked for. */
export function idsOf(found: Found | undefined): string[] {
  return [...(found?.entries ?? []), ...(found?.summed ?? [])].map(({ id }) => id);
}

/** What `FACTS_QUERY` answered, by the entries' ids. */
export function toEntryFacts(data: unknown): EntryFacts {
  const tags = new Map<string, string[]>();
  for (const record of recordsIn(data, 'Tagging__c')) {
    const id = text(record, 'Question__c') ?? text(record, 'Nugget__c') ?? '';
    tags.set(id, [...(tags.get(id) ?? []), text(record, 'Tag__r.Name') ?? '']);
  }
  const verdicts = latestVerdicts(data);
  const verified = new Set(
    recordsIn(data, 'Verification__c')
      .filter((record) => verdicts.get(text(record, 'Answer__c') ?? '') === 'Verified')
      .map((record) => text(record, 'Answer__r.Question__c') ?? ''),
  );
  const answers = new Map<string, string>();
  const summaries = new Map<string, { id: string; text: string }>();
  for (const record of recordsIn(data, 'Question__c')) {
    const id = text(record, 'Id') ?? '';
    const [best] = related(record, 'Answers__r');
    const [summary] = related(record, 'Revisions__r');
    if (best) answers.set(id, plainText(text(best, 'Body__c') ?? ''));
    if (summary) summaries.set(id, { id: text(summary, 'Id') ?? '', text: plainText(text(summary, 'Body__c') ?? '') });
  }
  return { tags, verified, answers, summaries };
}

/**
 * The entries with their facts; as they are until the facts are known. What was found by a summary alone is there once
 * it is known that the summary still has the words.
 */
export function withFacts({ entries, summed }: Found, facts: EntryFacts | undefined): readonly FoundEntry[] {
  if (!facts) return entries;
  const current = summed.filter(({ id, versionIds }) => versionIds.includes(facts.summaries.get(id)?.id ?? ''));
  return [...entries, ...current].map((entry) => {
    const { id, acceptedAnswer, answers = [] } = entry;
    const other = facts.answers.get(id);
    const isBare = acceptedAnswer === undefined && answers.length === 0 && other !== undefined;
    return {
      ...entry,
      tags: facts.tags.get(id) ?? [],
      verified: entry.verified === true || facts.verified.has(id),
      ...(isBare && { answers: [other] }),
      summary: facts.summaries.get(id)?.text ?? entry.summary,
    };
  });
}
