import { Connection } from 'jsforce';
import type { Actor } from '../../local-org/security/types.ts';
import type { SaveResult } from '../../local-org/store/types.ts';
import { addPerson } from './support/add-person.ts';
import { administratorOf, startDeployedOrg, type TestOrg } from './support/deployed-org.ts';
import { type PackageRights, packageObjects, packageRights } from './support/package-rights.ts';
import { sampleRecords } from './support/sample-records.ts';

/*
 * Every object of the package x every role x every operation, through every door: what the org lets people do is what
 * the files of the permission sets say, read here by an independent reader.
 */

const PASSWORD = 'matrix-password-1';
const OBJECTS = packageObjects();
const ROLES: readonly (readonly [name: string, permissionSet: string | undefined])[] = [
  ['nobody', undefined],
  ['rep', 'Fluency_Rep'],
  ['manager', 'Fluency_Manager'],
  ['enablement', 'Fluency_Enablement'],
  ['admin', 'Fluency_Admin'],
  ['sync', 'Fluency_Sync'],
  ['expert', 'Fluency_Expert'],
];
/** Neither their values nor their order can be asked for, whoever asks. */
const LONG_TEXT = ['LongTextArea', 'Html'];
const NO_RIGHT_TO_READ = 'INVALID_TYPE';
/** What a resource says whose path names an object that one may not read. */
const NO_SUCH_RESOURCE = 'NOT_FOUND';
const NO_RIGHT_TO_WRITE = [
  NO_RIGHT_TO_READ,
  'INSUFFICIENT_ACCESS_OR_READONLY',
  'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
];

let started: TestOrg;
let administrator: Actor;

beforeAll(async () => {
  started = await startDeployedOrg();
  administrator = administratorOf(started.org);
}, 120_000);
afterAll(() => started.close());

describe.each(ROLES)('%s', (role, permissionSet) => {
  const granted = packageRights(permissionSet);
  let person: Person;
  beforeAll(async () => {
    person = await signIn(addPerson(started.org, `matrix-${role}`, permissionSet));
  });

  test.each(OBJECTS.map(({ name }) => name))('describes %s as granted', async (name) => {
    const { read, create, edit, delete: remove } = granted.of(name);
    const { sobjects } = await person.connection.describeGlobal();
    expect(sobjects.some((object) => object.name === name)).toBe(read);
    expect(await described(person.connection, name)).toEqual(
      read ? { create, edit, delete: remove, fields: readableFields(granted, name).sort() } : 'NOT_FOUND',
    );
  });

  test.each(OBJECTS)('reads $name through no door unless granted', async ({ name, isSearchable }) => {
    const doors = doorsOf(person.connection, name).filter(([door]) => isSearchable || door !== 'SOSL');
    const refused = await refusals(doors);
    expect(refused).toEqual(granted.of(name).read ? [] : doors.map(([door]) => door));
  });

  // Who may read no object at all has no fields to look for: `test.each` takes no empty list.
  for (const { name, fields } of OBJECTS.filter((object) => granted.of(object.name).read)) {
    test(`neither shows, filters, sorts nor counts by unreadable fields of ${name}`, () => {
      for (const field of fields) {
        const may = field.isUniversal || granted.readable(name, field.name);
        const asks = [
          `SELECT ${field.name} FROM ${name}`,
          ...(LONG_TEXT.includes(field.type)
            ? []
            : [
                `SELECT Id FROM ${name} WHERE ${field.name} = NULL`,
                `SELECT Id FROM ${name} ORDER BY ${field.name}`,
                `SELECT COUNT(${field.name}) FROM ${name}`,
                `SELECT MAX(${field.name}) FROM ${name}`,
                `SELECT ${field.name} FROM ${name} GROUP BY ${field.name}`,
                `SELECT COUNT(Id) FROM ${name} GROUP BY ROLLUP(${field.name})`,
                `SELECT Id FROM User WHERE Id IN (SELECT CreatedById FROM ${name} WHERE ${field.name} != NULL)`,
              ]),
        ];
        // Some kinds of field are not sortable or countable for anybody; what matters is that a denied one is unknown.
        expect(asks.map((soql) => [soql, errorOf(person.actor, soql) === 'INVALID_FIELD'])).toEqual(
          asks.map((soql) => [soql, may ? isUnknownToAll(soql) : true]),
        );
      }
    });
  }

  test.each(OBJECTS.map(({ name }) => name))('creates, changes and deletes their own %s only as granted', (name) => {
    const rights = granted.of(name);
    const { store } = started.org;
    const id = sampleRecords(started.org, administrator, person.actor.userId)(name);
    expect({
      create: isRefused(store.insert(person.actor, name, [{}])),
      edit: isRefused(store.update(person.actor, name, [{ Id: id }])),
      delete: isRefused(store.remove(person.actor, [id])),
    }).toEqual({ create: !rights.create, edit: !rights.edit, delete: !rights.delete });
  });

  test.each(OBJECTS.filter(({ sharing }) => sharing !== 'ControlledByParent'))(
    "reads others' $name only where the object is public, and changes none",
    ({ name, sharing }) => {
      const rights = granted.of(name);
      const id = sampleRecords(started.org, administrator, administrator.userId)(name);
      const seen = rights.read
        ? started.org.soql(person.actor, `SELECT Id FROM ${name} WHERE Id = '${id}'`).totalSize
        : 0;
      expect(seen).toBe(rights.read && (sharing === 'Read' || rights.viewAll) ? 1 : 0);
      expect(isRefused(started.org.store.update(person.actor, name, [{ Id: id }]))).toBe(!rights.modifyAll);
      expect(isRefused(started.org.store.remove(person.actor, [id]))).toBe(!(rights.modifyAll && rights.delete));
    },
  );
});

