import type { LaunchReadiness } from '../../core/index.ts';
import type { OrgInput, OrgRecord } from '../connection/index.ts';
import { hundredths, isMoved } from './numbers.ts';
import { flagOf, numberOf, textOf } from '../sync/field-values.ts';

/** What a row about a launch says beyond its score. */
export interface LaunchContent {
  readonly launchId: string;
  readonly ready: boolean;
  /** Chance of being ready on the day, in percent. */
  readonly forecast: number | null;
  readonly expected: number | null;
  /** JSON: `[{skillCode, score, target, gap, enoughEvidence}]`, most points short first. */
  readonly short: string | null;
  /** JSON: `[{day, chance}]`, in percent. */
  readonly byDay: string | null;
}

/** Changes of a forecast (in percentage points) and of scores below this come from computing later alone. */
const NOTICEABLE_CHANCE = 2;
const NOTICEABLE_SCORE = 0.5;

/** As many skills as fit into their field; the most points short come first. */
const MOST_SHORT_SKILLS = 25;

export function launchContent(launchId: string, readiness: LaunchReadiness): LaunchContent {
  const short = readiness.shortSkills.slice(0, MOST_SHORT_SKILLS);
  const byDay = readiness.chanceByDay.map(({ day, chance }) => ({ day, chance: percent(chance) }));
  return {
    launchId,
    ready: readiness.ready,
    forecast: percent(readiness.chance),
    expected: readiness.expectedScore,
    short: JSON.stringify(short),
    byDay: JSON.stringify(byDay),
  };
}

/** What the org holds, from a row of READINESS_QUERY. */
export function launchContentOf(record: OrgRecord): LaunchContent | null {
  const launchId = textOf(record, 'Launch__c');
  if (launchId === null) return null;
  return {
    launchId,
    ready: flagOf(record, 'Ready__c') === 1,
    forecast: numberOf(record, 'Forecast__c'),
    expected: numberOf(record, 'Expected_Score__c'),
    short: textOf(record, 'Short_Skills__c'),
    byDay: textOf(record, 'Forecast_By_Day__c'),
  };
}

export function launchRecord(content: LaunchContent): OrgInput {
  return {
    Launch__c: content.launchId,
    Ready__c: content.ready,
    Forecast__c: content.forecast,
    Expected_Score__c: content.expected,
    Short_Skills__c: content.short,
    Forecast_By_Day__c: content.byDay,
  };
}

/** True where a launch row has to be written again: readiness, the launch's day, or the forecast noticeably. */
export function isLaunchMoved(before: LaunchContent | null, after: LaunchContent | null): boolean {
  if (before === null || after === null) return before !== after;
  if (before.launchId !== after.launchId || before.ready !== after.ready) return true;
  return (
    isMoved(before.forecast, after.forecast, NOTICEABLE_CHANCE) ||
    isMoved(before.expected, after.expected, NOTICEABLE_SCORE) ||
    skillsOf(before.short) !== skillsOf(after.short) ||
    lastDayOf(before.byDay) !== lastDayOf(after.byDay)
  );
}

/** Which skills are short and what they need; their scores move with the row's own. */
function skillsOf(short: string | null): string {
  const skills = JSON.parse(short ?? '[]') as LaunchReadiness['shortSkills'];
  return skills.map(({ skillCode, target, enoughEvidence }) => `${skillCode} ${target} ${enoughEvidence}`).join();
}

function lastDayOf(byDay: string | null): string | undefined {
  return (JSON.parse(byDay ?? '[]') as LaunchReadiness['chanceByDay']).at(-1)?.day;
}

function percent(chance: number): number {
  return hundredths(100 * chance);
}
