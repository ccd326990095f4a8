import { number, recordsIn, related, text, type PlainRecord } from 'c/graphqlRecords';

/** What a nugget did to readiness in the skill, over the people who completed it. Points; 80 % interval. */
export interface GapRecord {
  readonly people: number;
  readonly meanGain: number;
  readonly lower: number;
  readonly upper: number;
}

/** Something that can be assigned. */
export interface TrainingChoice {
  readonly key: string;
  readonly kind: 'nugget' | 'path' | 'skill';
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  /** Nuggets of a path; 1 for a nugget. */
  readonly nuggets: number;
  /** Whether it is offered without a search. */
  readonly suggested: boolean;
  /** Absent where there is too little data. */
  readonly record?: GapRecord;
}

/** What the dialog was opened for. */
export interface TrainingNeed {
  readonly skillId?: string;
  readonly pathId?: string;
}

/**
 * The nuggets that were asked for, the best record first (the gain at the lower end of its interval, as everywhere a
 * training is recommended), then the paths, those for the skill first.
 */
export function toTrainingChoices(data: unknown, need: TrainingNeed): TrainingChoice[] {
  const records = new Map(
    recordsIn(data, 'Training_Record__c').map((row) => [text(row, 'Nugget__c'), toGapRecord(row)]),
  );
  const rows = new Map(
    [...recordsIn(data, 'chosen'), ...recordsIn(data, 'Nugget__c')].map((row) => [text(row, 'Id'), row]),
  );
  const nuggets = [...rows].map(([id, row]) => toNuggetChoice(row, true, records.get(id)));
  const asked = new Set(nuggets.map(({ id }) => id));
  const paths = recordsIn(data, 'Learning_Path__c').map((row) => toPathChoice(row, need, asked));
  return [...nuggets.sort(byRecord), ...paths.sort((a, b) => Number(b.suggested) - Number(a.suggested))];
}

/** The nuggets that a search found. */
export function toFoundNuggets(data: unknown): TrainingChoice[] {
  return recordsIn(data, 'Nugget__c').map((row) => toNuggetChoice(row, false));
}

/** The skill itself, up to its target. */
export function toSkillChoice(skillId: string, title: string): TrainingChoice {
  return { key: skillId, kind: 'skill', id: skillId, title, minutes: 0, nuggets: 0, suggested: true };
}

/** What matches a search: of the known choices by title, and what the org found beyond them. */
export function searchChoices(
  known: readonly TrainingChoice[],
  found: readonly TrainingChoice[],
  term: string,
): TrainingChoice[] {
  const wanted = term.trim().toLowerCase();
  const matching = known.filter(({ title }) => title.toLowerCase().includes(wanted));
  const keys = new Set(matching.map(({ key }) => key));
  return [...matching, ...found.filter(({ key }) => !keys.has(key))];
}

/** The pattern for `like`; undefined for a search without words. What has a meaning in a pattern is taken as text. */
export function searchPattern(term: string): string | undefined {
  const words = term.trim().replace(/[\\%_]/g, (character) => `\\${character}`);
  return words === '' ? undefined : `%${words}%`;
}

function byRecord(a: TrainingChoice, b: TrainingChoice): number {
  if (!a.record || !b.record) return Number(b.record !== undefined) - Number(a.record !== undefined);
  return b.record.lower - a.record.lower || b.record.meanGain - a.record.meanGain || (a.id < b.id ? -1 : 1);
}

function toGapRecord(row: PlainRecord): GapRecord | undefined {
  const [people, meanGain, lower, upper] = ['People__c', 'Mean_Gain__c', 'Lower__c', 'Upper__c'].map((name) =>
    number(row, name),
  );
  if (people === undefined || meanGain === undefined || lower === undefined || upper === undefined) return undefined;
  return { people, meanGain, lower, upper };
}

function toNuggetChoice(row: PlainRecord, suggested: boolean, record?: GapRecord): TrainingChoice {
  const id = text(row, 'Id') ?? '';
  return {
    key: id,
    kind: 'nugget',
    id,
    title: text(row, 'Name') ?? '',
    minutes: number(row, 'Minutes__c') ?? 0,
    nuggets: 1,
    suggested,
    record,
  };
}

function toPathChoice(row: PlainRecord, { skillId, pathId }: TrainingNeed, asked: ReadonlySet<string>): TrainingChoice {
  const id = text(row, 'Id') ?? '';
  const steps = related(row, 'Path_Steps__r');
  return {
    key: id,
    kind: 'path',
    id,
    title: text(row, 'Name') ?? '',
    minutes: steps.reduce((sum, step) => sum + (number(step, 'Nugget__r.Minutes__c') ?? 0), 0),
    nuggets: steps.length,
    suggested: skillId === undefined || id === pathId || steps.some((step) => asked.has(text(step, 'Nugget__c') ?? '')),
  };
}
