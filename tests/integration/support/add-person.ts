import type { ServedOrg } from '../../../local-org/http/served-org.ts';
import type { Actor } from '../../../local-org/security/types.ts';
import { administratorOf } from './deployed-org.ts';

/**
 * A new person, `NAME@example.com`, who may do what a permission set of the package grants.
 *
 * @param permissionSet undefined: nothing of the package
 */
export function addPerson(org: ServedOrg, name: string, permissionSet: string | undefined): Actor {
  const administrator = administratorOf(org);
  const idOf = (soql: string): string => String(org.soql(administrator, soql).records[0]?.['Id']);
  const username = `${name}@example.com`;
  const [user] = org.store.insert(administrator, 'User', [
    {
      Username: username,
      LastName: name,
      Email: username,
      Alias: name.slice(0, 8),
      ProfileId: idOf("SELECT Id FROM Profile WHERE Name = 'Standard User'"),
      TimeZoneSidKey: 'UTC',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
    },
  ]);
  if (permissionSet !== undefined) {
    const [assigned] = org.store.insert(administrator, 'PermissionSetAssignment', [
      {
        AssigneeId: user?.id ?? null,
        PermissionSetId: idOf(`SELECT Id FROM PermissionSet WHERE Name = '${permissionSet}'`),
      },
    ]);
    if (!assigned?.success) throw new Error(`${name} gets no ${permissionSet}: ${JSON.stringify(assigned)}`);
  }
  const actor = org.actorByUsername(username);
  if (actor === undefined) throw new Error(`No person: ${JSON.stringify(user)}`);
  return actor;
}
