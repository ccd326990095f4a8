import type { Connection } from 'jsforce';

import { until } from '../support/until.ts';
import { describeContract, type Subject } from './describe-contract.ts';
import { logInAs } from './log-in-as.ts';
import { installVaultPackage } from './vault-package.ts';

const VAULT = 'Contract_Vault__c';
const CELLAR = 'Contract_Cellar__c';

interface World {
  /** Sees open fields of own vaults, and no cellar. */
  readonly clerk: Connection;
  /** The clerk's vault and somebody else's, both with a secret. */
  readonly own: string;
  readonly theirs: string;
}

describeContract('Security at every door', (subject, testWith) => {
  let made: Promise<World> | undefined;
  const world = (): Promise<World> => (made ??= makeWorld(subject()));

  const UNREADABLE: readonly string[] = [
    `SELECT Secret__c FROM ${VAULT}`,
    `SELECT toLabel(Secret__c) FROM ${VAULT}`,
    `SELECT FORMAT(Sum__c) FROM ${VAULT}`,
    `SELECT Secret__c FROM ${VAULT} WITH SYSTEM_MODE`,
    `SELECT Id FROM ${VAULT} WHERE Secret__c = 'wombat'`,
    `SELECT Id FROM ${VAULT} WHERE Open__c = 'x' OR NOT Secret__c LIKE 'w%'`,
    `SELECT Id FROM ${VAULT} WHERE Sum__c > 5 WITH SECURITY_ENFORCED`,
    `SELECT Id FROM ${VAULT} WHERE CALENDAR_YEAR(Day__c) = 2024`,
    `SELECT Id FROM ${VAULT} ORDER BY Sum__c`,
    `SELECT COUNT() FROM ${VAULT} WHERE Sum__c > 5`,
    `SELECT COUNT(Secret__c) FROM ${VAULT}`,
    `SELECT COUNT_DISTINCT(Secret__c) FROM ${VAULT}`,
    `SELECT MIN(Secret__c) FROM ${VAULT}`,
    `SELECT MAX(Sum__c) FROM ${VAULT}`,
    `SELECT AVG(Sum__c) FROM ${VAULT}`,
    `SELECT Secret__c, COUNT(Id) FROM ${VAULT} GROUP BY Secret__c`,
    `SELECT COUNT(Id) FROM ${VAULT} GROUP BY ROLLUP(Secret__c)`,
    `SELECT CALENDAR_YEAR(Day__c), COUNT(Id) FROM ${VAULT} GROUP BY CALENDAR_YEAR(Day__c)`,
    `SELECT Open__c FROM ${VAULT} GROUP BY Open__c HAVING MIN(Sum__c) > 1`,
    `SELECT Open__c FROM ${VAULT} GROUP BY Open__c ORDER BY MAX(Sum__c)`,
    `SELECT Cellar__c FROM ${VAULT}`,
    `SELECT Cellar__r.Name FROM ${VAULT}`,
    `SELECT Id FROM ${VAULT} WHERE Cellar__r.Name = 'Deep'`,
    `SELECT Id FROM ${VAULT} ORDER BY Cellar__r.Name`,
    `SELECT Id FROM User WHERE Id IN (SELECT OwnerId FROM ${VAULT} WHERE Sum__c > 5)`,
    `SELECT TYPEOF Owner WHEN User THEN Nothing__c END FROM ${VAULT}`,
  ];

  testWith('password', 'what one may not read does not exist in SOQL, wherever it stands', async () => {
    const { clerk } = await world();
    const answers = await Promise.all(UNREADABLE.map(async (soql) => [soql, await errorOf(clerk.query(soql))]));
    expect(answers).toEqual(UNREADABLE.map((soql) => [soql, 'INVALID_FIELD']));
  });

  testWith('password', 'an object that one may not read does not exist', async () => {
    const { clerk, own } = await world();
    const doors: Record<string, PromiseLike<unknown>> = {
      query: clerk.query(`SELECT Id FROM ${CELLAR}`),
      queryAll: clerk.query(`SELECT Id FROM ${CELLAR}`, { scanAll: true }),
      children: clerk.query(`SELECT Id, (SELECT Id FROM Vaults__r) FROM ${CELLAR}`),
      'semi-join': clerk.query(`SELECT Id FROM User WHERE Id IN (SELECT OwnerId FROM ${CELLAR})`),
      search: clerk.search(`FIND {deep} RETURNING ${CELLAR}(Id)`),
      describe: clerk.request(`/sobjects/${CELLAR}/describe`),
      basics: clerk.request(`/sobjects/${CELLAR}`),
      'object info': clerk.request(`/ui-api/object-info/${CELLAR}`),
      updated: clerk.sobject(CELLAR).updated(new Date(Date.now() - 600_000), new Date()),
      deleted: clerk.sobject(CELLAR).deleted(new Date(Date.now() - 600_000), new Date()),
      'bulk query': clerk.requestPost('/jobs/query', { operation: 'query', query: `SELECT Id FROM ${CELLAR}` }),
      'bulk insert': clerk.requestPost('/jobs/ingest', { operation: 'insert', object: CELLAR }),
      create: clerk.sobject(CELLAR).create({ Name: 'Mine' }),
      retrieve: clerk.sobject(CELLAR).retrieve(own),
      collection: clerk.requestPost('/composite/sobjects', {
        records: [{ attributes: { type: CELLAR }, Name: 'Mine' }],
      }),
    };
    const errors = await Promise.all(Object.entries(doors).map(async ([door, work]) => [door, await errorOf(work)]));
    expect(errors).toEqual(
      Object.keys(doors).map((door) => [door, expect.stringMatching(/^(INVALID_TYPE|NOT_FOUND)$/)]),
    );
    expect((await clerk.describeGlobal()).sobjects.map(({ name }) => name)).not.toContain(CELLAR);
  });

  testWith('password', 'describes and object info leave out what one may not read', async () => {
    const { clerk } = await world();
    const custom = (names: readonly string[]): string[] => names.filter((name) => name.endsWith('__c')).sort();
    const described = await clerk.describe(VAULT);
    expect(custom(described.fields.map(({ name }) => name))).toEqual(['Open__c', 'Shadow__c']);
    const info = await clerk.request<{ fields: object }>(`/ui-api/object-info/${VAULT}`);
    expect(custom(Object.keys(info.fields))).toEqual(['Open__c', 'Shadow__c']);
    const user = await clerk.describe('User');
    expect(user.childRelationships.map(({ childSObject }) => childSObject)).not.toContain(CELLAR);
  });

  testWith('password', 'a formula is computed for nobody in particular: it shows what it is made of', async () => {
    const { clerk, own } = await world();
    expect(await clerk.sobject(VAULT).retrieve(own)).toMatchObject({ Shadow__c: 'wombat' });
  });

  testWith(
    'password',
    'a record comes without the fields that one may not read, and is not asked for them',
    async () => {
      const { clerk, own } = await world();
      const record = await clerk.sobject(VAULT).retrieve(own);
      expect(Object.keys(record).filter((name) => name.endsWith('__c'))).toEqual(['Open__c', 'Shadow__c']);
      const { records } = await clerk.query(`SELECT FIELDS(ALL) FROM ${VAULT} LIMIT 10`);
      expect(Object.keys(records[0] ?? {})).not.toContain('Secret__c');
      const path = `/sobjects/${VAULT}/${own}?fields=Secret__c`;
      expect(await errorOf(clerk.request(path))).toBe('INVALID_FIELD');
      expect(await errorOf(clerk.request(`/composite/sobjects/${VAULT}?ids=${own}&fields=Secret__c`))).toBe(
        'INVALID_FIELD',
      );
      expect(await errorOf(clerk.request(`/ui-api/records/${own}?fields=${VAULT}.Secret__c`))).toBe('INVALID_FIELD');
      const composite = await clerk.requestPost('/composite', {
        compositeRequest: [{ method: 'GET', url: `/services/data/v66.0${path}`, referenceId: 'a' }],
      });
      expect(composite).toMatchObject({ compositeResponse: [{ httpStatusCode: 400, body: [{ errorCode: 'INVALID_FIELD' }] }] }); // prettier-ignore
    },
  );

  testWith('password', 'an external id that one may not read finds and upserts nothing', async () => {
    const { clerk } = await world();
    const vaults = clerk.sobject(VAULT);
    expect(await errorOf(clerk.request(`/sobjects/${VAULT}/Code__c/c-own`))).toBe('NOT_FOUND');
    expect(await errorOf(vaults.upsert({ Code__c: 'c-own', Name: 'Taken' }, 'Code__c'))).toBe('NOT_FOUND');
    expect(await errorOf(clerk.requestPost('/jobs/ingest', { object: VAULT, operation: 'upsert', externalIdFieldName: 'Code__c' }))).toBe('NOT_FOUND'); // prettier-ignore
  });

  testWith('password', 'a field that one may not read is not written either', async () => {
    const { clerk, own } = await world();
    const vaults = clerk.sobject(VAULT);
    expect(await errorOf(vaults.update({ Id: own, Secret__c: 'mine' }))).toMatch(/INVALID_FIELD/);
    expect(await errorOf(vaults.create({ Name: 'New', Secret__c: 'mine' }))).toMatch(/INVALID_FIELD/);
    expect(await errorOf(vaults.update({ Id: own, Shadow__c: 'mine' }))).toMatch(/INVALID_FIELD/);
  });

  testWith('password', "somebody else's private record is seen through no door", async () => {
    const { clerk, own, theirs } = await world();
    const ids = async (soql: string): Promise<unknown[]> => (await clerk.query(soql)).records.map(({ Id }) => Id);
    expect(await ids(`SELECT Id FROM ${VAULT}`)).toEqual([own]);
    expect((await clerk.query(`SELECT COUNT() FROM ${VAULT}`)).totalSize).toBe(1);
    expect((await clerk.query(`SELECT COUNT(Id) n FROM ${VAULT}`)).records[0]?.['n']).toBe(1);
    const from = new Date(Date.now() - 600_000);
    expect((await clerk.sobject(VAULT).updated(from, new Date(Date.now() + 120_000))).ids).not.toContain(theirs);
    const { searchRecords } = await clerk.search(`FIND {vault*} RETURNING ${VAULT}(Id)`);
    expect(searchRecords.map(({ Id }) => Id)).toEqual([own]);
    const [hidden] = await clerk.request<unknown[]>(`/composite/sobjects/${VAULT}?ids=${theirs}&fields=Id`);
    expect(hidden).toBeNull();
    expect(await errorOf(clerk.sobject(VAULT).retrieve(theirs))).toBe('NOT_FOUND');
    expect(await errorOf(clerk.request(`/ui-api/records/${theirs}?fields=${VAULT}.Name`))).toBe('NOT_FOUND');
    expect(await errorOf(clerk.sobject(VAULT).update({ Id: theirs, Name: 'Mine' }))).toMatch(/^INSUFFICIENT_ACCESS/);
    expect(await errorOf(clerk.sobject(VAULT).destroy(theirs))).toMatch(/^INSUFFICIENT_ACCESS/);
  });

  testWith('password', 'words of a field that one may not read find nothing', async () => {
    const { clerk } = await world();
    const { connection } = subject();
    expect((await connection.search(`FIND {wombat} RETURNING ${VAULT}(Id)`)).searchRecords).toHaveLength(1);
    expect((await clerk.search(`FIND {wombat} RETURNING ${VAULT}(Id)`)).searchRecords).toEqual([]);
    for (const inner of ['Secret__c', 'Id WHERE Sum__c > 1', 'Id ORDER BY Sum__c']) {
      expect(await errorOf(clerk.search(`FIND {vault*} RETURNING ${VAULT}(${inner})`))).toBe('INVALID_FIELD');
    }
  });

  testWith('password', 'GraphQL knows no field that one may not read', async () => {
    const { clerk } = await world();
    const asks = [
      `query { ${VAULT} { edges { node { Secret__c { value } } } } }`,
      `query { ${VAULT}(where: { Sum__c: { gt: 1 } }) { edges { node { Id } } } }`,
      `query { ${VAULT}(orderBy: { Sum__c: { order: ASC } }) { edges { node { Id } } } }`,
      `query { ${VAULT} { edges { node { Cellar__r { Name { value } } } } } }`,
      `query { ${CELLAR} { edges { node { Id } } } }`,
      `aggregate { ${VAULT} { edges { node { aggregate { Sum__c { max { value } } } } } } }`,
      `aggregate { ${VAULT}(groupBy: { Secret__c: { group: true } }) { edges { node { aggregate { Open__c { value } } } } } }`,
    ];
    for (const ask of asks) {
      const answer = await clerk.requestPost<{ errors: unknown[] }>('/graphql', { query: `{ uiapi { ${ask} } }` });
      expect([ask, answer.errors.length > 0]).toEqual([ask, true]);
    }
  });

  testWith('password', "somebody else's jobs and cursors are of no use", async () => {
    const { clerk } = await world();
    const { connection } = subject();
    const query = { operation: 'query', query: `SELECT Secret__c FROM ${VAULT}` };
    const reading = await connection.requestPost<{ id: string }>('/jobs/query', query);
    const writing = await connection.requestPost<{ id: string }>('/jobs/ingest', {
      object: VAULT,
      operation: 'insert',
    });
    for (const path of [`query/${reading.id}`, `query/${reading.id}/results`, `ingest/${writing.id}`]) {
      expect(await errorOf(clerk.request(`/jobs/${path}`))).toBe('NOT_FOUND');
    }
    const { records } = await clerk.request<{ records: { id: string }[] }>('/jobs/ingest');
    expect(records.map(({ id }) => id)).not.toContain(writing.id);
  });

  testWith('password', 'rights are not given to oneself, and nobody else is let in', async () => {
    const { clerk } = await world();
    const { records } = await clerk.query<{ Id: string }>(
      `SELECT Id FROM PermissionSet WHERE Name = 'Contract_Keeper'`,
    );
    const { user_id: AssigneeId } = await clerk.identity();
    const assignment = { AssigneeId, PermissionSetId: records[0]?.Id ?? '' };
    expect(await errorOf(clerk.sobject('PermissionSetAssignment').create(assignment))).toMatch(/^INSUFFICIENT_ACCESS/);
    const { user_id: administrator } = await subject().connection.identity();
    const password = clerk.requestPost(`/sobjects/User/${administrator}/password`, { NewPassword: 'a new word 1' });
    expect(await errorOf(password)).toMatch(/^INSUFFICIENT_ACCESS/);
    await expect(clerk.metadata.read('CustomObject', [VAULT])).rejects.toThrow(/INSUFFICIENT_ACCESS/);
  });
});