interface Person {
  readonly actor: Actor;
  readonly connection: Connection;
}

async function signIn(actor: Actor): Promise<Person> {
  started.org.setPassword(actor.userId, PASSWORD);
  const connection = new Connection({ loginUrl: started.url, version: '66.0' });
  await connection.login(actor.username, PASSWORD);
  return { actor, connection };
}

function readableFields(granted: PackageRights, name: string): string[] {
  const fields = OBJECTS.find((object) => object.name === name)?.fields ?? [];
  return fields.filter((field) => field.isUniversal || granted.readable(name, field.name)).map((field) => field.name);
}

/** What a describe says of rights and custom fields, or its error. */
async function described(connection: Connection, name: string): Promise<unknown> {
  try {
    const { createable, updateable, deletable, fields } = await connection.describe(name);
    const custom = fields.filter((field) => field.custom).map((field) => field.name);
    return { create: createable, edit: updateable, delete: deletable, fields: custom.sort() };
  } catch (error) {
    return (error as { errorCode?: string }).errorCode;
  }
}

/** The doors whose path names the object. */
const IN_THE_PATH: readonly string[] = ['object info', 'changes', 'deletions', 'collection'];

type Door = readonly [name: string, read: () => PromiseLike<unknown>];

/** The ways to records of an object. */
function doorsOf(connection: Connection, name: string): readonly Door[] {
  return [
    ['SOQL', () => connection.query(`SELECT Id FROM ${name} LIMIT 1`)],
    ['aggregate', () => connection.query(`SELECT COUNT(Id) FROM ${name}`)],
    ['queryAll', () => connection.query(`SELECT Id FROM ${name} LIMIT 1`, { scanAll: true })],
    ['SOSL', () => connection.search(`FIND {nothing} RETURNING ${name}(Id)`)],
    ['GraphQL', () => graphql(connection, `{ uiapi { query { ${name}(first: 1) { edges { node { Id } } } } } }`)],
    ['semi-join', () => connection.query(`SELECT Id FROM User WHERE Id IN (SELECT CreatedById FROM ${name})`)],
    ['object info', () => connection.request(`/ui-api/object-info/${name}`)],
    ['changes', () => connection.sobject(name).updated(new Date(Date.now() - 120_000), new Date())],
    ['deletions', () => connection.sobject(name).deleted(new Date(Date.now() - 120_000), new Date())],
    ['collection', () => connection.request(`/composite/sobjects/${name}?ids=001000000000001AAA&fields=Id`)],
    ['Bulk', () => bulkQuery(connection, `SELECT Id FROM ${name} LIMIT 1`)],
  ];
}

async function refusals(doors: readonly Door[]): Promise<string[]> {
  const refused: string[] = [];
  for (const [door, read] of doors) {
    const error = await read().then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (error === undefined) continue;
    const errorCode = IN_THE_PATH.includes(door) ? NO_SUCH_RESOURCE : NO_RIGHT_TO_READ;
    if (door !== 'GraphQL') expect(error).toMatchObject({ errorCode });
    refused.push(door);
  }
  return refused;
}

async function graphql(connection: Connection, query: string): Promise<void> {
  const { errors = [] } = await connection.requestPost<{ errors?: readonly { message: string }[] }>(
    '/services/data/v66.0/graphql',
    { query },
  );
  if (errors.length > 0) throw new Error(errors[0]?.message);
}

async function bulkQuery(connection: Connection, query: string): Promise<void> {
  await connection.requestPost('/services/data/v66.0/jobs/query', { operation: 'query', query });
}

/** Queries with a field that is unknown even to the administrator, or not: the same for every role. */
const unknownToAll = new Map<string, boolean>();

function isUnknownToAll(soql: string): boolean {
  const isUnknown = unknownToAll.get(soql) ?? errorOf(administrator, soql) === 'INVALID_FIELD';
  unknownToAll.set(soql, isUnknown);
  return isUnknown;
}

function errorOf(actor: Actor, soql: string): string | undefined {
  try {
    started.org.soql(actor, soql);
    return undefined;
  } catch (error) {
    return (error as { errorCode?: string }).errorCode ?? String(error);
  }
}

/** Whether a record was refused because of who writes it; what is missing in it is another matter. */
function isRefused([saved]: readonly SaveResult[]): boolean {
  return (saved?.errors ?? []).some(({ statusCode }) => NO_RIGHT_TO_WRITE.includes(statusCode));
}
