import type { SignalRegistry } from '../../core/index.ts';
import { type OrgClient, type OrgInput, type RefusedRecord, type SaveOutcome, reasonOf } from '../connection/index.ts';
import { inLists, soqlList } from '../connection/soql.ts';
import { withoutClosedFields } from '../connection/writable-fields.ts';
import type { Content, ContentNugget } from './content-model.ts';
import { FRAMEWORK_QUERIES, KEY_FIELDS, changedRecords, frameworkRecords, staleLaunchTargets } from './framework.ts';
import { type ChildRecords, childRecords, nuggetHash, nuggetRecord } from './nugget-records.ts';
import { PATH_QUERIES, pathChanges } from './path-records.ts';

export interface ContentReport {
  readonly dryRun: boolean;
  /** Records by object: written (or, in a dry run, to be written), unchanged, deleted. */
  readonly objects: Readonly<Record<string, { written: number; unchanged: number; deleted: number }>>;
  readonly refused: readonly RefusedRecord[];
  readonly warnings: readonly string[];
}

export interface ImportOptions {
  readonly dryRun?: boolean;
  readonly onProgress?: (done: number, total: number, object: string) => void;
}

type ChildObject = keyof ChildRecords;
const CHILD_OBJECTS: readonly ChildObject[] = ['Nugget_Skill__c', 'Situation_Rule__c', 'Check_Question__c'];
/** More changed nuggets than this: reading all children is fewer calls than asking by key. */
const ASK_BY_KEY = 300;

/** Puts checked content into an org by key, touching only what changed. May be interrupted and run again. */
export async function importContent(
  client: OrgClient,
  content: Content,
  registry: SignalRegistry,
  options: ImportOptions = {},
): Promise<ContentReport> {
  return new ContentImport(client, content, registry, options).run();
}

class ContentImport {
  readonly #client: OrgClient;
  readonly #content: Content;
  readonly #registry: SignalRegistry;
  readonly #options: ImportOptions;
  readonly #objects: Record<string, { written: number; unchanged: number; deleted: number }> = {};
  readonly #refused: RefusedRecord[] = [];
  readonly #warnings: string[] = [];

  constructor(client: OrgClient, content: Content, registry: SignalRegistry, options: ImportOptions) {
    this.#client = client;
    this.#content = content;
    this.#registry = registry;
    this.#options = options;
  }

