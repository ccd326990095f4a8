import { buildSchema, parse, validate } from 'graphql';

import { openTestOrg, type TestOrg } from '../testing/test-org.ts';
import type { QueryPlan } from '../query/plan.ts';
import type { Actor } from '../security/types.ts';
import { executeGraphql, type GraphqlResponse } from './execute.ts';
import { printOrgSchema } from './print-org-schema.ts';
import { GraphqlSchemas } from './schema-cache.ts';

let test: TestOrg;
beforeAll(() => {
  test = openTestOrg();
  const account = test.add(test.admin, 'Account', { Name: 'Acme' });
  test.add(test.admin, 'Contact', { LastName: 'Ruiz', AccountId: account });
  test.add(test.admin, 'Task', { Subject: 'Call', WhatId: account });
  test.add(test.admin, 'Course__c', { Name: 'One', Minutes__c: 5, Account__c: account });
});
afterAll(() => test.close());

function ask(query: string, variables: Record<string, unknown> = {}, actor: Actor = test.admin): GraphqlResponse {
  return executeGraphql(test.org, actor, { query, variables });
}

/** The plans that `work` runs, besides the look at the person's settings. */
function plansOf(work: () => void): QueryPlan[] {
  const query = jest.spyOn(test.org, 'query');
  try {
    work();
    return query.mock.calls.map(([, plan]) => plan).filter(({ object }) => object !== 'User');
  } finally {
    query.mockRestore();
  }
}

function orderOf({ orderBy }: QueryPlan): string[] {
  return orderBy.map(({ path }) => path.join('.'));
}

describe('the schema', () => {
  it('can be printed, and query texts validate against the print', () => {
    const schema = buildSchema(printOrgSchema(test.org));
    const good =
      '{ uiapi { query { Course__c(where: { Minutes__c: { gt: 1 } }) { edges { node { Name { value } } } } } } }';
    expect(validate(schema, parse(good))).toEqual([]);
    expect(validate(schema, parse(good.replace('Name {', 'Nothing__c {')))).toHaveLength(1);
  });

  it('is shared by people who see the same, and made anew when what they see changes', () => {
    const schemas = new GraphqlSchemas();
    const [ana, ben] = [test.person('Ana'), test.person('Ben')];
    const of = (actor: Actor) => schemas.of(test.org.schema, test.org.access(actor));
    expect(of(ana)).toBe(of(ben));
    expect(of(ana)).not.toBe(of(test.admin));
    test.permissionSet('More', {
      objectPermissions: [
        {
          object: 'Course__c',
          read: true,
          create: false,
          edit: false,
          delete: false,
          viewAllRecords: false,
          modifyAllRecords: false,
        },
      ],
    });
    const before = of(ben);
    const PermissionSetId = test.org.permissions.permissionSetId('More') ?? null;
    test.add(test.admin, 'PermissionSetAssignment', { AssigneeId: ben.userId, PermissionSetId });
    expect(of(ben)).not.toBe(before);
    expect(of(ben).getType('Course__c')).toBeDefined();
    expect(of(ana).getType('Course__c')).toBeUndefined();
  });
});

