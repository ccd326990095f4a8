import { bestTraining, type TrainingChoice, type TrainingRecord } from 'c/core';
import { number, recordsIn, text } from 'c/graphqlRecords';
import { commonLabels, format, signed, teamLabels as labels } from 'c/labels';

/** The training to assign for a skill. */
export interface SkillTraining {
  readonly nuggetId: string;
  readonly title: string;
  readonly minutes: number;
  readonly record?: TrainingRecord;
}

/** The best training for each skill of what `TEAM_TRAINING_QUERY` answered; a skill without a nugget is absent. */
export function toTraining(data: unknown): Map<string, SkillTraining> {
  const choices = new Map<string, TrainingChoice[]>();
  const titles = new Map<string, { title: string; minutes: number }>();
  for (const row of recordsIn(data, 'Nugget_Skill__c')) {
    const [skillId, nuggetId] = [text(row, 'Skill__c') ?? '', text(row, 'Nugget__c') ?? ''];
    const minutes = number(row, 'Nugget__r.Minutes__c') ?? 0;
    const choice = {
      nuggetId,
      minutes,
      weight: number(row, 'Weight__c') ?? 1,
      level: number(row, 'Nugget__r.Level__c') ?? 1,
    };
    choices.set(skillId, [...(choices.get(skillId) ?? []), choice]);
    titles.set(nuggetId, { title: text(row, 'Nugget__r.Name') ?? '', minutes });
  }
  const records = recordsIn(data, 'Training_Record__c').map((row) => ({
    skillId: text(row, 'Skill__c') ?? '',
    nuggetId: text(row, 'Nugget__c') ?? '',
    people: number(row, 'People__c') ?? 0,
    meanGain: number(row, 'Mean_Gain__c') ?? 0,
    lower: number(row, 'Lower__c') ?? 0,
    upper: number(row, 'Upper__c') ?? 0,
  }));
  return new Map(
    [...choices].flatMap(([skillId, offered]): [string, SkillTraining][] => {
      const best = bestTraining(
        offered,
        records.filter((record) => record.skillId === skillId),
      );
      const words = best && titles.get(best.nuggetId);
      return best && words ? [[skillId, { ...words, ...best }]] : [];
    }),
  );
}

/** "Trade, never give, 2 min", or why there is nothing to name. */
export function trainingTitle(training: SkillTraining | undefined): string {
  return training ? format(commonLabels.nuggetAndMinutes, training.title, training.minutes) : commonLabels.noNugget;
}

/** "+14 points on average, likely between 9 and 19, 31 people". */
export function recordWords(training: SkillTraining | undefined): string | undefined {
  if (!training) return undefined;
  const { record } = training;
  if (!record) return labels.noRecord;
  return format(labels.record, signed(record.meanGain), signed(record.lower), signed(record.upper), record.people);
}
