import { DAY, recordOf } from '../../core/index.ts';
import type { OrgClient, OrgRecord } from '../connection/index.ts';
import type { RawSql } from '../replica/index.ts';
import { numberOf, textOf } from '../sync/field-values.ts';
import { slices } from '../sync/replica-store.ts';
import type { ComputedRow } from './computed-row.ts';
import { hundredths, isMoved } from './numbers.ts';
import type { PublishContext, PublishReport } from './publish-report.ts';
import { publishAll } from './publish-rows.ts';
import type { ComputedObject } from './published-rows.ts';

/** The values by which a published record is compared with the one just computed. */
export interface TrainingContent {
  readonly nuggetId: string | null;
  readonly skillId: string | null;
  readonly people: number;
  readonly mean: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

export const TRAINING: ComputedObject<TrainingContent> = {
  object: 'Training_Record__c',
  query: 'SELECT Id, Key__c, Nugget__c, Skill__c, People__c, Mean_Gain__c, Lower__c, Upper__c FROM Training_Record__c',
  fingerprint: 'training_fingerprint',
  contentOf: (record: OrgRecord): TrainingContent => ({
    nuggetId: textOf(record, 'Nugget__c'),
    skillId: textOf(record, 'Skill__c'),
    people: numberOf(record, 'People__c') ?? 0,
    mean: numberOf(record, 'Mean_Gain__c'),
    lower: numberOf(record, 'Lower__c'),
    upper: numberOf(record, 'Upper__c'),
  }),
};

/** What happens in so many days from the completion counts as gained. */
const WINDOW = 30 * DAY;
/** A completion younger than this is not counted: too little could follow. */
const YOUNGEST = 7 * DAY;
const PEOPLE_AT_ONCE = 500;
const NOTICEABLE = 0.1;

/**
 * Brings up to date what each person gained with each nugget, for the people whose evidence changed: the points of
 * all evidence of the person on the skill in the 30 days from the first completion.
 */
export function updateTrainingGains(sql: RawSql, now: Date): void {
  const people = sql.rows<string>(
    `SELECT json_quote(person_id) AS row FROM changed_person WHERE purpose = 'training' ORDER BY person_id`,
  );
  for (const some of slices(people, PEOPLE_AT_ONCE)) {
    const ids = JSON.stringify(some);
    sql.transaction(() => {
      sql.run('DELETE FROM training_gain WHERE person_id IN (SELECT value FROM json_each(?))', ids);
      sql.run(
        `INSERT INTO training_gain (person_id, nugget_id, skill_code, completed_at, gain)
         SELECT person_id, item_id, skill_code, first_at,
           (SELECT COALESCE(SUM(e.points), 0) FROM evidence e WHERE e.person_id = c.person_id
              AND e.skill_code = c.skill_code AND e.at >= c.first_at AND e.at < c.first_at + ${WINDOW})
         FROM (SELECT e.person_id, e.item_id, e.skill_code, MIN(e.at) AS first_at FROM json_each(?) j
               CROSS JOIN evidence e ON e.person_id = j.value AND e.kind = 'completion' AND e.points IS NOT NULL
               WHERE e.at <= ? GROUP BY e.person_id, e.item_id, e.skill_code) c`,
        ids,
        now.getTime(),
      );
      sql.run(`DELETE FROM changed_person WHERE purpose = 'training' AND person_id IN (SELECT value FROM json_each(?))`, ids); // prettier-ignore
    });
  }
}

/** The Training_Record__c rows: one for each nugget and skill that at least five people completed. */
export function trainingRows(sql: RawSql, now: Date): ComputedRow<TrainingContent>[] {
  const sums = sql.rows<[string, string, string, string, number, number, number]>(
    `SELECT json_array(n.key, n.id, s.code, s.id, COUNT(*), SUM(g.gain), SUM(g.gain * g.gain)) AS row
     FROM training_gain g JOIN nugget n ON n.id = g.nugget_id JOIN skill s ON s.code = g.skill_code
     WHERE g.completed_at <= ? GROUP BY n.key, s.code ORDER BY n.key, s.code`,
    now.getTime() - YOUNGEST,
  );
  return sums.flatMap(([nuggetKey, nuggetId, skillCode, skillId, people, sum, sumOfSquares]) => {
    const record = recordOf({ people, sum, sumOfSquares });
    if (record === undefined) return [];
    const key = `${nuggetKey}:${skillCode}`;
    const [mean, lower, upper] = [hundredths(record.meanGain), hundredths(record.lower), hundredths(record.upper)];
    const content = { nuggetId, skillId, people, mean, lower, upper };
    return [
      {
        key,
        personId: null,
        content,
        record: {
          Key__c: key,
          Nugget__c: nuggetId,
          Skill__c: skillId,
          People__c: people,
          Mean_Gain__c: content.mean,
          Lower__c: content.lower,
          Upper__c: content.upper,
          Computed_At__c: now.toISOString(),
        },
      },
    ];
  });
}

/** Writes the records that changed; a record that fewer than five people are left of goes. */
export async function publishTraining(
  client: OrgClient,
  sql: RawSql,
  context: PublishContext & { readonly now: Date },
): Promise<PublishReport> {
  updateTrainingGains(sql, context.now);
  return publishAll(client, sql, TRAINING.object, trainingRows(sql, context.now), isChanged, context);
}

function isChanged(before: TrainingContent | undefined, after: TrainingContent): boolean {
  if (before === undefined) return true;
  if ((['nuggetId', 'skillId', 'people'] as const).some((name) => before[name] !== after[name])) return true;
  return (['mean', 'lower', 'upper'] as const).some((name) => isMoved(before[name], after[name], NOTICEABLE));
}
