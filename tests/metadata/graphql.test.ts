import {
  buildSchema,
  getNamedType,
  parse,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
  type GraphQLSchema,
} from 'graphql';
import { limitErrors } from '../../local-org/graphql/limits.ts';
import { printOrgSchema } from '../../local-org/graphql/print-org-schema.ts';
import { startDeployedOrg, type TestOrg } from '../integration/support/deployed-org.ts';
import { SmallWorld } from '../integration/support/small-world.ts';
import { graphqlTexts } from '../support/package-files.ts';

jest.setTimeout(120_000);

const texts = graphqlTexts().map(({ path, text }) => [path.replace(/.*\/lwc\//, ''), text] as const);
const ROLES = ['Fluency_Rep', 'Fluency_Manager', 'Fluency_Enablement', 'Fluency_Admin'] as const;
const schemas = new Map<string, GraphQLSchema>();
let org: TestOrg;

/** The schema that a person with one permission set is given. */
function schemaOf(world: SmallWorld, user: string, permissionSet: string): GraphQLSchema {
  const [set] = world.rows(`SELECT Id FROM PermissionSet WHERE Name = '${permissionSet}'`);
  const [assignment = ''] = world.insert('PermissionSetAssignment', [
    { AssigneeId: user, PermissionSetId: String(set?.['Id']) },
  ]);
  const actor = org.org.actorById(user);
  const schema = buildSchema(printOrgSchema(org.org, actor));
  world.remove(assignment);
  return schema;
}

beforeAll(async () => {
  org = await startDeployedOrg();
  const world = new SmallWorld(org.org);
  for (const role of ROLES) schemas.set(role, schemaOf(world, world.users.ana, role));
});

afterAll(() => org?.close());

const schemaFor = (role: string): GraphQLSchema => {
  const schema = schemas.get(role);
  if (!schema) throw new Error(`No schema for ${role}`);
  return schema;
};

it('finds the queries of the components', () => {
  expect(texts.length).toBeGreaterThanOrEqual(8);
});

describe.each(texts)('the query of %s', (_path, text) => {
  it.each(ROLES)('is valid in the org of %s', (role) => {
    expect(validate(schemaFor(role), parse(text)).map(({ message }) => message)).toEqual([]);
  });

  it('says how many it wants of each list, no more than the platform gives', () => {
    const info = new TypeInfo(schemaFor('Fluency_Admin'));
    const careless: string[] = [];
    visit(
      parse(text),
      visitWithTypeInfo(info, {
        Field(node) {
          if (!String(getNamedType(info.getType()) ?? '').endsWith('Connection')) return;
          const first = node.arguments?.find(({ name }) => name.value === 'first')?.value;
          if (first?.kind !== 'IntValue' || Number(first.value) > 2000) careless.push(node.name.value);
        },
      }),
    );
    expect(careless).toEqual([]);
  });

  it('keeps to ten subqueries', () => {
    expect(limitErrors(parse(text))).toEqual([]);
  });
});

it('tells reps and managers of no key and no explanation', () => {
  for (const role of ['Fluency_Rep', 'Fluency_Manager']) {
    const asked = parse(
      '{ uiapi { query { Check_Question__c(first: 1) { edges { node { Correct_Option__c { value } } } } } } }',
    );
    expect(validate(schemaFor(role), asked)).toHaveLength(1);
    expect(validate(schemaFor('Fluency_Enablement'), asked)).toEqual([]);
  }
});
