import { tagKey } from '../../core/knowledge/index.ts';
import { addDays } from './days.ts';
import type { OrgClient } from './org-client.ts';
import { QUESTION_TEMPLATES, QUESTIONS, type SeedAnswer, type SeedAuthor } from './questions.ts';
import { usernameOf } from './people.ts';
import type { Directory } from './seed-sales.ts';

const rich = (text: string): string => `<p>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`;

/** Fills the knowledge bank: questions, answers, votes and tags of the last weeks, by people who sell. */
export async function seedKnowledge(org: OrgClient, directory: Directory, now: Date): Promise<void> {
  const reps = [...directory.values()].filter(
    ({ person }) => person.permissionSets.includes('Fluency_Rep') && !person.left,
  );
  const idOf = (author: SeedAuthor): string => {
    if (author === 'manager') return idByName(directory, 'Ben', 'Okafor');
    if (author === 'trainer') return idByName(directory, 'Dan', 'Keller');
    return reps[author % reps.length]?.id ?? '';
  };
  const audit = (author: SeedAuthor, at: Date): Record<string, string> => {
    return { OwnerId: idOf(author), CreatedById: idOf(author), CreatedDate: at.toISOString() };
  };
  const asked = (daysAgo: number): Date => addDays(now, -daysAgo);

  const questionIds = await org.insert(
    'Question__c',
    QUESTIONS.map(({ by, daysAgo, title, body, answers }) => ({
      ...audit(by, asked(daysAgo)),
      Title__c: title,
      Body__c: rich(body),
      Source__c: 'Web',
      Status__c: answers.some(({ accepted }) => accepted) ? 'Answered' : 'Open',
    })),
  );
  const answers = QUESTIONS.flatMap(({ answers: given, daysAgo }, index) =>
    given.map((answer, place) => ({
      ...answer,
      question: questionIds[index] ?? '',
      at: addDays(asked(daysAgo), (place + 1) / 3),
    })),
  );
  const answerIds = await org.insert(
    'Answer__c',
    answers.map(({ by, at, question, body, byMail }) => ({
      ...audit(by, at),
      Question__c: question,
      Body__c: rich(body),
      Source__c: byMail ? 'E-mail' : 'Web',
    })),
  );
  await org.update(
    'Question__c',
    answers.flatMap(({ accepted, question }, index) =>
      accepted ? [{ Id: question, Accepted_Answer__c: answerIds[index] }] : [],
    ),
  );
  await org.insert(
    'Vote__c',
    answers.flatMap((answer, index) => votesFor(answer, answerIds[index] ?? '', reps, idOf)),
  );
  await org.insert(
    'Verification__c',
    answers.flatMap(({ verified, at }, index) =>
      verified ? [{ ...audit('trainer', addDays(at, 1)), Answer__c: answerIds[index], Kind__c: 'Verified' }] : [],
    ),
  );
  await org.insert(
    'Revision__c',
    QUESTIONS.flatMap(({ summary, daysAgo }, index) => {
      const of = { Question__c: questionIds[index], Kind__c: 'Summary' };
      return summary === undefined
        ? []
        : [{ ...audit('trainer', addDays(asked(daysAgo), 2)), ...of, Body__c: rich(summary) }];
    }),
  );
  await org.insert(
    'Expert_Request__c',
    QUESTIONS.flatMap(({ asked: people = [] }, index) =>
      people.map((person) => {
        const of = { Question__c: questionIds[index], Person__c: idOf(person) };
        return { ...of, Key__c: `${of.Person__c}:${of.Question__c ?? ''}` };
      }),
    ),
  );
  await tag(org, questionIds);
}

/** Everybody but the author may vote; the first of the reps do. */
function votesFor(
  { votes, by }: SeedAnswer,
  answerId: string,
  reps: readonly { readonly id: string }[],
  idOf: (author: SeedAuthor) => string,
): Record<string, unknown>[] {
  return reps
    .filter(({ id }) => id !== idOf(by))
    .slice(0, votes)
    .map(({ id }) => ({ CreatedById: id, Answer__c: answerId, Value__c: 1, Key__c: `${id}:${answerId}` }));
}

async function tag(org: OrgClient, questionIds: readonly string[]): Promise<void> {
  const names = [...new Set(QUESTIONS.flatMap(({ tags }) => tags))];
  const ids = await org.insert(
    'Tag__c',
    names.map((name) => ({ Name: name, Key__c: tagKey(name), Template__c: QUESTION_TEMPLATES.get(name) })),
  );
  const tagIds = new Map(names.map((name, index) => [name, ids[index]]));
  await org.insert(
    'Tagging__c',
    QUESTIONS.flatMap(({ tags }, index) =>
      tags.map((name) => ({
        Tag__c: tagIds.get(name),
        Question__c: questionIds[index],
        Key__c: `${tagKey(name)}:${questionIds[index]}`,
      })),
    ),
  );
}

function idByName(directory: Directory, firstName: string, lastName: string): string {
  return directory.get(usernameOf(firstName, lastName))?.id ?? '';
}