describe('queries', () => {
  it('read polymorphic parents by type', () => {
    const { data, errors } = ask(
      '{ uiapi { query { Task { edges { node { What { __typename ... on Account { Name { value } Owner { Username { value } } } ... on Opportunity { StageName { value } } } } } } } } }',
    );
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      uiapi: {
        query: {
          Task: {
            edges: [
              {
                node: {
                  What: {
                    __typename: 'Account',
                    Name: { value: 'Acme' },
                    Owner: { Username: { value: test.admin.username } },
                  },
                },
              },
            ],
          },
        },
      },
    });
  });

  it('read an owner who can only be a user as a user', () => {
    const { data, errors } = ask(
      '{ uiapi { query { Course__c(where: { Owner: { Username: { like: "admin%" } } }) { edges { node { Owner { TimeZoneSidKey { value } } } } } } } }',
    );
    expect(errors).toEqual([]);
    expect(JSON.stringify(data)).toContain('"TimeZoneSidKey":{"value":"');
  });

  it('sort in the order in which the client names the fields, also in variables', () => {
    const clause = { order: 'ASC' };
    const by = { Minutes__c: clause, Account__r: { Name: clause }, Name: clause };
    const query =
      'query Q($by: Course__c_OrderBy) { uiapi { query { Course__c(orderBy: $by) { edges { node { Id } } } } } }';
    expect(plansOf(() => ask(query, { by })).map(orderOf)).toEqual([['Minutes__c', 'Account__r.Name', 'Name']]);
    const literal =
      '{ uiapi { query { Course__c(orderBy: { Name: { order: ASC }, Minutes__c: { order: DESC } }) { totalCount } } } }';
    expect(plansOf(() => ask(literal)).map(orderOf)[0]).toEqual(['Name', 'Minutes__c']);
  });

  it('run one plan for each list, children included', () => {
    const children = 'Contacts { edges { node { LastName { value } } } } Courses__r { edges { node { Id } } }';
    const plans = plansOf(() => ask(`{ uiapi { query { Account { edges { node { ${children} } } } } } }`));
    expect(plans).toHaveLength(1);
    expect(plans[0]?.children).toHaveLength(2);
  });

  it.each([
    ['a third semi-join', 'Account(where: { and: [J, J, J] }) { edges { node { Id } } }', /Maximum 2 semi join/],
    ['a semi-join below or', 'Account(where: { or: [J] }) { edges { node { Id } } }', /'OR'/],
    [
      'children of a parent',
      'Contact { edges { node { Account { Contacts { edges { node { Id } } } } } } }',
      /from its parents|not from its parents/,
    ],
    [
      'a date compared with two things',
      'Account(where: { CreatedDate: { gt: { literal: TODAY, range: { last_n_days: 1 } } } }) { edges { node { Id } } }',
      /one of/,
    ],
    ['a cursor of nowhere', 'Account(after: "x") { edges { node { Id } } }', /Invalid cursor/],
    ['an upperBound below 200', 'Account(upperBound: 10) { edges { node { Id } } }', /upperBound/],
  ])('refuse %s', (_, list, message) => {
    const join = '{ Id: { inq: { Contact: { LastName: { eq: "Ruiz" } }, ApiName: "AccountId" } } }';
    const { errors } = ask(`{ uiapi { query { ${list.replaceAll('J', join)} } } }`);
    expect(errors.map((error) => error.message)).toEqual([expect.stringMatching(message)]);
    expect(errors[0]?.extensions).toEqual({ ErrorType: 'DataFetchingException' });
  });

  it('name the place of an unknown field as the platform does', () => {
    const { errors } = ask('{ uiapi { query { Account { edges { node { Foo { value } } } } } } }');
    expect(errors).toEqual([
      {
        message:
          "Validation error of type FieldUndefined: Field 'Foo' in type 'Account' is undefined @ 'uiapi/query/Account/edges/node/Foo'",
        locations: [{ line: 1, column: 44 }],
        extensions: { ErrorType: 'ValidationError' },
      },
    ]);
  });

  it('need the name of an operation where there are several', () => {
    const { errors } = ask(
      'query A { uiapi { query { Account { totalCount } } } } query B { uiapi { query { Account { totalCount } } } }',
    );
    expect(errors[0]?.extensions).toMatchObject({ ErrorType: 'OperationNotSupported' });
  });
});

describe('mutations', () => {
  it('are undone together unless asked otherwise, and say so', () => {
    const { data, errors } = ask(
      'mutation { uiapi { a: AccountCreate(input: { Account: { Name: "Undone" } }) { Record { Id } } b: AccountCreate(input: { Account: { Phone: "1" } }) { Record { Id } } } }',
    );
    expect(data).toEqual({ uiapi: { a: null, b: null } });
    expect(errors.map(({ path }) => path)).toEqual([
      ['uiapi', 'b'],
      ['uiapi', 'a'],
    ]);
    expect(test.org.soql(test.admin, "SELECT Id FROM Account WHERE Name = 'Undone'").totalSize).toBe(0);
  });
});

it('unfolds a fragment once, however often it is spread', () => {
  const deep = 40;
  const fragments = Array.from({ length: deep }, (_, level) => {
    const inside = level + 1 < deep ? `...f${level + 1} ...f${level + 1}` : 'Name { value }';
    return `fragment f${level} on Account { ${inside} }`;
  });
  const { data, errors } = ask(
    `{ uiapi { query { Account(first: 1) { edges { node { ...f0 } } } } } } ${fragments.join(' ')}`,
  );
  expect(errors).toEqual([]);
  expect(data).toEqual({ uiapi: { query: { Account: { edges: [{ node: { Name: { value: 'Acme' } } }] } } } });
});
