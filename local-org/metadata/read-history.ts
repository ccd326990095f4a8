import { TRACKED_FIELDS, historyNameOf, isTrackable } from '../schema/field-history.ts';
import type { FieldDefinition, ObjectDefinition } from '../schema/types.ts';
import { noteFault, type ComponentFault } from './component-fault.ts';
import { MetadataFault } from './metadata-fault.ts';
import { child, children, isTrue, textAt, type XmlElement } from './xml.ts';

/**
 * The object with what its metadata says of field history: `enableHistory` on itself, `trackHistory` on its fields,
 * standard ones too, and on its name. Faults are noted, and their fields not tracked.
 *
 * Source: Metadata API Developer Guide, "CustomObject" and "CustomField".
 */
export function trackHistory(object: ObjectDefinition, root: XmlElement, faults: ComponentFault[]): ObjectDefinition {
  const enableHistory = isTrue(root, 'enableHistory');
  const tracked = new Set<FieldDefinition>();
  for (const name of trackedNames(root)) {
    noteFault(faults, 'CustomField', `${object.name}.${name}`, () => {
      const field = object.fields.find((one) => one.name === name || (!one.custom && one.relationshipName === name));
      // A field that could not be read has a fault of its own.
      if (!field) return;
      if (!enableHistory) throw new MetadataFault(`The entity: ${object.name} does not have history tracking enabled`);
      if (!isTrackable(field)) throw new MetadataFault(`History tracking is not available for the field ${name}`);
      tracked.add(field);
    });
  }
  noteFault(faults, 'CustomObject', object.name, () => {
    if (enableHistory && historyNameOf(object) === undefined) {
      throw new MetadataFault(`The field history of ${object.name} is not supported by this org`);
    }
    if (tracked.size > TRACKED_FIELDS) {
      throw new MetadataFault(
        `History is tracked for at most ${TRACKED_FIELDS} fields of an object, not ${tracked.size}`,
      );
    }
  });
  if (!enableHistory) return object;
  const fields = object.fields.map((field) => (tracked.has(field) ? { ...field, trackHistory: true } : field));
  return { ...object, enableHistory, fields };
}

function trackedNames(root: XmlElement): string[] {
  const nameField = child(root, 'nameField');
  const named = children(root, 'fields').filter((element) => isTrue(element, 'trackHistory'));
  return [
    ...(nameField && isTrue(nameField, 'trackHistory') ? ['Name'] : []),
    ...named.flatMap((element) => textAt(element, 'fullName') ?? []),
  ];
}
