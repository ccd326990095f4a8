import { createHash } from 'node:crypto';

import type { ObjectDefinition } from '../../schema/types.ts';
import type { Access } from '../../security/types.ts';
import type { ChangeEvent } from '../../store/changes/change-event.ts';
import type { FieldValue } from '../../store/types.ts';

/** A change event as streaming clients get it: the data of a Bayeux message. */
export interface ChangeMessage {
  readonly schema: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly event: { readonly replayId: number };
}

/** An event with only those fields that this access may read. */
export function changeMessage(event: ChangeEvent, object: ObjectDefinition, access: Access): ChangeMessage {
  const payload: Record<string, FieldValue | Record<string, FieldValue>> = {};
  const changedFields: string[] = [];
  for (const [name, value] of Object.entries(event.fields)) {
    if (!access.fieldReadable(object.name, name)) continue;
    const place = placeOf(object, name);
    if (place === undefined) continue;
    changedFields.push(place.join('.'));
    const [field = name, component] = place;
    const outer = payload[field];
    if (component === undefined) payload[field] = value;
    else payload[field] = { ...(typeof outer === 'object' ? outer : {}), [component]: value };
  }
  const { entity, recordId, changeType, committedAt, replayId, ...header } = event;
  return {
    schema: schemaIdOf(object),
    payload: {
      ChangeEventHeader: {
        entityName: entity,
        recordIds: [recordId],
        changeType,
        changeOrigin: '',
        transactionKey: header.transactionKey,
        sequenceNumber: header.sequenceNumber,
        commitTimestamp: committedAt,
        commitNumber: header.commitNumber,
        commitUser: header.commitUser,
        changedFields: changeType === 'UPDATE' ? changedFields : [],
      },
      ...payload,
    },
    event: { replayId },
  };
}

const ADDRESS = /^(\w*?)(Street|City|State|PostalCode|Country|Latitude|Longitude|GeocodeAccuracy)$/;
const NAME_PARTS: ReadonlySet<string> = new Set(['FirstName', 'LastName', 'MiddleName', 'Salutation', 'Suffix']);

/**
 * Where a field stands in an event: people's names and addresses are nested. Undefined for the whole name of a person,
 * which its parts tell.
 */
function placeOf(object: ObjectDefinition, name: string): readonly string[] | undefined {
  const field = object.fields.find((candidate) => candidate.name === name);
  if (field === undefined || field.custom) return [name];
  if (object.fields.some((candidate) => candidate.name === 'LastName')) {
    if (name === 'Name') return undefined;
    if (NAME_PARTS.has(name)) return ['Name', name];
  }
  const [, prefix = '', component = ''] = ADDRESS.exec(name) ?? [];
  const isAddress = component !== '' && object.fields.some((candidate) => candidate.name === `${prefix}PostalCode`);
  return isAddress ? [`${prefix}Address`, component] : [name];
}

/** By definition: a deploy that changes an object brings another. */
const SCHEMA_IDS = new WeakMap<ObjectDefinition, string>();

/** Changes with the fields of the object, as the id of an event's schema does. */
function schemaIdOf(object: ObjectDefinition): string {
  const known = SCHEMA_IDS.get(object);
  if (known !== undefined) return known;
  const text = [object.name, ...object.fields.map(({ name, type }) => `${name}:${type}`)].join();
  const id = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  SCHEMA_IDS.set(object, id);
  return id;
}
