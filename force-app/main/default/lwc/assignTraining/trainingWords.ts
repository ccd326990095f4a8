import { assignLabels as labels, commonLabels, format } from 'c/labels';
import type { TrainingChoice } from './trainingChoices';

const SHOWN_NAMES = 3;

/** "Ana Ruiz, Cem Aydin, Nia Novak and 4 more". */
export function nameAll(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN_NAMES).join(', ');
  return names.length > SHOWN_NAMES ? format(labels.andMore, shown, names.length - SHOWN_NAMES) : shown;
}

/** "2 min · +14 on average, likely between 9 and 19, from 31 people". */
export function describeTraining(choice: TrainingChoice, forSkill: boolean): string {
  if (choice.kind === 'skill') return labels.anyWay;
  const length =
    choice.kind === 'path'
      ? format(labels.pathLength, choice.nuggets, choice.minutes)
      : format(labels.nuggetLength, choice.minutes);
  if (choice.kind === 'path' || !forSkill || !choice.suggested) return length;
  return `${length} ${commonLabels.separator} ${describeRecord(choice)}`;
}

function describeRecord({ record }: TrainingChoice): string {
  if (!record) return labels.tooLittleData;
  const [gain, lower, upper] = [record.meanGain, record.lower, record.upper].map(Math.round);
  return format(labels.record, signed(gain ?? 0), lower ?? 0, upper ?? 0, record.people);
}

function signed(points: number): string {
  return points > 0 ? `+${points}` : String(points).replace('-', '−');
}
