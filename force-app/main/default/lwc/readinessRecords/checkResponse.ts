import { toUtc } from 'c/dates';
import { flag, text, type PlainRecord } from 'c/graphqlRecords';

/** A graded answer of one person. */
export interface CheckResponse {
  readonly id: string;
  readonly questionId: string;
  readonly skillCode: string;
  /** UTC moment, `…Z`. */
  readonly at: string;
  readonly correct: boolean;
  /** The question's difficulty, as core serialised it. */
  readonly difficulty?: string;
}

/** The answer of a `Check_Response__c` record; undefined for one that lacks a question, a skill or a date. */
export function toCheckResponse(record: PlainRecord): CheckResponse | undefined {
  const [id, questionId, skillCode, created] = ['Id', 'Question__c', 'Skill_Code__c', 'CreatedDate'].map((name) =>
    text(record, name),
  );
  if (!id || !questionId || !skillCode || !created) return undefined;
  const difficulty = text(record, 'Question__r.Difficulty_State__c');
  return { id, questionId, skillCode, at: toUtc(created), correct: flag(record, 'Is_Correct__c'), difficulty };
}
