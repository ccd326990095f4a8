import { text, type PlainRecord } from 'c/graphqlRecords';

export const OPTIONS = ['A', 'B', 'C', 'D'] as const;
export type Option = (typeof OPTIONS)[number];

/** One check question, without what the person may not know. */
export interface Question {
  readonly id: string;
  readonly prompt: string;
  readonly options: readonly { readonly option: Option; readonly text: string }[];
  readonly skillCode: string;
  readonly skillName: string;
  /** The question's difficulty, as core serialised it. */
  readonly difficulty?: string;
}

/** The question of a `Check_Question__c` record. */
export function toQuestion(record: PlainRecord): Question {
  return {
    id: text(record, 'Id') ?? '',
    prompt: text(record, 'Prompt__c') ?? '',
    options: OPTIONS.flatMap((option) => {
      const words = text(record, `Option_${option}__c`);
      return words === undefined ? [] : [{ option, text: words }];
    }),
    skillCode: text(record, 'Skill__r.Code__c') ?? '',
    skillName: text(record, 'Skill__r.Name') ?? '',
    difficulty: text(record, 'Difficulty_State__c'),
  };
}
