import { Connection } from 'jsforce';

import { API_VERSION, type Target } from './target.ts';
import type { Subject } from './describe-contract.ts';

/** A Standard User of the contract's own. */
export interface Person {
  /** The part of the username before the @. */
  readonly name: string;
  readonly permissionSets?: readonly string[];
  /** e.g. `de_DE`; English otherwise. */
  readonly locale?: string;
}

const PASSWORD = 'a word of the contract 1';

/** Makes a person in Berlin and logs in as them. Only where the target lets a test set a password. */
export async function logInAs({ connection, target }: Subject, person: Person): Promise<Connection> {
  const username = `${person.name}@contract.example.com`;
  const { id } = await connection.sobject('User').create({
    Username: username,
    LastName: person.name,
    Email: username,
    Alias: person.name.slice(0, 8),
    ProfileId: await idOf(connection, 'Profile', 'Standard User'),
    TimeZoneSidKey: 'Europe/Berlin',
    LocaleSidKey: person.locale ?? 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
  });
  for (const name of person.permissionSets ?? []) {
    const PermissionSetId = await idOf(connection, 'PermissionSet', name);
    await connection.sobject('PermissionSetAssignment').create({ AssigneeId: String(id), PermissionSetId });
  }
  await connection.requestPost(`/sobjects/User/${String(id)}/password`, { NewPassword: PASSWORD });
  return withPassword(target, username);
}

async function withPassword({ url }: Target, username: string): Promise<Connection> {
  const connection = new Connection({ loginUrl: url, version: API_VERSION });
  await connection.login(username, PASSWORD);
  return connection;
}

async function idOf(connection: Connection, object: string, name: string): Promise<string> {
  const { records } = await connection.query<{ Id: string }>(`SELECT Id FROM ${object} WHERE Name = '${name}'`);
  const [found] = records;
  if (found === undefined) throw new Error(`The org has no ${object} named ${name}`);
  return found.Id;
}
