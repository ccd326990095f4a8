import {
  MODEL_VERSION,
  OVERALL,
  type GroupReadiness,
  type PersonReadiness,
  type SkillReadiness,
  learningRate,
  serializePerson,
  serializeState,
} from '../../core/index.ts';
import type { OrgInput } from '../connection/index.ts';
import type { ComputedRow } from './computed-row.ts';
import { hundredths, toTheSecond } from './numbers.ts';
import { type ReadinessContent, scoreContent } from './readiness-content.ts';

export interface SkillReference {
  readonly id: string;
  readonly domain: string;
}

/** What the rows of a person follow from, beside the person. */
export interface RowContext {
  /** By skill code; a skill that is not among them gets no row. */
  readonly skills: ReadonlyMap<string, SkillReference>;
  readonly now: Date;
  /** Written into each row. */
  readonly model?: string;
  /** Points that evidence of late added a week, by skill code; 0 where absent. */
  readonly gained?: ReadonlyMap<string, number>;
  /** The day on which the role's target was first reached. */
  readonly proficientOn?: string;
}

/** The Readiness__c rows of one person: one a skill, one a domain, one overall. */
export function readinessRows(person: PersonReadiness, context: RowContext): ComputedRow<ReadinessContent>[] {
  const { personId, overall } = person;
  const { now, model = MODEL_VERSION, proficientOn = null } = context;
  const state = overall === undefined ? null : serializePerson(person.person, model);
  return [
    ...person.skills.flatMap((row) => skillRow(personId, row, context)),
    ...person.domains.map((row) => {
      const content = groupContent(personId, row, model, { domain: row.name });
      return rowOf('Domain', `domain:${row.name}`, content, row.lastEvidenceAt, now);
    }),
    ...(overall === undefined
      ? []
      : [
          rowOf(
            'Overall',
            OVERALL.toLowerCase(),
            groupContent(personId, overall, model, { state, proficientOn }),
            overall.lastEvidenceAt,
            now,
          ),
        ]),
  ];
}

function skillRow(
  personId: string,
  row: SkillReadiness,
  { skills, now, model = MODEL_VERSION, gained }: RowContext,
): ComputedRow<ReadinessContent>[] {
  const skill = skills.get(row.skillCode);
  if (skill === undefined) return [];
  const isLearned = row.target !== undefined && row.lastEvidenceAt !== undefined;
  const learned = isLearned && gained ? (gained.get(row.skillCode) ?? 0) : undefined;
  const content: ReadinessContent = {
    ...NOTHING,
    ...scoreContent(row.score, row.target, row.gap, row.gapFlagged, model),
    ownerId: personId,
    skillId: skill.id,
    domain: skill.domain,
    last: toTheSecond(row.lastEvidenceAt),
    due: row.dueForReview ?? null,
    rate: learned === undefined ? null : hundredths(learningRate({ score: row.score, gained: learned }).mean),
    state: serializeState(row.state, model),
  };
  const evidence = (): string =>
    JSON.stringify(row.contributions.map((piece) => ({ ...piece, points: hundredths(piece.points) })));
  return [rowOf('Skill', row.skillCode, content, row.lastEvidenceAt, now, evidence)];
}

/** What a row says of what it is not about. */
export const NOTHING = {
  skillId: null,
  domain: null,
  last: null,
  due: null,
  rate: null,
  state: null,
  launch: null,
  proficientOn: null,
} as const;

function groupContent(
  personId: string,
  { score, lastEvidenceAt }: GroupReadiness,
  model: string,
  about: Partial<Pick<ReadinessContent, 'domain' | 'state' | 'proficientOn'>>,
): ReadinessContent {
  return {
    ...NOTHING,
    ...scoreContent(score, score.target, score.gap, score.gapFlagged, model),
    ownerId: personId,
    last: toTheSecond(lastEvidenceAt),
    ...about,
  };
}

/** A record is made when it is asked for: most rows are only compared. */
function rowOf(
  scope: string,
  about: string,
  content: ReadinessContent,
  lastEvidenceAt: string | undefined,
  now: Date,
  evidence?: () => string,
): ComputedRow<ReadinessContent> {
  const personId = content.ownerId ?? '';
  const key = `${personId}:${about}`;
  return {
    key,
    personId,
    content,
    get record() {
      return {
        ...readinessRecord(key, personId, scope, content, now),
        // Exact where the org keeps it so: a page takes what is later than this for new evidence.
        Last_Evidence_At__c: lastEvidenceAt ?? null,
      };
    },
    ...(evidence === undefined ? {} : { evidence }),
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
    Learning_Rate__c: content.rate,
    Computed_At__c: now.toISOString(),
    State__c: content.state,
    Model_Version__c: content.model,
    Proficient_On__c: content.proficientOn,
  };
}
