import type { CheckResponse } from 'c/readinessRecords';
import { toUtc } from 'c/dates';
import CREATED_DATE from '@salesforce/schema/Check_Response__c.CreatedDate';
import EXPLANATION from '@salesforce/schema/Check_Response__c.Explanation__c';
import IS_CORRECT from '@salesforce/schema/Check_Response__c.Is_Correct__c';
import { createRecord, getFieldValue, type RecordRepresentation } from 'lightning/uiRecordApi';
import type { GradedAnswer } from './checkSession';
import type { Option, Question } from './question';

/** What the org says about an answer: formulas over what the person cannot read, and its own clock. */
export const GRADE_FIELDS = [IS_CORRECT, EXPLANATION, CREATED_DATE];

/** An answer that the org has and the person has not seen the result of. */
export type SavedAnswer = Omit<CheckResponse, 'correct'>;

export interface NewAnswer {
  readonly question: Question;
  readonly option: Option;
  /** The deal from which the nugget was opened, if any. */
  readonly opportunityId?: string;
  readonly seconds: number;
}

/** Saves the chosen option for the current user; rejects with the org's error. */
export async function saveAnswer({ question, option, opportunityId, seconds }: NewAnswer): Promise<SavedAnswer> {
  const { id } = await createRecord({
    apiName: IS_CORRECT.objectApiName,
    fields: { Question__c: question.id, Chosen_Option__c: option, Opportunity__c: opportunityId, Seconds__c: seconds },
  });
  const { id: questionId, skillCode, difficulty } = question;
  return { id, questionId, skillCode, difficulty, at: new Date().toISOString() };
}

/** The answer with the grade that its record carries. */
export function readGrade(answer: SavedAnswer, record: RecordRepresentation): GradedAnswer {
  const [explanation, created] = [EXPLANATION, CREATED_DATE].map((field) => getFieldValue(record, field));
  const at = typeof created === 'string' ? toUtc(created) : answer.at;
  return {
    response: { ...answer, at, correct: getFieldValue(record, IS_CORRECT) === true },
    explanation: typeof explanation === 'string' ? explanation : undefined,
  };
}
