import {
  MODEL_VERSION,
  OVERALL,
  type PersonReadiness,
  type Score,
  serializePerson,
  serializeState,
} from '../../core/index.ts';
import type { OrgInput, OrgRecord } from '../connection/index.ts';
import { type LaunchContent, isLaunchMoved, launchContentOf } from './launch-content.ts';
import { flagOf, momentOf, numberOf, textOf } from '../sync/field-values.ts';
import type { ComputedRow } from './computed-row.ts';

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
  readonly state: string | null;
  readonly model: string | null;
  /** Of a row about a launch alone. */
  readonly launch: LaunchContent | null;
  /** Of the overall row: the day on which the target was first reached with enough evidence. */
  readonly proficientOn: string | null;
}

export interface SkillReference {
  readonly id: string;
  readonly domain: string;
}

/** Score differences below this come from computing later alone, and are no reason to write. */
const NOTICEABLE = 0.5;
const DAY = 86_400_000;

/**
 * The Readiness__c rows of one person: one a skill, one a domain, one overall. A record is made when it is asked for:
 * most rows are only compared.
 */
export function readinessRows(
  person: PersonReadiness,
  skills: ReadonlyMap<string, SkillReference>,
  now: Date,
  model: string = MODEL_VERSION,
  proficientOn: string | undefined = undefined,
): ComputedRow<ReadinessContent>[] {
  const { personId } = person;
  const make = (
    scope: string,
    key: string,
    content: ReadinessContent,
    evidence: (() => string) | undefined,
    lastEvidenceAt: string | undefined,
  ): ComputedRow<ReadinessContent> => ({
    key: `${personId}:${key}`,
    personId,
    content,
    get record() {
      return {
        ...readinessRecord(`${personId}:${key}`, personId, scope, content, now),
        // Exact where the org keeps it so: a page takes what is later than this for new evidence.
        Last_Evidence_At__c: lastEvidenceAt ?? null,
      };
    },
    ...(evidence === undefined ? {} : { evidence }),
  });
  const skillRows = person.skills.flatMap((row) => {
    const skill = skills.get(row.skillCode);
    if (skill === undefined) return [];
    const content: ReadinessContent = {
      ...scoreContent(row.score, row.target, row.gap, row.gapFlagged, model),
      launch: null,
      ownerId: personId,
      skillId: skill.id,
      domain: skill.domain,
      last: seconds(row.lastEvidenceAt),
      due: row.dueForReview ?? null,
      state: serializeState(row.state, model),
      proficientOn: null,
    };
    const evidence = (): string =>
      JSON.stringify(row.contributions.map((piece) => ({ ...piece, points: round2(piece.points) })));
    return [make('Skill', row.skillCode, content, evidence, row.lastEvidenceAt)];
  });
  const group = (
    scope: string,
    key: string,
    row: PersonReadiness['domains'][number],
    domain: string | null,
    state: string | null,
    reachedOn: string | null,
  ): ComputedRow<ReadinessContent> =>
    make(
      scope,
      key,
      {
        ...scoreContent(row.score, row.score.target, row.score.gap, row.score.gapFlagged, model),
        launch: null,
        ownerId: personId,
        skillId: null,
        domain,
        last: seconds(row.lastEvidenceAt),
        due: null,
        state,
        proficientOn: reachedOn,
      },
      undefined,
      row.lastEvidenceAt,
    );
  return [
    ...skillRows,
    ...person.domains.map((row) => group('Domain', `domain:${row.name}`, row, row.name, null, null)),
    ...(person.overall === undefined
      ? []
      : [
          group(
            'Overall',
            OVERALL.toLowerCase(),
            person.overall,
            null,
            serializePerson(person.person, model),
            proficientOn ?? null,
          ),
        ]),
  ];
}

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
    last: seconds(momentOf(record, 'Last_Evidence_At__c') ?? undefined),
    due: textOf(record, 'Due_For_Review__c'),
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

/** True when the row has to be written: evidence, target or model changed, or fading moved a score noticeably. */
export function isReadinessChanged(before: ReadinessContent, after: ReadinessContent): boolean {
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
  const fading = ['score', 'lower', 'upper', 'gap'] as const;
  return fading.some((name) => isMoved(before[name], after[name], NOTICEABLE)) || isDayMoved(before.due, after.due);
}

function isMoved(before: number | null, after: number | null, least: number): boolean {
  if (before === null || after === null) return before !== after;
  return Math.abs(before - after) >= least;
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
    score: round2(score.score),
    lower: round2(score.lower),
    upper: round2(score.upper),
    target: target === undefined ? null : round2(target),
    gap: gap === undefined ? null : round2(gap),
    flagged,
    enough: score.enoughEvidence,
    count: score.evidenceCount,
    model,
  };
}

/** The fields of a row that every scope has. */
export function readinessRecord(
  key: string,
  personId: string,
  scope: string,
  content: ReadinessContent,
  now: Date,
): OrgInput {
  return {
    Key__c: key,
    OwnerId: content.ownerId,
    Person__c: personId,
    Scope__c: scope,
    Skill__c: content.skillId,
    Domain__c: content.domain,
    Score__c: content.score,
    Lower__c: content.lower,
    Upper__c: content.upper,
    Target__c: content.target,
    Gap__c: content.gap,
    Gap_Flagged__c: content.flagged,
    Evidence_Count__c: content.count,
    Enough_Evidence__c: content.enough,
    Due_For_Review__c: content.due,
    Computed_At__c: now.toISOString(),
    State__c: content.state,
    Model_Version__c: content.model,
    Proficient_On__c: content.proficientOn,
  };
}

export function round2(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The platform keeps date-times to the second. */
function seconds(moment: string | undefined): string | null {
  return moment === undefined ? null : `${moment.slice(0, 19)}.000Z`;
}
