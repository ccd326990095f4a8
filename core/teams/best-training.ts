/** Fewer people than this are no record. */
export const LEAST_RECORD = 5;

/** What completing a nugget did to a skill, as the service computed it; points of readiness. */
export interface TrainingRecord {
  readonly nuggetId: string;
  /** People who completed the nugget and count. */
  readonly people: number;
  readonly meanGain: number;
  /** The ends of the 80 % interval of the mean gain. */
  readonly lower: number;
  readonly upper: number;
}

/** A published nugget about the skill. */
export interface TrainingChoice {
  readonly nuggetId: string;
  /** How much the nugget is about the skill, and how hard and long it is. */
  readonly weight: number;
  readonly level: number;
  readonly minutes: number;
}

export interface BestTraining {
  readonly nuggetId: string;
  /** Absent: no nugget about the skill was completed by enough people yet. */
  readonly record?: TrainingRecord;
}

/**
 * The training that best closes a gap in a skill: among the nuggets whose record rests on at least five people and is
 * one of a gain, the one whose gain is best at the lower end of its interval, so that three lucky people prove nothing.
 * Without such a record, the nugget most about the skill, the easiest, the shortest, while there is another than those
 * after which readiness probably fell. Equals are decided by id. Undefined without any nugget.
 */
export function bestTraining(
  choices: readonly TrainingChoice[],
  records: readonly TrainingRecord[],
): BestTraining | undefined {
  const published = new Set(choices.map(({ nuggetId }) => nuggetId));
  const known = records.filter(({ nuggetId, people }) => published.has(nuggetId) && people >= LEAST_RECORD);
  const [record] = known
    .filter(({ meanGain }) => meanGain > 0)
    .sort((a, b) => b.lower - a.lower || b.meanGain - a.meanGain || (a.nuggetId < b.nuggetId ? -1 : 1));
  if (record) return { nuggetId: record.nuggetId, record };
  const fell = new Set(known.filter(({ upper }) => upper < 0).map(({ nuggetId }) => nuggetId));
  const untried = choices.filter(({ nuggetId }) => !fell.has(nuggetId));
  const [choice] = (untried.length > 0 ? untried : [...choices]).sort(
    (a, b) => b.weight - a.weight || a.level - b.level || a.minutes - b.minutes || (a.nuggetId < b.nuggetId ? -1 : 1),
  );
  return choice && { nuggetId: choice.nuggetId, record: known.find(({ nuggetId }) => nuggetId === choice.nuggetId) };
}
