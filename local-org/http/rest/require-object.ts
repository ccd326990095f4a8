import type { FieldDefinition, ObjectDefinition } from '../../schema/types.ts';
import type { Call } from '../call.ts';
import { notFound } from './rest-error.ts';

/**
 * The object of a path, in the schema's own spelling.
 *
 * @throws {OrgError} `NOT_FOUND` when there is none that the actor may read
 */
export function requireObject(call: Call, name: string): ObjectDefinition {
  const object = call.org.schema.object(name);
  if (object === undefined || !call.org.access(call.actor).object(object.name).read) {
    throw notFound();
  }
  return object;
}

/**
 * The external id (or `Id`) named in a path.
 *
 * @throws {OrgError} `NOT_FOUND` when there is none that the actor may read
 */
export function requireExternalId(call: Call, object: ObjectDefinition, name: string): FieldDefinition {
  const field = object.fields.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  const isKey = field !== undefined && (field.externalId || field.name === 'Id');
  if (!isKey || !call.org.access(call.actor).fieldReadable(object.name, field.name)) {
    throw notFound('Provided external ID field does not exist or is not accessible: ' + name);
  }
  return field;
}
