import type { TrainingChoice } from './trainingChoices';
import { describeTraining } from './trainingWords';

/** One choice as the list shows it. */
export interface ChoiceRow {
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  readonly iconName: string;
  readonly checked: boolean;
}

const ICONS = { nugget: 'utility:knowledge_base', path: 'utility:list', skill: 'utility:target' } as const;

/** @param forSkill whether the training is chosen for a skill, so that its record says something */
export function toChoiceRow(choice: TrainingChoice, chosenKey: string | undefined, forSkill: boolean): ChoiceRow {
  return {
    key: choice.key,
    title: choice.title,
    detail: describeTraining(choice, forSkill),
    iconName: ICONS[choice.kind],
    checked: choice.key === chosenKey,
  };
}