async function makeWorld(subject: Subject): Promise<World> {
  const { connection } = subject;
  await installVaultPackage(connection);
  const clerk = await logInAs(subject, { name: 'clerk', permissionSets: ['Contract_Clerk'] });
  const { user_id: OwnerId } = await clerk.identity();
  const cellar = await connection.sobject(CELLAR).create({ Name: 'Deep' });
  const vaults = [
    { Name: 'Vault of the clerk', OwnerId, Secret__c: 'wombat', Code__c: 'c-own', Sum__c: 9, Cellar__c: cellar.id },
    { Name: 'Vault of the keeper', Secret__c: 'numbat', Code__c: 'c-theirs', Sum__c: 7, Day__c: '2024-02-29' },
  ];
  const [own, theirs] = await connection.sobject(VAULT).create(vaults);
  await until(
    () => connection.search(`FIND {vault*} RETURNING ${VAULT}`),
    ({ searchRecords }) => searchRecords.length === 2,
  );
  return { clerk, own: own?.id ?? '', theirs: theirs?.id ?? '' };
}

/** The code with which a call is refused; `none` when it is not. */
async function errorOf(work: PromiseLike<unknown>): Promise<string> {
  try {
    await work;
    return 'none';
  } catch (error) {
    return (error as { errorCode?: string }).errorCode ?? String(error);
  }
}
