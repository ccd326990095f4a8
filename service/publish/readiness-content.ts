import { DAY, type Score } from '../../core/index.ts';
import type { OrgRecord } from '../connection/index.ts';
import { flagOf, momentOf, numberOf, textOf } from '../sync/field-values.ts';
import { type LaunchContent, isLaunchMoved, launchContentOf } from './launch-content.ts';
import { hundredths, isMoved, toTheSecond } from './numbers.ts';

/** The values by which a published row is compared with the one just computed. */
export interface ReadinessContent {
  readonly ownerId: string | null;
  readonly skillId: string | null;
  readonly domain: string | null;
  readonly score: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly target: number | null;
  readonly gap: number | null;
  readonly flagged: boolean;
  readonly enough: boolean;
  readonly count: number;
  readonly last: string | null;
  readonly due: string | null;
  /** Points a week learned of late: of rows about a skill of the role, or a launch. */
  readonly rate: number | null;
  readonly state: string | null;
  readonly model: string | null;
  /** Of a row about a launch alone. */
  readonly launch: LaunchContent | null;
  /** Of the overall row: the day on which the target was first reached with enough evidence. */
  readonly proficientOn: string | null;
}

/** Score differences below this come from computing later alone, and are no reason to write. */
export const NOTICEABLE = 0.5;
/** Scores are published to two decimals. */
export const ANY = 0.005;
/** The same in points a week. */
const NOTICEABLE_RATE = 0.25;

/** What the org holds, from a row of READINESS_QUERY. */
export function readinessContentOf(record: OrgRecord): ReadinessContent {
  return {
    ownerId: textOf(record, 'OwnerId'),
    skillId: textOf(record, 'Skill__c'),
    domain: textOf(record, 'Domain__c'),
    score: numberOf(record, 'Score__c'),
    lower: numberOf(record, 'Lower__c'),
    upper: numberOf(record, 'Upper__c'),
    target: numberOf(record, 'Target__c'),
    gap: numberOf(record, 'Gap__c'),
    flagged: flagOf(record, 'Gap_Flagged__c') === 1,
    enough: flagOf(record, 'Enough_Evidence__c') === 1,
    count: numberOf(record, 'Evidence_Count__c') ?? 0,
    last: toTheSecond(momentOf(record, 'Last_Evidence_At__c')),
    due: textOf(record, 'Due_For_Review__c'),
    rate: numberOf(record, 'Learning_Rate__c'),
    state: textOf(record, 'State__c'),
    model: textOf(record, 'Model_Version__c'),
    launch: launchContentOf(record),
    proficientOn: textOf(record, 'Proficient_On__c'),
  };
}

export const READINESS_QUERY =
  'SELECT Id, Key__c, Person__c, OwnerId, Skill__c, Domain__c, Score__c, Lower__c, Upper__c, Target__c, Gap__c, ' +
  'Gap_Flagged__c, Enough_Evidence__c, Evidence_Count__c, Last_Evidence_At__c, Due_For_Review__c, State__c, ' +
  'Model_Version__c, Launch__c, Ready__c, Forecast__c, Expected_Score__c, Learning_Rate__c, Short_Skills__c, ' +
  'Forecast_By_Day__c, Proficient_On__c FROM Readiness__c';

/**
 * True when the row has to be written: evidence, target or model changed, or a score moved.
 *
 * @param least how far a score must be off, in points
 */
export function isReadinessChanged(before: ReadinessContent, after: ReadinessContent, least = NOTICEABLE): boolean {
  const exact = [
    'ownerId',
    'skillId',
    'domain',
    'target',
    'flagged',
    'enough',
    'count',
    'last',
    'state',
    'model',
    'proficientOn',
  ] as const;
  if (exact.some((name) => before[name] !== after[name])) return true;
  // What was remembered before there were launches has none.
  if (isLaunchMoved(before.launch ?? null, after.launch)) return true;
  if (isMoved(before.rate ?? null, after.rate, NOTICEABLE_RATE)) return true;
  const fading = ['score', 'lower', 'upper', 'gap'] as const;
  return fading.some((name) => isMoved(before[name], after[name], least)) || isDayMoved(before.due, after.due);
}

/** One day earlier or later is rounding. */
function isDayMoved(before: string | null, after: string | null): boolean {
  if (before === null || after === null) return before !== after;
  return Math.abs(Date.parse(before) - Date.parse(after)) > DAY;
}

/** What a score says in a row. */
export function scoreContent(
  score: Score,
  target: number | undefined,
  gap: number | undefined,
  flagged: boolean,
  model: string,
): Pick<ReadinessContent, 'score' | 'lower' | 'upper' | 'target' | 'gap' | 'flagged' | 'enough' | 'count' | 'model'> {
  return {
    score: hundredths(score.score),
    lower: hundredths(score.lower),
    upper: hundredths(score.upper),
    target: target === undefined ? null : hundredths(target),
    gap: gap === undefined ? null : hundredths(gap),
    flagged,
    enough: score.enoughEvidence,
    count: score.evidenceCount,
    model,
  };
}
