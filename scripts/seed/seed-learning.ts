import { isoDate } from './days.ts';
import { learningYear, type LearningStep, type LibraryNugget } from './learning.ts';
import type { OrgClient } from './org-client.ts';
import type { Person } from './people.ts';
import { createRandom } from './random.ts';
import type { Directory, Progress } from './seed-sales.ts';

interface QuestionRow {
  readonly Id: string;
  readonly Nugget__c: string;
  readonly Correct_Option__c: string;
  readonly Option_C__c: string | null;
  readonly Option_D__c: string | null;
  readonly Skill__r: { readonly Code__c: string };
}

interface NuggetSkillRow {
  readonly Nugget__c: string;
  readonly Skill__r: { readonly Code__c: string };
}

/** The published nuggets with their skills and checks, as the org holds them. */
async function readLibrary(org: OrgClient): Promise<LibraryNugget[]> {
  const published = "Nugget__r.Status__c = 'Published'";
  const nuggets = await org.query<{ Id: string; Minutes__c: number }>(
    "SELECT Id, Minutes__c FROM Nugget__c WHERE Status__c = 'Published' ORDER BY Key__c",
  );
  const questions = await org.query<QuestionRow>(
    `SELECT Id, Nugget__c, Correct_Option__c, Option_C__c, Option_D__c, Skill__r.Code__c FROM Check_Question__c WHERE ${published} ORDER BY Key__c`,
  );
  const skills = await org.query<NuggetSkillRow>(
    `SELECT Nugget__c, Skill__r.Code__c FROM Nugget_Skill__c WHERE ${published} ORDER BY Key__c`,
  );
  return nuggets.map(({ Id, Minutes__c }) => ({
    id: Id,
    minutes: Minutes__c,
    skills: skills.filter((row) => row.Nugget__c === Id).map((row) => row.Skill__r.Code__c),
    questions: questions
      .filter((row) => row.Nugget__c === Id)
      .map((row) => ({
        id: row.Id,
        skill: row.Skill__r.Code__c,
        correct: row.Correct_Option__c,
        options: ['A', 'B', ...(row.Option_C__c ? ['C'] : []), ...(row.Option_D__c ? ['D'] : [])],
      })),
  }));
}

type Rows = Record<'Check_Response__c' | 'Learning_Event__c' | 'Skill_Assessment__c', Record<string, unknown>[]>;

function record(
  rows: Rows,
  step: LearningStep,
  personId: string,
  managerId: string,
  skillIds: ReadonlyMap<string, string>,
): void {
  const audit = { OwnerId: personId, CreatedById: personId, CreatedDate: step.at.toISOString() };
  switch (step.kind) {
    case 'response':
      rows.Check_Response__c.push({
        ...audit,
        Question__c: step.question,
        Chosen_Option__c: step.option,
        Seconds__c: step.seconds,
      });
      return;
    case 'event':
      rows.Learning_Event__c.push({ ...audit, Nugget__c: step.nugget, Type__c: step.type, Seconds__c: step.seconds });
      return;
    case 'assessment':
      rows.Skill_Assessment__c.push({
        ...audit,
        CreatedById: managerId,
        Person__c: personId,
        Skill__c: skillIds.get(step.skill),
        Level__c: step.level,
        Note__c: step.note,
        Observed_On__c: isoDate(step.at),
      });
  }
}

/**
 * Gives everybody who sells a year of learning.
 *
 * @param seed the same number gives the same history
 */
export async function seedLearning(
  org: OrgClient,
  directory: Directory,
  options: { now: Date; seed: number; progress: Progress },
): Promise<void> {
  const library = await readLibrary(org);
  const targets = await org.query<{ Sales_Role__c: string; Skill__c: string; Skill__r: { Code__c: string } }>(
    'SELECT Sales_Role__c, Skill__c, Skill__r.Code__c FROM Skill_Target__c WHERE Launch__c = NULL ORDER BY Key__c',
  );
  const skillIds = new Map(targets.map((row) => [row.Skill__r.Code__c, row.Skill__c]));
  const skillsOf = (person: Person): string[] =>
    targets.filter((row) => row.Sales_Role__c === person.salesRole).map((row) => row.Skill__r.Code__c);

  const rows: Rows = { Learning_Event__c: [], Check_Response__c: [], Skill_Assessment__c: [] };
  const sellers = [...directory.values()].filter(
    ({ person }) => person.salesRole && person.salesRole !== 'Sales Manager',
  );
  for (const [index, { id, person }] of sellers.entries()) {
    const managerId = directory.get(person.manager ?? '')?.id ?? id;
    // A chance of their own: how much one learns does not change what the others did.
    const random = createRandom(options.seed + 1 + index * 7919);
    for (const step of learningYear(random, person, library, skillsOf(person), options.now)) {
      record(rows, step, id, managerId, skillIds);
    }
  }
  const total = Object.values(rows).reduce((sum, list) => sum + list.length, 0);
  let done = 0;
  for (const [object, list] of Object.entries(rows)) {
    for (let start = 0; start < list.length; start += 200) {
      const batch = list.slice(start, start + 200);
      await org.insert(object, batch);
      done += batch.length;
      options.progress('Recalling a year of learning', done, total);
    }
  }
}

/** Closes the accounts of those who left; what was computed about them until then stays. */
export async function closeAccounts(org: OrgClient, directory: Directory): Promise<void> {
  const gone = [...directory.values()].filter(({ person }) => person.left);
  await org.update(
    'User',
    gone.map(({ id }) => ({ Id: id, IsActive: false })),
  );
}
