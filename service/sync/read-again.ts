import type { OrgClient, OrgRecord } from '../connection/index.ts';
import type { ReplicaDatabase } from '../replica/index.ts';
import { requiredTextOf } from './field-values.ts';
import { chunks, deleteRows, knownStamps, mirrorRowOf, upsertRows } from './mirror-rows.ts';
import { type MirroredObject, fieldsOf, mirroredObject } from './mirrored-objects.ts';

export interface ReadAgain {
  readonly read: number;
  readonly changed: number;
}

/**
 * Brings the rows of an object to the ids that the org holds: for records that went without a trace (deleted for
 * good, or purged from the recycle bin) and for records that came without a new stamp (somebody was given access).
 * The watermark stays where it is.
 */
export async function reconcileIds(
  client: OrgClient,
  db: ReplicaDatabase,
  mirrored: MirroredObject,
): Promise<ReadAgain> {
  const present = new Set(
    (await client.query(`SELECT Id FROM ${mirrored.object}`)).map((record) => requiredTextOf(record, 'Id')),
  );
  const known = await knownStamps(db, mirrored);
  const gone = [...known.keys()].filter((id) => !present.has(id));
  const unknown = [...present].filter((id) => !known.has(id));
  const records = await readBy(client, mirrored, 'Id', unknown);
  await db.transaction().execute(async (transaction) => {
    await deleteRows(transaction, mirrored, gone);
    await upsertRows(
      transaction,
      mirrored,
      records.map((record) => mirrorRowOf(mirrored, record)),
    );
  });
  return { read: present.size + records.length, changed: gone.length + records.length };
}

/**
 * Reads again what was answered to the questions whose answer key was changed since the replica last saw them. Grades
 * are a formula over the key, and a formula leaves the stamp of its record as it is.
 *
 * Most changes of a question are none of its key (the sync itself writes how hard it is). One answer that was right
 * tells: under another key it is wrong. Only where it is, or where nobody was right, are all answers read.
 *
 * Has to be done before the questions themselves are stored: whoever is killed between finds them changed again.
 *
 * @param questions as the org answered them, changed or not
 */
export async function regradeResponses(
  client: OrgClient,
  db: ReplicaDatabase,
  questions: readonly OrgRecord[],
): Promise<ReadAgain> {
  const question = mirroredObject('Check_Question__c');
  const response = mirroredObject('Check_Response__c');
  const rows = questions
    .filter((record) => String(record['IsDeleted']).toLowerCase() !== 'true')
    .map((record) => mirrorRowOf(question, record));
  const known = await knownStamps(
    db,
    question,
    rows.map((row) => row.id),
  );
  // A question that the replica does not know has no answers in it either.
  const changed = rows.filter((row) => known.has(row.id) && known.get(row.id) !== row.modstamp).map((row) => row.id);
  const samples = await rightAnswers(db, changed);
  const sampled = await readBy(client, response, 'Id', [...samples.values()]);
  const stillRight = new Set(sampled.flatMap((record) => (gradeIn(record) === 1 ? [record.Id] : [])));
  const suspect = changed.filter((id) => !stillRight.has(samples.get(id) ?? ''));
  const records = await readBy(client, response, 'Question__c', suspect);
  const before = await gradesOf(db, suspect);
  const regraded = records
    .map((record) => mirrorRowOf(response, record))
    .filter((row) => before.get(row.id) !== gradeOf(row['correct'], row.modstamp));
  await db.transaction().execute((transaction) => upsertRows(transaction, response, regraded));
  return { read: sampled.length + records.length, changed: regraded.length };
}

/** For each question one answer that was right, where there is any. */
async function rightAnswers(db: ReplicaDatabase, questions: readonly string[]): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const some of chunks(questions)) {
    const rows = await db
      .selectFrom('check_response')
      .select(({ fn }) => ['question_id', fn.min('id').as('id')])
      .where('question_id', 'in', some)
      .where('correct', '=', 1)
      .groupBy('question_id')
      .execute();
    for (const row of rows) answers.set(row.question_id, row.id);
  }
  return answers;
}

function gradeIn(record: OrgRecord): unknown {
  return mirrorRowOf(mirroredObject('Check_Response__c'), record)['correct'];
}

async function gradesOf(db: ReplicaDatabase, questions: readonly string[]): Promise<Map<string, string>> {
  const grades = new Map<string, string>();
  const select = db.selectFrom('check_response').select(['id', 'correct', 'modstamp']);
  for (const some of chunks(questions)) {
    const rows = await select.where('question_id', 'in', some).execute();
    for (const row of rows) grades.set(row.id, gradeOf(row.correct, row.modstamp));
  }
  return grades;
}

const gradeOf = (correct: string | number | null | undefined, modstamp: string): string => `${correct} ${modstamp}`;

async function readBy(
  client: OrgClient,
  mirrored: MirroredObject,
  field: string,
  ids: readonly string[],
): Promise<readonly OrgRecord[]> {
  const select = `SELECT ${fieldsOf(mirrored).join(', ')} FROM ${mirrored.object}`;
  const answers = await client.queryMany(
    chunks(ids).map((some) => `${select} WHERE ${field} IN (${some.map((id) => `'${id}'`).join(', ')})`),
  );
  return answers.flat();
}