  async run(): Promise<ContentReport> {
    await this.#importFramework();
    const changed = await this.#changedNuggets();
    if (changed.length > 0) await this.#importNuggets(changed);
    if (this.#content.paths.length > 0) await this.#importPaths();
    return {
      dryRun: this.#options.dryRun === true,
      objects: this.#objects,
      refused: this.#refused,
      warnings: this.#warnings,
    };
  }

  async #importFramework(): Promise<void> {
    const wanted = frameworkRecords(this.#content);
    const objects = (['Signal__c', 'Skill__c', 'Launch__c', 'Skill_Target__c'] as const).filter(
      (object) => wanted[object].length > 0,
    );
    const existing = await this.#client.queryMany(objects.map((object) => FRAMEWORK_QUERIES[object]));
    for (const [index, object] of objects.entries()) {
      const changed = changedRecords(wanted[object], KEY_FIELDS[object], existing[index] ?? []);
      this.#count(object).unchanged += wanted[object].length - changed.length;
      await this.#upsert(object, KEY_FIELDS[object], changed);
    }
    const targets = existing[objects.indexOf('Skill_Target__c')] ?? [];
    await this.#deleteStale('Skill_Target__c', staleLaunchTargets(this.#content, targets));
  }

  async #changedNuggets(): Promise<{ nugget: ContentNugget; verifierId: string | undefined; hash: string }[]> {
    const usernames = [
      ...new Set(this.#content.nuggets.flatMap(({ verifier }) => (verifier === undefined ? [] : [verifier]))),
    ];
    const [rows = [], ...users] = await this.#client.queryMany([
      'SELECT Key__c, Content_Hash__c FROM Nugget__c WHERE Key__c != null',
      ...inLists(usernames).map((some) => `SELECT Id, Username FROM User WHERE Username IN ${soqlList(some)}`),
    ]);
    const hashes = new Map(rows.map((row) => [String(row['Key__c']).toLowerCase(), row['Content_Hash__c']]));
    const userIds = new Map(users.flat().map((user) => [String(user['Username']).toLowerCase(), String(user.Id)]));
    for (const username of usernames) {
      if (!userIds.has(username.toLowerCase()))
        this.#warnings.push(`verifier ${username} is not a user of this org: left blank`);
    }
    const all = this.#content.nuggets.map((nugget) => {
      const verifierId = nugget.verifier === undefined ? undefined : userIds.get(nugget.verifier.toLowerCase());
      return { nugget, verifierId, hash: nuggetHash(nugget, verifierId) };
    });
    const changed = all.filter(({ nugget, hash }) => hashes.get(nugget.key) !== hash);
    this.#count('Nugget__c').unchanged += all.length - changed.length;
    return changed;
  }

  async #importNuggets(
    changed: readonly { nugget: ContentNugget; verifierId: string | undefined; hash: string }[],
  ): Promise<void> {
    const failed = await this.#upsert(
      'Nugget__c',
      'Key__c',
      changed.map(({ nugget, verifierId }) => nuggetRecord(nugget, verifierId)),
    );
    const stored = changed.filter(({ nugget }) => !failed.has(nugget.key));
    const existing = await this.#existingChildren(stored.map(({ nugget }) => nugget.key));
    for (const object of CHILD_OBJECTS) {
      const known = existing[object];
      const records = stored.flatMap(({ nugget }) =>
        childRecords(nugget, this.#registry)[object].map((record): OrgInput =>
          // A detail's master cannot be given again once it exists.
          known.has(String(record['Key__c']).toLowerCase()) ? record : { ...record, Nugget__r: { Key__c: nugget.key } },
        ),
      );
      const writable = await withoutClosedFields(this.#client, object, records, ['Anchor_Key__c', 'Fault__c']);
      for (const key of await this.#upsert(object, 'Key__c', writable)) failed.add(key.split(':')[0] ?? '');
      const wanted = new Set(records.map((record) => String(record['Key__c']).toLowerCase()));
      await this.#deleteStale(object, new Map([...known].filter(([key]) => !wanted.has(key))));
    }
    if (this.#options.dryRun === true) return;
    const complete = stored.filter(({ nugget }) => !failed.has(nugget.key));
    const hashes = complete.map(({ nugget, hash }) => ({ Key__c: nugget.key, Content_Hash__c: hash }));
    this.#noteRefusals('Nugget__c', 'Key__c', hashes, await this.#client.upsert('Nugget__c', 'Key__c', hashes));
  }

  async #importPaths(): Promise<void> {
    const { paths, steps, unchanged, staleSteps } = pathChanges(
      this.#content.paths,
      await this.#client.queryMany([...PATH_QUERIES]),
    );
    this.#count('Learning_Path__c').unchanged += unchanged.paths;
    this.#count('Path_Step__c').unchanged += unchanged.steps;
    await this.#upsert('Learning_Path__c', 'Key__c', paths);
    await this.#upsert('Path_Step__c', 'Key__c', steps);
    await this.#deleteStale('Path_Step__c', staleSteps);
  }

  /** Id by key (lower case) of the children that the org holds for these nuggets. */
  async #existingChildren(keys: readonly string[]): Promise<Record<ChildObject, Map<string, string>>> {
    const lists = keys.length > ASK_BY_KEY ? [undefined] : inLists(keys);
    const queries = CHILD_OBJECTS.flatMap((object) =>
      lists.map(
        (some) =>
          `SELECT Id, Key__c, Nugget__r.Key__c FROM ${object}${some === undefined ? '' : ` WHERE Nugget__r.Key__c IN ${soqlList(some)}`}`,
      ),
    );
    const answers = await this.#client.queryMany(queries);
    const wanted = new Set(keys);
    const children: Record<ChildObject, Map<string, string>> = {
      Nugget_Skill__c: new Map(),
      Situation_Rule__c: new Map(),
      Check_Question__c: new Map(),
    };
    answers.forEach((rows, index) => {
      const object = CHILD_OBJECTS[Math.floor(index / lists.length)] as ChildObject;
      for (const row of rows) {
        const key = String(row['Key__c']).toLowerCase();
        if (wanted.has(key.split(':')[0] ?? '')) children[object].set(key, String(row.Id));
      }
    });
    return children;
  }

  /** Deletes, by id, what left its file; a key tells which it was. */
  async #deleteStale(object: string, idsByKey: ReadonlyMap<string, string>): Promise<void> {
    const stale = [...idsByKey];
    if (stale.length === 0) return;
    if (this.#options.dryRun === true) {
      this.#count(object).deleted += stale.length;
      return;
    }
    const outcomes = await this.#client.delete(
      object,
      stale.map(([, id]) => id),
    );
    outcomes.forEach((outcome, index) => {
      if (outcome.ok) this.#count(object).deleted += 1;
      else
        this.#warnings.push(
          `${object} ${stale[index]?.[0] ?? ''} left its file but cannot be deleted: ${outcome.message}`,
        );
    });
  }

  /** Writes and counts; answers the keys that were refused. */
  async #upsert(object: string, keyField: string, records: readonly OrgInput[]): Promise<Set<string>> {
    if (records.length === 0) return new Set();
    if (this.#options.dryRun === true) {
      this.#count(object).written += records.length;
      return new Set();
    }
    const outcomes = await this.#client.upsert(object, keyField, records, {
      onChunk: (start, done) => this.#options.onProgress?.(start + done.length, records.length, object),
    });
    const failed = this.#noteRefusals(object, keyField, records, outcomes);
    this.#count(object).written += records.length - failed.size;
    return failed;
  }

  #noteRefusals(
    object: string,
    keyField: string,
    records: readonly OrgInput[],
    outcomes: readonly SaveOutcome[],
  ): Set<string> {
    const failed = new Set<string>();
    outcomes.forEach((outcome, index) => {
      if (outcome.ok) return;
      const key = String(records[index]?.[keyField]);
      failed.add(key);
      this.#refused.push({ object, key, reason: reasonOf(outcome) });
    });
    return failed;
  }

  #count(object: string): { written: number; unchanged: number; deleted: number } {
    return (this.#objects[object] ??= { written: 0, unchanged: 0, deleted: 0 });
  }
}
