import { type ExchangeDraft, readParticipants } from '../../../core/capture/index.ts';
import { type OrgClient, type OrgInput, reasonOf } from '../../connection/index.ts';
import { inLists, soqlList } from '../../connection/soql.ts';
import { EXIT, FluencyError } from '../../error.ts';
import { withoutTexts } from '../../exchanges/index.ts';
import { requiredTextOf, textOf } from '../../sync/field-values.ts';
import type { DraftSink, KeyedDraft, SinkOutcome } from '../draft-sink.ts';
import { type KnownQuestions, knownQuestions } from './known-questions.ts';

const OBJECT = 'Captured_Exchange__c';
const LONG = 131_072;
const LIMITS = { title: 255, body: 32_768, tags: 255 } as const;

/**
 * Drafts as records of the org, upserted by key: written again after a crash, they are the same record. A new draft that
 * probably asks what was asked before names that question, so that the reviewer can add its answers there.
 */
export async function orgSink(client: OrgClient): Promise<DraftSink> {
  const fields = await client.describe(OBJECT);
  if (fields === undefined || !fields.some(({ name, createable }) => name === 'Key__c' && createable)) {
    throw new FluencyError('CAPTURE_NOT_ALLOWED', 'This user may not write captured exchanges.', {
      value: OBJECT,
      nextStep: 'Deploy the package and assign the permission set Fluency_Sync to the integration user.',
      exitCode: EXIT.connection,
    });
  }
  const known = knownQuestions(client);
  return {
    write: (drafts) => writeDrafts(client, drafts, known),
    remove: (keys) => removeDrafts(client, keys),
    close: () => Promise.resolve(),
  };
}

async function writeDrafts(
  client: OrgClient,
  drafts: readonly KeyedDraft[],
  known: KnownQuestions,
): Promise<readonly SinkOutcome[]> {
  const there = await findThere(
    client,
    drafts.map(({ key }) => key),
  );
  const open = drafts.filter(({ key }) => (there.get(key)?.status ?? 'Draft') === 'Draft');
  const isNew = open.filter(({ key }) => !there.has(key));
  const repeated = await known.repeatedBy(
    isNew.map(({ draft }) => ({ title: draft.questionTitle, body: draft.questionBody })),
  );
  const duplicates = new Map(isNew.map(({ key }, i) => [key, repeated[i]]));
  const saved =
    open.length === 0
      ? []
      : await client.upsert(
          OBJECT,
          'Key__c',
          open.map((draft) => recordOf(draft, there.get(draft.key), duplicates.get(draft.key))),
        );
  const written = new Map(
    open.map(({ key }, i): [string, SinkOutcome] => {
      const outcome = saved[i];
      if (outcome?.ok === true) return [key, { key, status: 'written' }];
      return [key, { key, status: 'refused', reason: reasonOf(outcome) }];
    }),
  );
  return drafts.map(
    ({ key }) => written.get(key) ?? { key, status: there.get(key)?.status === 'Rejected' ? 'rejected' : 'decided' },
  );
}

/** A draft that is there. */
interface There {
  readonly status: string;
  readonly addresses: ReadonlySet<string>;
}

/** The drafts that are there, by key. */
async function findThere(client: OrgClient, keys: readonly string[]): Promise<Map<string, There>> {
  const found = new Map<string, There>();
  for (const list of inLists(keys)) {
    const rows = await client.query(
      `SELECT Key__c, Status__c, Participants__c FROM ${OBJECT} WHERE Key__c IN ${soqlList(list)}`,
    );
    for (const row of rows) {
      const people = readParticipants(textOf(row, 'Participants__c'));
      const addresses = new Set(people.flatMap(({ address }) => address ?? []));
      found.set(requiredTextOf(row, 'Key__c'), { status: requiredTextOf(row, 'Status__c'), addresses });
    }
  }
  return found;
}

/** The texts go first: what is deleted lies in the recycle bin for days. */
async function removeDrafts(client: OrgClient, keys: readonly string[]): Promise<void> {
  for (const list of inLists(keys)) {
    const rows = await client.query(
      `SELECT Id FROM ${OBJECT} WHERE Status__c = 'Draft' AND Key__c IN ${soqlList(list)}`,
    );
    if (rows.length === 0) continue;
    const ids = rows.map((row) => requiredTextOf(row, 'Id'));
    await client.update(
      OBJECT,
      ids.map((Id) => ({ Id, ...withoutTexts() })),
    );
    await client.delete(OBJECT, ids);
  }
}

function recordOf(
  { key, source, capturedAt, draft }: KeyedDraft,
  there: There | undefined,
  duplicate: string | undefined,
): OrgInput {
  const isNew = there === undefined;
  const isJoined = draft.participants.some(
    ({ address = '' }) => address !== '' && there?.addresses.has(address) === false,
  );
  return {
    Key__c: key,
    Subject__c: cut(draft.subject, LIMITS.title),
    Question_Title__c: cut(draft.questionTitle, LIMITS.title),
    Question_Body__c: cut(draft.questionBody, LIMITS.body),
    Answers__c: jsonWithin(draft.answers, LONG, (answer, length) => ({ ...answer, body: cut(answer.body, length) })),
    Original__c: cut(draft.original, LONG),
    Redactions__c: JSON.stringify(draft.redactions),
    Participants__c: jsonWithin(draft.participants, LONG, (person) => person),
    Suggested_Tags__c: tagsWithin(draft.suggestedTags),
    Captured_At__c: capturedAt,
    // What a person decided since is theirs: a thread that grows changes neither status nor source; and consent only
    // where somebody joined, of whom nobody knows yet what they say.
    ...((isNew || isJoined) && { Consent__c: draft.consent }),
    ...(isNew && { Status__c: 'Draft', Source__c: source }),
    ...(duplicate !== undefined && { Duplicate_Of__c: duplicate }),
  };
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

/** As many of the items, in order, as fit into a field; a single one that is too long is shortened. */
function jsonWithin<T>(items: readonly T[], length: number, shorten: (item: T, length: number) => T): string {
  const kept = [...items];
  let json = JSON.stringify(kept);
  while (json.length > length && kept.length > 1) {
    kept.pop();
    json = JSON.stringify(kept);
  }
  const [only] = kept;
  if (json.length > length && only !== undefined) json = JSON.stringify([shorten(only, Math.floor(length / 4))]);
  return json.length > length ? '[]' : json;
}

function tagsWithin(tags: ExchangeDraft['suggestedTags']): string {
  let text = '';
  for (const tag of tags) {
    const next = text === '' ? tag : `${text},${tag}`;
    if (next.length > LIMITS.tags) break;
    text = next;
  }
  return text;
}
