import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { buildSchema, parse, validate } from 'graphql';

import { printOrgSchema } from '../../local-org/graphql/print-org-schema.ts';
import type { Actor } from '../../local-org/security/types.ts';
import { startDeployedOrg, type TestOrg } from './support/deployed-org.ts';

/** Who looks at each component's query: the people for whom its page is made. */
const READERS = ['Fluency_Rep', 'Fluency_Manager', 'Fluency_Enablement', 'Fluency_Admin'];

let started: TestOrg;
beforeAll(async () => {
  started = await startDeployedOrg();
}, 120_000);
afterAll(() => started.close());

/** Query texts of the package, by file. */
function packageQueries(): readonly (readonly [string, string])[] {
  const folder = 'force-app/main/default/lwc';
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ts') && !path.includes('__tests__'),
  );
  return files.flatMap((path) =>
    [...readFileSync(join(folder, path), 'utf8').matchAll(/gql`([^`]*)`/g)].map(
      ([, text]) => [path, text ?? ''] as const,
    ),
  );
}

/** A new person with one of the package's permission sets. */
function personWith(permissionSet: string): Actor {
  const { org } = started;
  const administrator = org.actorByUsername('admin@fluency.local');
  if (administrator === undefined) {
    throw new Error('The org has no administrator');
  }
  const idOf = (soql: string): string => String(org.soql(administrator, soql).records[0]?.['Id']);
  const username = `${permissionSet.toLowerCase()}@example.com`;
  const [person] = org.store.insert(administrator, 'User', [
    {
      Username: username,
      LastName: permissionSet,
      Email: username,
      Alias: permissionSet.slice(8, 16),
      ProfileId: idOf("SELECT Id FROM Profile WHERE Name = 'Standard User'"),
      TimeZoneSidKey: 'America/New_York',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
    },
  ]);
  const PermissionSetId = idOf(`SELECT Id FROM PermissionSet WHERE Name = '${permissionSet}'`);
  org.store.insert(administrator, 'PermissionSetAssignment', [{ AssigneeId: person?.id ?? null, PermissionSetId }]);
  const actor = org.actorByUsername(username);
  if (actor === undefined) {
    throw new Error(`No person: ${JSON.stringify(person)}`);
  }
  return actor;
}

test('the package has queries', () => {
  expect(packageQueries().length).toBeGreaterThan(4);
});

test.each(READERS)('every query of the package is valid in the schema that a person with %s sees', (permissionSet) => {
  const schema = buildSchema(printOrgSchema(started.org, personWith(permissionSet)));
  const faults = packageQueries().flatMap(([path, text]) =>
    validate(schema, parse(text)).map(({ message }) => `${path}: ${message}`),
  );
  expect(faults).toEqual([]);
});
