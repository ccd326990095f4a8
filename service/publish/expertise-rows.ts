import {
  type AnsweredQuestion,
  type GivenAnswer,
  type TagExpertise,
  computeExpertise,
} from '../../core/experts/index.ts';
import type { OrgRecord } from '../connection/index.ts';
import type { RawSql } from '../replica/index.ts';
import { momentOf, numberOf, textOf } from '../sync/field-values.ts';
import type { ComputedRow } from './computed-row.ts';
import { hundredths, isMoved, toTheSecond } from './numbers.ts';
import type { ComputedObject } from './published-rows.ts';

/** The values by which a published row is compared with the one just computed. */
export interface ExpertiseContent {
  readonly tagId: string | null;
  readonly score: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly count: number;
  readonly accepted: number;
  readonly verified: number;
  readonly votes: number;
  readonly last: string | null;
  /** Ids of the latest answers, as JSON. */
  readonly evidence: string | null;
}

export const EXPERTISE: ComputedObject<ExpertiseContent> = {
  object: 'Expertise__c',
  query:
    'SELECT Id, Key__c, Person__c, Tag__c, Score__c, Lower__c, Upper__c, Evidence_Count__c, Accepted_Count__c, ' +
    'Verified_Count__c, Votes__c, Last_Answer_At__c, Evidence__c FROM Expertise__c',
  fingerprint: 'expertise_fingerprint',
  contentOf: (record: OrgRecord): ExpertiseContent => ({
    tagId: textOf(record, 'Tag__c'),
    score: numberOf(record, 'Score__c'),
    lower: numberOf(record, 'Lower__c'),
    upper: numberOf(record, 'Upper__c'),
    count: numberOf(record, 'Evidence_Count__c') ?? 0,
    accepted: numberOf(record, 'Accepted_Count__c') ?? 0,
    verified: numberOf(record, 'Verified_Count__c') ?? 0,
    votes: numberOf(record, 'Votes__c') ?? 0,
    last: toTheSecond(momentOf(record, 'Last_Answer_At__c')),
    evidence: textOf(record, 'Evidence__c'),
  }),
};

/** A page shows as many answers behind a score; 18 characters of id each fit into the field. */
const MOST_EVIDENCE = 20;
/** Differences of a percentage below this come from computing later alone, and are no reason to write. */
const NOTICEABLE = 0.5;

/**
 * The Expertise__c rows: one for each person and tag with an answer that counts. Who does not want to be named, who
 * left, and who is not of this org has none.
 */
export function expertiseRows(sql: RawSql, now: Date): ComputedRow<ExpertiseContent>[] {
  const tagIds = new Map(sql.rows<[string, string]>('SELECT json_array(key, id) AS row FROM tag'));
  const shown = new Set(
    sql.rows<string>(
      `SELECT json_quote(id) AS row FROM "user" u WHERE active = 1 AND NOT EXISTS (
         SELECT 1 FROM knowledge_preference p WHERE p.owner_id = u.id AND p.hide_expertise = 1)`,
    ),
  );
  const questions = answeredQuestions(sql);
  const given = new Map(questions.flatMap(({ answers }) => answers.map((answer) => [answer.id, answer] as const)));
  return computeExpertise(questions, now)
    .filter(({ personId }) => shown.has(personId))
    .map((expertise) => toRow(expertise, tagIds.get(expertise.tag) ?? null, given, now));
}

function toRow(
  { personId, tag, score, lower, upper, evidence }: TagExpertise,
  tagId: string | null,
  given: ReadonlyMap<string, GivenAnswer>,
  now: Date,
): ComputedRow<ExpertiseContent> {
  const key = `${personId}:${tag}`;
  const answers = evidence.flatMap(({ answerId }) => given.get(answerId) ?? []);
  const content: ExpertiseContent = {
    tagId,
    score: hundredths(score),
    lower: hundredths(lower),
    upper: hundredths(upper),
    count: evidence.length,
    accepted: answers.filter(({ accepted }) => accepted === true).length,
    verified: answers.filter(({ verified }) => verified === true).length,
    votes: answers.reduce((sum, { votes = 0 }) => sum + votes, 0),
    last: toTheSecond(evidence[0]?.at),
    evidence: JSON.stringify(evidence.slice(0, MOST_EVIDENCE).map(({ answerId }) => answerId)),
  };
  return {
    key,
    personId,
    content,
    record: {
      Key__c: key,
      Person__c: personId,
      Tag__c: content.tagId,
      Score__c: content.score,
      Lower__c: content.lower,
      Upper__c: content.upper,
      Evidence_Count__c: content.count,
      Accepted_Count__c: content.accepted,
      Verified_Count__c: content.verified,
      Votes__c: content.votes,
      Last_Answer_At__c: content.last,
      Evidence__c: content.evidence,
      Computed_At__c: now.toISOString(),
    },
  };
}

/** True when the row has to be written: the evidence changed, or its age moved a percentage noticeably. */
export function isExpertiseChanged(before: ExpertiseContent | undefined, after: ExpertiseContent): boolean {
  if (before === undefined) return true;
  const exact = ['tagId', 'count', 'accepted', 'verified', 'votes', 'last', 'evidence'] as const;
  if (exact.some((name) => before[name] !== after[name])) return true;
  return (['score', 'lower', 'upper'] as const).some((name) => isMoved(before[name], after[name], NOTICEABLE));
}

/**
 * The questions that have tags, with those of their answers that somebody of the org wrote. An answer counts as
 * verified where the latest word of somebody other than its author is that it holds.
 */
function answeredQuestions(sql: RawSql): AnsweredQuestion[] {
  return sql
    .rows<
      [string, string | null, readonly string[], readonly [string, string, string, number, 0 | 1, string | null][]]
    >(
      `SELECT json_array(q.id, CASE WHEN q.foreign_author THEN NULL ELSE q.owner_id END,
         (SELECT json_group_array(DISTINCT t.key) FROM tagging g JOIN tag t ON t.id = g.tag_id
          WHERE g.question_id = q.id),
         (SELECT json_group_array(json_array(a.id, a.owner_id, a.created_at, a.votes, a.id IS q.accepted_id,
            (SELECT v.kind FROM verification v WHERE v.answer_id = a.id AND v.author_id <> a.owner_id
             ORDER BY v.created_at DESC, v.id DESC LIMIT 1)))
          FROM answer a WHERE a.question_id = q.id AND a.foreign_author = 0)) AS row
       FROM question q WHERE EXISTS (SELECT 1 FROM answer a WHERE a.question_id = q.id AND a.foreign_author = 0)
       ORDER BY q.id`,
    )
    .map(([id, askerId, tags, answers]) => ({
      id,
      title: '',
      tags,
      ...(askerId === null ? {} : { askerId }),
      answers: answers.map(([answerId, authorId, at, votes, accepted, kind]) => ({
        id: answerId,
        authorId,
        at,
        votes,
        accepted: accepted === 1,
        verified: kind === 'Verified',
      })),
    }));
}
