import { toQuestion, type Question } from 'c/checks';
import { number, recordsIn, related, text } from 'c/graphqlRecords';
import { toCheckResponse, toReadinessRow, type CheckResponse, type ReadinessRow } from 'c/readinessRecords';

/** Everything the dialog shows or computes with. */
export interface NuggetToRead {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly summary?: string;
  /** Rich text. */
  readonly body: string;
  readonly mediaUrl?: string;
  readonly minutes: number;
  readonly verifiedOn?: string;
  readonly verificationDue?: string;
  readonly questions: readonly Question[];
  /** The person's published readiness in every skill: without it, old answers in a skill would count as new ones. */
  readonly skills: readonly ReadinessRow[];
  readonly personState?: string;
  /** The person's answers to any question, latest first. */
  readonly responses: readonly CheckResponse[];
}

/** What the query answered; undefined where the nugget is not published or not visible. */
export function toNuggetToRead(data: unknown): NuggetToRead | undefined {
  const record = recordsIn(data, 'Nugget__c')[0];
  if (!record || text(record, 'Status__c') !== 'Published') return undefined;
  return {
    id: text(record, 'Id') ?? '',
    title: text(record, 'Name') ?? '',
    kind: text(record, 'Kind__c') ?? '',
    summary: text(record, 'Summary__c'),
    body: text(record, 'Body__c') ?? '',
    mediaUrl: text(record, 'Media_URL__c'),
    minutes: number(record, 'Minutes__c') ?? 0,
    verifiedOn: text(record, 'Verified_On__c'),
    verificationDue: text(record, 'Verification_Due__c'),
    questions: related(record, 'Check_Questions__r').map(toQuestion),
    skills: recordsIn(data, 'skills').map((row) => ({ ...toReadinessRow(row), scope: 'Skill' })),
    personState: recordsIn(data, 'overall').map((row) => text(row, 'State__c'))[0],
    responses: recordsIn(data, 'Check_Response__c').flatMap((row) => toCheckResponse(row) ?? []),
  };
}
