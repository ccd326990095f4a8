import { readCheckKeys, type CheckKey } from '../support/check-keys.ts';
import { OrgCalls } from '../support/org-calls.ts';
import { useDemo } from './support/demo.ts';

jest.setTimeout(180_000);

const demo = useDemo();
let ana: string;
let peer: string;
/** The org's doors, as a rep. */
let rep: OrgCalls;
let key: CheckKey;

beforeAll(async () => {
  ana = await demo.org.personId('Ana Ruiz');
  peer = await demo.org.personId('Marcus Webb');
  rep = new OrgCalls(demo.org.url, (await demo.as('Ana Ruiz')).token);
  const answered = await demo.org.admin.query(`SELECT Question__c FROM Check_Response__c WHERE OwnerId = '${ana}'`);
  const asked = new Set(answered.map((row) => row['Question__c']));
  const fresh = (await readCheckKeys(demo.org.admin)).find(({ id }) => !asked.has(id));
  if (!fresh) throw new Error('The seed leaves this rep no question unanswered.');
  key = fresh;
});

const secretsIn = (text: string): string[] =>
  [key.explanation, '"Correct_Option__c":"', '"Correct_Option__c":{'].filter((secret) => text.includes(secret));

describe('the key and the explanation of a check', () => {
  it.each([
    'SELECT Correct_Option__c FROM Check_Question__c',
    'SELECT Explanation__c FROM Check_Question__c',
    'SELECT toLabel(Correct_Option__c) FROM Check_Question__c',
    "SELECT Id FROM Check_Question__c WHERE Correct_Option__c = 'A'",
    "SELECT COUNT() FROM Check_Question__c WHERE Correct_Option__c = 'A'",
    "SELECT Id FROM Check_Question__c WHERE Explanation__c LIKE 'A%'",
    'SELECT Id FROM Check_Question__c ORDER BY Correct_Option__c',
    'SELECT Id FROM Check_Question__c ORDER BY Explanation__c DESC NULLS LAST',
    'SELECT Correct_Option__c, COUNT(Id) FROM Check_Question__c GROUP BY Correct_Option__c',
    'SELECT Nugget__c, MIN(Correct_Option__c) FROM Check_Question__c GROUP BY Nugget__c',
    'SELECT Nugget__c, COUNT_DISTINCT(Explanation__c) FROM Check_Question__c GROUP BY Nugget__c',
    "SELECT Nugget__c FROM Check_Question__c GROUP BY Nugget__c HAVING MIN(Correct_Option__c) = 'A'",
    'SELECT Id, (SELECT Correct_Option__c FROM Check_Questions__r) FROM Nugget__c',
    "SELECT Id, (SELECT Id FROM Check_Questions__r WHERE Correct_Option__c = 'A') FROM Nugget__c",
    'SELECT Id, (SELECT Id FROM Check_Questions__r ORDER BY Explanation__c) FROM Nugget__c',
    "SELECT Id FROM Nugget__c WHERE Id IN (SELECT Nugget__c FROM Check_Question__c WHERE Correct_Option__c = 'A')",
    'SELECT Question__r.Correct_Option__c FROM Check_Response__c',
    'SELECT Question__r.Explanation__c FROM Check_Response__c',
    "SELECT Id FROM Check_Response__c WHERE Question__r.Correct_Option__c = 'A'",
    'SELECT Id FROM Check_Response__c ORDER BY Question__r.Correct_Option__c',
    'SELECT Question__r.Correct_Option__c, COUNT(Id) FROM Check_Response__c GROUP BY Question__r.Correct_Option__c',
  ])('is refused to a rep in SOQL: %s', async (soql) => {
    const { status, json } = await rep.soql(soql);
    expect({ status, json }).toMatchObject({ status: 400, json: [{ errorCode: 'INVALID_FIELD' }] });
  });

  it('is in no answer to the widest SOQL and SOSL a rep may ask', async () => {
    const all = await rep.soql(`SELECT FIELDS(ALL) FROM Check_Question__c WHERE Id = '${key.id}' LIMIT 1`);
    expect(all.records).toMatchObject([{ Prompt__c: key.prompt }]);
    expect(secretsIn(all.text)).toEqual([]);
    const words = key.explanation.split(/[^A-Za-z]+/).filter((word) => word.length > 5);
    for (const word of words.slice(0, 3)) {
      const find = `FIND {${word}} IN ALL FIELDS RETURNING Check_Question__c(Id, Explanation__c)`;
      const found = await rep.send('GET', `/search?q=${encodeURIComponent(find)}`);
      expect(found.status).toBe(400);
      const ids = await rep.send(
        'GET',
        `/search?q=${encodeURIComponent(`FIND {${word}} RETURNING Check_Question__c(Id)`)}`,
      );
      const text = `${key.prompt}`;
      expect({ word, found: !text.includes(word) && ids.text.includes(key.id) }).toEqual({ word, found: false });
    }
  });

  it.each([
    'Check_Question__c(first: 5) { edges { node { Correct_Option__c { value } } } }',
    'Check_Question__c(first: 5) { edges { node { Explanation__c { displayValue } } } }',
    'Check_Question__c(first: 5, where: { Correct_Option__c: { eq: "A" } }) { edges { node { Id } } }',
    'Check_Question__c(first: 5, orderBy: { Correct_Option__c: { order: ASC } }) { edges { node { Id } } }',
    'Check_Question__c(first: 5, orderBy: { Explanation__c: { order: ASC } }) { edges { node { Id } } }',
    'Nugget__c(first: 5) { edges { node { Check_Questions__r(first: 5) { edges { node { Correct_Option__c { value } } } } } } }',
    'Nugget__c(first: 5, where: { Id: { inq: { Check_Question__c: { Correct_Option__c: { eq: "A" } }, ApiName: "Nugget__c" } } }) { edges { node { Id } } }',
    'Check_Response__c(first: 5) { edges { node { Question__r { Correct_Option__c { value } } } } }',
    'Check_Response__c(first: 5, where: { Question__r: { Correct_Option__c: { eq: "A" } } }) { edges { node { Id } } }',
    'Check_Response__c(first: 5, orderBy: { Question__r: { Correct_Option__c: { order: ASC } } }) { edges { node { Id } } }',
  ])('is refused to a rep in GraphQL: %s', async (query) => {
    const { json, text } = await rep.graphql(query);
    const { errors, data } = json as { errors: readonly { message: string }[]; data: unknown };
    expect(errors.length).toBeGreaterThan(0);
    expect(JSON.stringify(errors)).toMatch(/Correct_Option__c|Explanation__c/);
    expect(data).toBeNull();
    expect(secretsIn(text)).toEqual([]);
  });

  it.each([
    'Check_Question__c(first: 5, groupBy: { Correct_Option__c: { group: true } }) { edges { node { aggregate { Id { count { value } } } } } }',
    'Check_Question__c(first: 5) { edges { node { aggregate { Correct_Option__c { count { value } } } } } }',
    'Check_Question__c(first: 5) { edges { node { aggregate { Explanation__c { min { value } } } } } }',
  ])('is refused to a rep in a GraphQL aggregate: %s', async (query) => {
    const { json } = await rep.graphql(query, 'aggregate');
    expect((json as { errors: unknown[] }).errors.length).toBeGreaterThan(0);
  });

  it('is in no record, description or layout that the REST and UI APIs give a rep', async () => {
    const { id } = key;
    const composite = (url: string): object => ({
      compositeRequest: [{ method: 'GET', url: `/services/data/v66.0${url}`, referenceId: 'a' }],
    });
    const field = 'Check_Question__c.Correct_Option__c';
    const answers = await Promise.all([
      rep.send('GET', `/sobjects/Check_Question__c/${id}`),
      rep.send('GET', `/sobjects/Check_Question__c/${id}?fields=Correct_Option__c,Explanation__c`),
      rep.send('GET', `/sobjects/Check_Question__c/describe`),
      rep.send('GET', `/ui-api/object-info/Check_Question__c`),
      rep.send('GET', `/ui-api/records/${id}?fields=${field}`),
      rep.send('GET', `/ui-api/records/${id}?optionalFields=${field},Check_Question__c.Explanation__c`),
      rep.send('GET', `/composite/sobjects/Check_Question__c?ids=${id}&fields=Id,Correct_Option__c,Explanation__c`),
      rep.send('POST', '/composite/sobjects/Check_Question__c', { ids: [id], fields: ['Correct_Option__c'] }),
      rep.send('POST', '/composite', composite(`/sobjects/Check_Question__c/${id}?fields=Explanation__c`)),
      rep.send('POST', '/jobs/query', { operation: 'query', query: 'SELECT Correct_Option__c FROM Check_Question__c' }),
    ]);
    for (const { text } of answers) expect(secretsIn(text)).toEqual([]);
    expect(answers[2]?.text).not.toContain('"Correct_Option__c"');
    expect(answers[3]?.text).not.toContain('"Correct_Option__c"');
  });

  it('cannot be learnt from an answer that is then taken back', async () => {
    const before = await rep.soql('SELECT COUNT(Id) n FROM Check_Response__c');
    const tried = await rep.send('POST', '/composite', {
      allOrNone: true,
      compositeRequest: [
        {
          method: 'POST',
          url: '/services/data/v66.0/sobjects/Check_Response__c',
          referenceId: 'answer',
          body: { Question__c: key.id, Chosen_Option__c: 'A' },
        },
        { method: 'GET', url: '/services/data/v66.0/sobjects/Check_Response__c/@{answer.id}', referenceId: 'grade' },
        { method: 'POST', url: '/services/data/v66.0/sobjects/Check_Response__c', referenceId: 'fault', body: {} },
      ],
    });
    expect(tried.text).not.toMatch(/"Is_Correct__c":(true|false)/);
    expect(secretsIn(tried.text)).toEqual([]);
    const mutation = await rep.send('POST', '/graphql', {
      query: `mutation { uiapi(input: { allOrNone: true }) {
        answer: Check_Response__cCreate(input: { Check_Response__c: { Question__c: "${key.id}", Chosen_Option__c: "A" } }) { Record { Id Is_Correct__c { value } Explanation__c { value } } }
        fault: Check_Response__cCreate(input: { Check_Response__c: { Question__c: "${peer}", Chosen_Option__c: "A" } }) { Record { Id } }
      } }`,
    });
    expect(mutation.text).not.toMatch(/"Is_Correct__c":\{"value":(true|false)/);
    expect(secretsIn(mutation.text)).toEqual([]);
    const after = await rep.soql('SELECT COUNT(Id) n FROM Check_Response__c');
    expect(after.records).toEqual(before.records);
  });
});

describe('evidence', () => {
  const response = (fields: object = {}): object => ({ Question__c: key.id, Chosen_Option__c: 'A', ...fields });

  it("cannot be made by a rep in somebody else's name", async () => {
    const direct = await rep.send('POST', '/sobjects/Check_Response__c', response({ OwnerId: peer }));
    expect(direct.status).toBe(400);
    const page = await rep.send('POST', '/ui-api/records', {
      apiName: 'Check_Response__c',
      fields: response({ OwnerId: peer }),
    });
    expect(page.status).toBe(400);
    const many = await rep.send('POST', '/composite/sobjects', {
      records: [{ attributes: { type: 'Check_Response__c' }, ...response({ OwnerId: peer }) }],
    });
    expect(many.json).toMatchObject([{ success: false }]);
    const event = await rep.send('POST', '/sobjects/Learning_Event__c', {
      Nugget__c: (await rep.soql('SELECT Id FROM Nugget__c LIMIT 1')).records?.[0]?.['Id'],
      Type__c: 'Completed',
      OwnerId: peer,
    });
    expect(event.status).toBe(400);
  });

  it('is graded by the org, and stays as it was given', async () => {
    const made = await rep.send('POST', '/sobjects/Check_Response__c', response({ Is_Correct__c: true }));
    expect(made).toMatchObject({ status: 400, json: [{ errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE' }] });
    const given = await rep.send('POST', '/sobjects/Check_Response__c', response());
    expect(given.status).toBe(201);
    const { id } = given.json as { id: string };
    for (const change of [{ Chosen_Option__c: 'B' }, { OwnerId: peer }, { Is_Correct__c: true }, { Seconds__c: 1 }]) {
      expect((await rep.send('PATCH', `/sobjects/Check_Response__c/${id}`, change)).status).toBeGreaterThanOrEqual(400);
      const inPage = await rep.send('PATCH', `/ui-api/records/${id}`, { fields: change });
      expect(inPage.status).toBeGreaterThanOrEqual(400);
    }
    expect((await rep.send('DELETE', `/sobjects/Check_Response__c/${id}`)).status).toBeGreaterThanOrEqual(400);
    const [row] = await demo.org.admin.query(
      `SELECT Chosen_Option__c, OwnerId, CreatedById FROM Check_Response__c WHERE Id = '${id}'`,
    );
    expect(row).toMatchObject({ Chosen_Option__c: 'A', OwnerId: ana, CreatedById: ana });
  });

  it('of reading can be undone by the rep and not changed otherwise', async () => {
    const event = (await rep.soql("SELECT Id FROM Learning_Event__c WHERE Type__c = 'Viewed' LIMIT 1")).records?.[0];
    const path = `/sobjects/Learning_Event__c/${String(event?.['Id'])}`;
    for (const change of [{ Type__c: 'Completed' }, { OwnerId: peer }, { Seconds__c: 9999 }]) {
      expect((await rep.send('PATCH', path, change)).status).toBeGreaterThanOrEqual(400);
    }
    expect((await rep.send('DELETE', path)).status).toBeGreaterThanOrEqual(400);
    expect((await rep.send('PATCH', path, { Undone__c: true })).status).toBe(204);
  });
});

describe('readiness', () => {
  it('cannot be written by a rep, nor can assessments and content', async () => {
    const own = (await rep.soql(`SELECT Id, Key__c, Score__c FROM Readiness__c WHERE OwnerId = '${ana}' LIMIT 1`))
      .records?.[0];
    const nugget = (await rep.soql('SELECT Id, Name FROM Nugget__c LIMIT 1')).records?.[0];
    const skill = (await rep.soql('SELECT Id FROM Skill__c LIMIT 1')).records?.[0]?.['Id'];
    const id = String(own?.['Id']);
    const tries = await Promise.all([
      rep.send('PATCH', `/sobjects/Readiness__c/${id}`, { Score__c: 100 }),
      rep.send('PATCH', `/sobjects/Readiness__c/Key__c/${String(own?.['Key__c'])}`, { Score__c: 100 }),
      rep.send('PATCH', `/ui-api/records/${id}`, { fields: { Score__c: 100 } }),
      rep.send('POST', '/sobjects/Readiness__c', { Key__c: 'x', Person__c: ana, Scope__c: 'Overall', Score__c: 100 }),
      rep.send('DELETE', `/sobjects/Readiness__c/${id}`),
      rep.send('POST', '/sobjects/Skill_Assessment__c', { Person__c: ana, Skill__c: skill, Level__c: 100 }),
      rep.send('PATCH', `/sobjects/Nugget__c/${String(nugget?.['Id'])}`, { Name: 'Mine' }),
      rep.send('PATCH', `/sobjects/Check_Question__c/${key.id}`, { Prompt__c: 'Mine' }),
      rep.send('PATCH', `/sobjects/Skill__c/${String(skill)}`, { Name: 'Mine' }),
    ]);
    expect(tries.map(({ status }) => status >= 400 && status < 500)).toEqual(tries.map(() => true));
    const [now] = await demo.org.admin.query(`SELECT Score__c FROM Readiness__c WHERE Id = '${id}'`);
    expect(now).toMatchObject({ Score__c: own?.['Score__c'] });
  });
});
