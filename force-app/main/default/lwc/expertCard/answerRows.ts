import { exactDate, shortDate } from 'c/dates';
import { latestVerdicts, wordVotes } from 'c/expertRecords';
import { number, recordsIn, text } from 'c/graphqlRecords';
import { expertLabels as labels } from 'c/labels';

export interface AnswerRow {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly signs: string;
  readonly date: string;
  readonly exactDate: string;
}

/** The answers that `ANSWERS_QUERY` answered, each with the signs that it helped. */
export function toAnswerRows(data: unknown, now: Date): AnswerRow[] {
  const verdicts = latestVerdicts(data);
  return recordsIn(data, 'Answer__c').map((record) => {
    const id = text(record, 'Id') ?? '';
    const signs = [
      ...(text(record, 'Question__r.Accepted_Answer__c') === id ? [labels.signAccepted] : []),
      ...(verdicts.get(id) === 'Verified' ? [labels.signVerified] : []),
      ...wordVotes(number(record, 'Score__c') ?? 0),
    ];
    const at = text(record, 'CreatedDate');
    return {
      id,
      title: text(record, 'Question__r.Title__c') ?? '',
      url: `/lightning/r/Question__c/${text(record, 'Question__r.Id') ?? ''}/view`,
      signs: signs.length > 0 ? signs.join(', ') : labels.signNone,
      date: shortDate(at, now),
      exactDate: exactDate(at),
    };
  });
}
