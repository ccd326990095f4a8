import type { OrgClient } from '../connection/index.ts';
import { soqlText } from '../connection/soql.ts';
import { EXIT, FluencyError } from '../error.ts';
import { requiredTextOf, textOf } from '../sync/field-values.ts';

/** The user that a command is about. */
export interface FoundPerson {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly email: string | null;
  readonly salesRole: string | null;
  readonly salesRoleStart: string | null;
}

/**
 * The user with this username; or the one user with this e-mail address or name.
 *
 * @throws FluencyError PERSON_UNKNOWN, PERSON_AMBIGUOUS
 */
export async function findPerson(client: OrgClient, stated: string): Promise<FoundPerson> {
  const text = soqlText(stated.trim());
  const records = await client.query(
    'SELECT Id, Username, Name, Email, Sales_Role__c, Sales_Role_Start__c FROM User ' +
      `WHERE Username = ${text} OR Email = ${text} OR Name = ${text} ORDER BY Username`,
  );
  const people = records.map((record) => ({
    id: requiredTextOf(record, 'Id'),
    username: requiredTextOf(record, 'Username'),
    name: requiredTextOf(record, 'Name'),
    email: textOf(record, 'Email'),
    salesRole: textOf(record, 'Sales_Role__c'),
    salesRoleStart: textOf(record, 'Sales_Role_Start__c'),
  }));
  const exact = people.find(({ username }) => username.toLowerCase() === stated.trim().toLowerCase());
  const [only, ...others] = people;
  if (exact !== undefined) return exact;
  if (only === undefined) {
    throw new FluencyError('PERSON_UNKNOWN', 'The org has no user with this username, e-mail address or name.', {
      value: stated,
      nextStep: 'Give the username as Setup, Users shows it; inactive users are found too.',
      exitCode: EXIT.usage,
    });
  }
  if (others.length > 0) {
    throw new FluencyError('PERSON_AMBIGUOUS', `${people.length} users are called this.`, {
      value: stated,
      nextStep: `Give one of the usernames: ${people.map(({ username }) => username).join(', ')}.`,
      exitCode: EXIT.usage,
    });
  }
  return only;
}
