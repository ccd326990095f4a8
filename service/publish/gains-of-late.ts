import { DAY, LEARNING_WEEKS } from '../../core/index.ts';
import type { RawSql } from '../replica/index.ts';

/** Of up to so many people it is cheaper to read each one's evidence than all evidence of these weeks. */
const FEW = 100;

/** Points a week that a person's evidence of the last eight weeks added, by skill code; as `launchSkills` counts them. */
export function gainsOfLate(
  sql: RawSql,
  personIds: readonly string[],
  now: Date,
): (personId: string) => Map<string, number> {
  const [since, until] = [now.getTime() - LEARNING_WEEKS * 7 * DAY, now.getTime()];
  const sums = `SELECT person_id, skill_code, SUM(points) / ${LEARNING_WEEKS} AS gained FROM evidence
    WHERE at > ? AND at <= ? AND points IS NOT NULL`;
  if (personIds.length <= FEW) {
    const ofPerson = `SELECT json_array(skill_code, gained) AS row FROM (${sums} AND person_id = ? GROUP BY skill_code)`;
    return (personId) => new Map(sql.rows<[string, number]>(ofPerson, since, until, personId));
  }
  sql.run('DROP TABLE IF EXISTS temp.gained_of_late');
  sql.run(
    'CREATE TEMP TABLE gained_of_late (person_id, skill_code, gained, PRIMARY KEY (person_id, skill_code)) WITHOUT ROWID',
  );
  sql.run(`INSERT INTO temp.gained_of_late ${sums} GROUP BY person_id, skill_code`, since, until);
  const ofPerson = `SELECT json_array(skill_code, gained) AS row FROM temp.gained_of_late WHERE person_id = ?`;
  return (personId) => new Map(sql.rows<[string, number]>(ofPerson, personId));
}
