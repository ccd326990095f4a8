import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { buildSchema, parse, validate } from 'graphql';

import { printOrgSchema } from '../../local-org/graphql/print-org-schema.ts';
import { addPerson } from './support/add-person.ts';
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

test('the package has queries', () => {
  expect(packageQueries().length).toBeGreaterThan(4);
});

test.each(READERS)('every query of the package is valid in the schema that a person with %s sees', (permissionSet) => {
  const person = addPerson(started.org, permissionSet.toLowerCase(), permissionSet);
  const schema = buildSchema(printOrgSchema(started.org, person));
  const faults = packageQueries().flatMap(([path, text]) =>
    validate(schema, parse(text)).map(({ message }) => `${path}: ${message}`),
  );
  expect(faults).toEqual([]);
});
