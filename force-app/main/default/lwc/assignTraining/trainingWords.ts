import { assignLabels as labels, format, inOneLine, signed } from 'c/labels';
import type { Assigned } from 'c/assignments';
import type { TrainingChoice } from './trainingChoices';
import type { Learner } from './trainingToAssign';

const SHOWN_NAMES = 3;

/** "Ana Ruiz, Cem Aydin, Nia Novak and 4 more". */
function nameAll(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN_NAMES).join(', ');
  return names.length > SHOWN_NAMES ? format(labels.andMore, shown, names.length - SHOWN_NAMES) : shown;
}

/** "For Ana Ruiz, Cem Aydin"; nothing to whom it is for themselves. */
export function wordForWhom(people: readonly Learner[], readerId: string): string | undefined {
  return isOwn(people, readerId) ? undefined : format(labels.forWhom, nameAll(people.map(({ name }) => name)));
}

/** Who is left out, because they have it in their plan; undefined where nobody is. */
export function wordPlanned(
  people: readonly Learner[],
  has: ReadonlySet<string>,
  readerId: string,
): string | undefined {
  const names = people.filter(({ id }) => has.has(id)).map(({ name }) => name);
  if (names.length === 0) return undefined;
  return isOwn(people, readerId) ? labels.alreadyYours : format(labels.alreadyPlanned, nameAll(names));
}

/** What the button says that assigns to `count` of the people. */
export function wordAssign(people: readonly Learner[], count: number, readerId: string): string {
  if (isOwn(people, readerId)) return labels.addOwn;
  return count > 1 ? format(labels.assignMany, count) : labels.assign;
}

/** How many got it, before those who did not are named. */
export function wordSomeFailed(people: readonly Learner[], assigned: number, tried: number, readerId: string): string {
  return isOwn(people, readerId) ? labels.notAdded : format(labels.someFailed, assigned, tried);
}

/** Of those who did not get it: the name and why. */
export function wordFailures(
  failures: readonly Assigned[],
  people: readonly Learner[],
  readerId: string,
): { key: string; text: string }[] {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return failures.map(({ personId, error = '' }) => ({
    key: personId,
    text: isOwn(people, readerId) ? error : format(labels.failure, names.get(personId) ?? personId, error),
  }));
}

function isOwn(people: readonly Learner[], readerId: string): boolean {
  return people.length === 1 && people[0]?.id === readerId;
}

/** "2 min · +14 on average, likely between 9 and 19, from 31 people". */
export function describeTraining(choice: TrainingChoice, forSkill: boolean): string {
  if (choice.kind === 'skill') return labels.anyWay;
  const length =
    choice.kind === 'path'
      ? format(labels.pathLength, choice.nuggets, choice.minutes)
      : format(labels.nuggetLength, choice.minutes);
  if (choice.kind === 'path' || !forSkill || !choice.suggested) return length;
  return inOneLine([length, describeRecord(choice)]);
}

function describeRecord({ record }: TrainingChoice): string {
  if (!record) return labels.tooLittleData;
  const [gain, lower, upper] = [record.meanGain, record.lower, record.upper].map(signed);
  return format(labels.record, gain ?? '', lower ?? '', upper ?? '', record.people);
}
