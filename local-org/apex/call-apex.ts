import { OrgError } from '../error.ts';
import type { Org, Row } from '../org.ts';
import type { Actor } from '../security/types.ts';
import { bindQuery } from './bind-query.ts';
import { type ApexClass, type ApexMethod, readApexClass } from './read-apex-class.ts';

/**
 * Calls an `@AuraEnabled` static method as a component would. There is no Apex runtime here: a method runs when all it
 * does is return one query in user mode, from a class with sharing; anything else is refused in words.
 *
 * @param name `KnowledgeSearch.find`
 * @returns for SOQL a list of records, for SOSL a list of lists, as Apex serialises them for components
 * @throws OrgError with what this org does not run, or why the query is refused
 */
export function callApex(
  org: Org,
  actor: Actor,
  name: string,
  parameters: Readonly<Record<string, unknown>>,
): readonly object[] {
  const [className = '', methodName = ''] = name.split('.');
  const apexClass = deployedClass(org, className);
  if (!org.access(actor).hasApexClass(apexClass.name)) {
    throw new OrgError('INSUFFICIENT_ACCESS', `You do not have access to the Apex class named '${apexClass.name}'.`, {
      status: 403,
    });
  }
  const method = apexClass.methods.find((each) => each.name.toLowerCase() === methodName.toLowerCase());
  if (!method) throw new OrgError('APEX_ERROR', `${className} has no @AuraEnabled static method ${methodName}`);
  const query = runnableQuery(apexClass, method);
  const given = new Map(Object.entries(parameters).map(([key, value]) => [key.toLowerCase(), value]));
  const values = new Map(method.parameters.map((each) => [each.toLowerCase(), given.get(each.toLowerCase())]));
  const text = bindQuery(query, values);
  if (query.kind === 'soql') return org.soql(actor, text).records.map(toSObject);
  const { searchRecords, returning } = org.sosl(actor, text);
  return returning.map((object) => searchRecords.filter(({ attributes }) => attributes.type === object).map(toSObject));
}

function deployedClass(org: Org, name: string): ApexClass {
  const component = org.metadata
    .list('ApexClass')
    .find(({ fullName }) => fullName.toLowerCase() === name.toLowerCase());
  const source = component?.files.get(`classes/${component.fullName}.cls`);
  const apexClass = source && readApexClass(Buffer.from(source).toString('utf8')).apexClass;
  if (!apexClass) throw new OrgError('APEX_ERROR', `There is no Apex class ${name}`, { status: 404 });
  return apexClass;
}

function runnableQuery({ name, withSharing }: ApexClass, { name: method, query }: ApexMethod) {
  const refuse = (why: string): never => {
    throw new OrgError('APEX_ERROR', `${name}.${method} does not run in this org: ${why}.`, { status: 501 });
  };
  if (!query) return refuse('it does more than return one query');
  if (!withSharing) return refuse('its class is not declared with sharing');
  if (!/\bWITH\s+USER_MODE\b/i.test(query.text)) return refuse('its query is not WITH USER_MODE');
  return query;
}

/** A record without what only the REST API says; fields without a value are left out, as Apex does. */
function toSObject(row: Row): object {
  return Object.fromEntries(
    Object.entries(row).flatMap(([field, value]): [string, unknown][] => {
      if (field === 'attributes' || value === null || value === undefined) return [];
      return [[field, isRow(value) ? toSObject(value) : value]];
    }),
  );
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && 'attributes' in value;
}
