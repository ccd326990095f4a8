import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';

import type { Actor } from '../security/types.ts';
import { openTestOrg, rights, type TestOrg } from '../testing/test-org.ts';
import { createApp } from './create-app.ts';
import type { Services } from './services.ts';

const DATA = '/services/data/v66.0';

let test: TestOrg;
let app: FastifyInstance;
let services: Services;

beforeEach(async () => {
  test = openTestOrg();
  ({ app, services } = await createApp(test.org, { directory: test.directory, timeTravel: true, loopback: true }));
});

afterEach(async () => {
  await app.close();
  test.close();
});

/** Sends a request as a person, or as nobody. */
function send(options: InjectOptions, actor?: Actor): Promise<LightMyRequestResponse> {
  const authorization = actor === undefined ? {} : { authorization: `Bearer ${services.sessions.open(actor.userId)}` };
  return app.inject({ ...options, headers: { host: 'localhost', ...authorization, ...options.headers } });
}

describe('sessions', () => {
  const who = { url: `${DATA}/limits` };

  it.each([
    ['Bearer', 200],
    ['OAuth', 200],
    ['Basic', 401],
  ])('a token in a header of the kind %s gives %d', async (kind, status) => {
    const token = services.sessions.open(test.admin.userId);
    const response = await send({ ...who, headers: { authorization: `${kind} ${token}` } });
    expect(response.statusCode).toBe(status);
  });

  it.each([
    ['alone', {}, 200],
    ['from a page of this origin', { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' }, 200],
    ['from a page of another origin', { origin: 'http://evil.example' }, 401],
    ['from a page of another port', { origin: 'http://localhost:8080' }, 401],
    ['with a fetch that another site caused', { 'sec-fetch-site': 'cross-site' }, 401],
  ])('a cookie sent %s gives the right status', async (_, headers, status) => {
    const sid = services.sessions.open(test.admin.userId);
    const response = await send({ ...who, cookies: { sid }, headers });
    expect(response.statusCode).toBe(status);
  });

  it('end when the user is deactivated', async () => {
    const rep = test.person('Rep');
    const token = services.sessions.open(rep.userId);
    const headers = { authorization: `Bearer ${token}` };
    expect((await send({ ...who, headers })).statusCode).toBe(200);
    test.org.store.update(test.admin, 'User', [{ Id: rep.userId, IsActive: false }]);
    expect((await send({ ...who, headers })).statusCode).toBe(401);
  });

  it('survive a restart of the server, and are not kept as they are', async () => {
    const token = services.sessions.open(test.admin.userId);
    await app.close();
    ({ app, services } = await createApp(test.org, { directory: test.directory, timeTravel: false, loopback: true }));
    expect(services.sessions.find(token)?.userId).toBe(test.admin.userId);
    expect(services.sessions.end(token)).toBe(true);
    expect(services.sessions.find(token)).toBeUndefined();
  });

  it('a request that came under a foreign name is refused', async () => {
    const response = await send({ ...who, headers: { host: 'evil.example' } }, test.admin);
    expect(response.statusCode).toBe(403);
  });
});

describe('requests', () => {
  it('may have several leading slashes, as instance URLs with a trailing slash cause', async () => {
    expect((await send({ url: `//${DATA}/limits` }, test.admin)).statusCode).toBe(200);
  });

  it('with a body that is no JSON are refused in the shape of the REST API', async () => {
    const headers = { 'content-type': 'application/json' };
    const response = await send({ method: 'POST', url: `${DATA}/sobjects/Account`, headers, payload: '{' }, test.admin);
    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject([{ errorCode: 'JSON_PARSER_ERROR' }]);
  });

  it.each([
    ['GET', '/nothing', 404, 'NOT_FOUND'],
    ['DELETE', '/limits', 405, 'METHOD_NOT_ALLOWED'],
    ['GET', '/sobjects/Account/001000000000999AAA', 404, 'NOT_FOUND'],
    ['DELETE', '/sobjects/Account/001000000000999AAA', 404, 'NOT_FOUND'],
    ['GET', '/sobjects/Account/nonsense', 404, 'NOT_FOUND'],
    ['GET', '/query', 400, 'MALFORMED_QUERY'],
  ] as const)('%s %s is answered with %d', async (method, path, status, errorCode) => {
    const response = await send({ method, url: DATA + path }, test.admin);
    expect(response.statusCode).toBe(status);
    expect(response.json()).toMatchObject([{ errorCode }]);
  });

  it('beside every resource are answered in the shape of the REST API, too', async () => {
    const response = await send({ url: '/services/nothing' });
    expect(response.statusCode).toBe(404);
    expect(response.json()).toMatchObject([{ errorCode: 'NOT_FOUND' }]);
  });

  it('of clients that cannot send PATCH post and say so', async () => {
    const id = test.add(test.admin, 'Account', { Name: 'Before' });
    const url = `${DATA}/sobjects/Account/${id}?_HttpMethod=PATCH`;
    const response = await send({ method: 'POST', url, payload: { Name: 'After' } }, test.admin);
    expect(response.statusCode).toBe(204);
    expect(test.org.record(test.admin, 'Account', id)?.['Name']).toBe('After');
  });

  it('tell the columns of a query without running it', async () => {
    const q = encodeURIComponent('SELECT Id, Owner.Name, (SELECT Id FROM Contacts) FROM Account');
    const response = await send({ url: `${DATA}/query?q=${q}&columns=true` }, test.admin);
    expect(response.json()).toMatchObject({
      entityName: 'Account',
      columnMetadata: [
        { columnName: 'Id', joinColumns: [] },
        { columnName: 'Owner', foreignKeyName: 'OwnerId', joinColumns: [{ columnName: 'Name' }] },
        { columnName: 'Contacts', aggregate: true, joinColumns: [{ columnName: 'Id' }] },
      ],
    });
  });

  it('tell the columns of computed values by what is computed', async () => {
    const q = encodeURIComponent(
      'SELECT StageName, Account.Name, Owner.Name owner, COUNT(Id), SUM(Amount) total, CALENDAR_YEAR(CloseDate) FROM Opportunity GROUP BY StageName, Account.Name, Owner.Name, CALENDAR_YEAR(CloseDate)',
    );
    const response = await send({ url: `${DATA}/query?q=${q}&columns=true` }, test.admin);
    expect(response.json()).toMatchObject({
      columnMetadata: [
        { columnName: 'StageName', displayName: 'StageName', aggregate: false },
        { columnName: 'Name', joinColumns: [] },
        { columnName: 'owner', joinColumns: [] },
        { columnName: 'expr0', displayName: 'count(Id)', aggregate: true },
        { columnName: 'total', displayName: 'sum(Amount)', aggregate: true },
        { columnName: 'expr1', displayName: 'calendar_year(CloseDate)', aggregate: true },
      ],
    });
  });

  it('tell nothing of the columns of fields that one may not read', async () => {
    test.permissionSet('Reader', { objectPermissions: [rights('Course__c', 'cru')] });
    const reader = test.person('Reader', { permissionSets: ['Reader'] });
    const [hidden, absent] = await Promise.all(
      ['Active__c', 'Absent__c'].map(async (name) => {
        const q = encodeURIComponent(`SELECT ${name} FROM Course__c`);
        const response = await send({ url: `${DATA}/query?q=${q}&columns=true` }, reader);
        return response.body.replaceAll(name, 'Field__c');
      }),
    );
    expect(hidden).toBe(absent);
  });
});

describe('time travel', () => {
  const past = '2025-02-03T04:05:06.000Z';
  const create = (payload: Record<string, unknown>, headers: Record<string, string>, actor: Actor) =>
    send({ method: 'POST', url: `${DATA}/sobjects/Account`, headers, payload }, actor);

  it('lets an administrator write in the past', async () => {
    const response = await create({ Name: 'Old' }, { 'x-local-org-now': past }, test.admin);
    const { id } = response.json<{ id: string }>();
    expect(test.org.record(test.admin, 'Account', id)?.['CreatedDate']).toContain('2025-02-03');
  });

  it('is nothing for others', async () => {
    const rep = test.person('Rep');
    const response = await create({ Name: 'New' }, { 'x-local-org-now': past }, rep);
    const { id } = response.json<{ id: string }>();
    expect(test.org.record(test.admin, 'Account', id)?.['CreatedDate']).toContain('2026-03-10');
  });

  it('refuses a moment that cannot be read', async () => {
    const response = await create({ Name: 'x' }, { 'x-local-org-now': 'yesterday' }, test.admin);
    expect(response.json()).toMatchObject([{ errorCode: 'INVALID_INPUT' }]);
  });
});

describe('what a person may not see', () => {
  let rep: Actor;

  beforeEach(() => {
    const none = { edit: false, delete: false, viewAllRecords: false, modifyAllRecords: false };
    test.permissionSet('Reader', {
      objectPermissions: [{ ...none, object: 'Course__c', read: true, create: true }],
      fieldPermissions: [
        { field: 'Course__c.Key__c', read: true, edit: true },
        { field: 'Course__c.Body__c', read: true, edit: false },
      ],
    });
    rep = test.person('Rep', { permissionSets: ['Reader'] });
    test.add(test.admin, 'Course__c', { Name: 'One', Minutes__c: 5, Secret__c: 'hidden', Body__c: 'text' });
  });

  it('is not in the GraphQL schema', async () => {
    const query = '{ uiapi { query { Course__c { edges { node { Secret__c { value } } } } } } }';
    const response = await send({ method: 'POST', url: `${DATA}/graphql`, payload: { query } }, rep);
    expect(response.statusCode).toBe(200);
    expect(response.json()).toMatchObject({ data: null, errors: [{ extensions: { ErrorType: 'ValidationError' } }] });
    const allowed = await send(
      { method: 'POST', url: `${DATA}/graphql`, payload: { query: query.replace('Secret__c', 'Body__c') } },
      rep,
    );
    expect(allowed.json()).toMatchObject({
      data: { uiapi: { query: { Course__c: { edges: [{ node: { Body__c: { value: 'text' } } }] } } } },
    });
  });

  it('is in no other door either', async () => {
    const id = test.org.soql(test.admin, 'SELECT Id FROM Course__c').records[0]?.['Id'];
    const doors = [
      `/query?q=${encodeURIComponent('SELECT Secret__c FROM Course__c')}`,
      `/sobjects/Course__c/${String(id)}`,
      '/sobjects/Course__c/describe',
      '/ui-api/object-info/Course__c',
      `/ui-api/records/${String(id)}?fields=Course__c.Name&optionalFields=Course__c.Secret__c`,
    ];
    for (const door of doors) {
      const response = await send({ url: DATA + door }, rep);
      expect(response.body).not.toMatch(/hidden|"Secret__c"/);
    }
  });

  it('is not written by a mutation: the schema does not have the input', async () => {
    const query =
      'mutation { uiapi { Course__cCreate(input: { Course__c: { Name: "x", Secret__c: "y" } }) { Record { Id } } } }';
    const response = await send({ method: 'POST', url: `${DATA}/graphql`, payload: { query } }, rep);
    expect(response.json()).toMatchObject({
      errors: [
        { message: expect.stringContaining('Secret__c') as unknown, extensions: { ErrorType: 'ValidationError' } },
      ],
    });
  });

  it("another person's query locator is refused", async () => {
    for (let index = 0; index < 3; index++) {
      test.org.store.insert(
        test.admin,
        'Account',
        Array.from({ length: 100 }, (_, each) => ({ Name: `A ${index} ${each}` })),
      );
    }
    const q = encodeURIComponent('SELECT Id FROM Account');
    const headers = { 'sforce-query-options': 'batchSize=200' };
    const first = await send({ url: `${DATA}/query?q=${q}`, headers }, test.admin);
    const { nextRecordsUrl } = first.json<{ nextRecordsUrl: string }>();
    expect((await send({ url: nextRecordsUrl }, test.admin)).json()).toMatchObject({ done: true });
    expect((await send({ url: nextRecordsUrl }, rep)).json()).toMatchObject([{ errorCode: 'INVALID_QUERY_LOCATOR' }]);
  });

  it('metadata is not deployed by somebody who may not', async () => {
    const payload = `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Header><SessionHeader><sessionId>${services.sessions.open(rep.userId)}</sessionId></SessionHeader></e:Header><e:Body><deploy><ZipFile></ZipFile></deploy></e:Body></e:Envelope>`;
    const headers = { 'content-type': 'text/xml' };
    const response = await send({ method: 'POST', url: '/services/Soap/m/66.0', headers, payload });
    expect(response.statusCode).toBe(500);
    expect(response.body).toContain('<faultcode>sf:INSUFFICIENT_ACCESS</faultcode>');
  });
});
