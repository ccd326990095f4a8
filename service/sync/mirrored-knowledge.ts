import { flagOf, momentOf, numberOf, requiredTextOf, textOf } from './field-values.ts';
import type { OrgRecord } from '../connection/index.ts';
import type { Flag } from '../replica/index.ts';
import { type MirroredObject, mirrored } from './mirrored-object.ts';

/** Somebody who is nobody of the org wrote it; its owner only brought it in. */
function isForeign(record: OrgRecord): Flag {
  return textOf(record, 'Author_Name__c') === null ? 0 : 1;
}

const uncounted = { isCounted: false };

/** What expertise follows from. Who wrote which answer and what became of it, but not what it says. */
export const MIRRORED_KNOWLEDGE: readonly MirroredObject[] = [
  mirrored(
    'Question__c',
    'question',
    'OwnerId Accepted_Answer__c Author_Name__c',
    (record) => ({
      owner_id: requiredTextOf(record, 'OwnerId'),
      accepted_id: textOf(record, 'Accepted_Answer__c'),
      foreign_author: isForeign(record),
    }),
    uncounted,
  ),
  mirrored(
    'Answer__c',
    'answer',
    'OwnerId Question__c Score__c Author_Name__c CreatedDate',
    (record) => ({
      owner_id: requiredTextOf(record, 'OwnerId'),
      question_id: requiredTextOf(record, 'Question__c'),
      votes: numberOf(record, 'Score__c') ?? 0,
      created_at: momentOf(record, 'CreatedDate') ?? '',
      foreign_author: isForeign(record),
    }),
    uncounted,
  ),
  mirrored('Tag__c', 'tag', 'Key__c', (record) => ({ key: requiredTextOf(record, 'Key__c') }), uncounted),
  mirrored(
    'Tagging__c',
    'tagging',
    'Tag__c Question__c',
    (record) => ({ tag_id: requiredTextOf(record, 'Tag__c'), question_id: textOf(record, 'Question__c') }),
    uncounted,
  ),
  mirrored(
    'Verification__c',
    'verification',
    'Answer__c Kind__c CreatedById CreatedDate',
    (record) => ({
      answer_id: requiredTextOf(record, 'Answer__c'),
      kind: requiredTextOf(record, 'Kind__c'),
      author_id: requiredTextOf(record, 'CreatedById'),
      created_at: momentOf(record, 'CreatedDate') ?? '',
    }),
    uncounted,
  ),
  mirrored(
    'Knowledge_Preference__c',
    'knowledge_preference',
    'OwnerId Hide_Expertise__c',
    (record) => ({
      owner_id: requiredTextOf(record, 'OwnerId'),
      hide_expertise: flagOf(record, 'Hide_Expertise__c'),
    }),
    uncounted,
  ),
];
