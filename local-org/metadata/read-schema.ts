import { OrgError } from '../error.ts';
import type { MetadataComponent } from '../org.ts';
import { withHistories } from '../schema/field-history.ts';
import type { FieldDefinition, ObjectDefinition, PicklistValue } from '../schema/types.ts';
import { noteFault, type ComponentFault } from './component-fault.ts';
import { rootOf } from './component-root.ts';
import type { KeyPrefixes } from './key-prefixes.ts';
import { readObject } from './read-object.ts';
import { readGlobalValueSet } from './value-sets.ts';

export interface SchemaReading {
  readonly objects: readonly ObjectDefinition[];
  readonly faults: readonly ComponentFault[];
}

/** The objects of an org: the standard ones with what the components add, and the custom ones. */
export function readSchema(
  standard: readonly ObjectDefinition[],
  components: readonly MetadataComponent[],
  prefixes: KeyPrefixes,
): SchemaReading {
  const faults: ComponentFault[] = [];
  const valueSets = readValueSets(components, faults);
  const objects = new Map(standard.map((object) => [object.name.toLowerCase(), object]));
  for (const component of components) {
    if (component.type !== 'CustomObject') continue;
    const { fullName } = component;
    const root = noteFault(faults, 'CustomObject', fullName, () => rootOf(component, 'CustomObject'));
    const read =
      root &&
      readObject(fullName, root, {
        standard: objects.get(fullName.toLowerCase()),
        keyPrefix: () => prefixes.of(fullName),
        findValueSet: (name) => valueSets.get(name.replace(/__gvs$/, '').toLowerCase()),
        faults,
      });
    if (read) objects.set(fullName.toLowerCase(), read);
  }
  const all = [...objects.values()].map((object) => withRollupTypes(object, objects));
  return { objects: withHistories(all), faults };
}

/**
 * The objects of an org at its start, from what was deployed into it.
 *
 * @throws OrgError `UNKNOWN_EXCEPTION` when a stored component can no longer be read.
 */
export function schemaFromMetadata(
  standard: readonly ObjectDefinition[],
  components: readonly MetadataComponent[],
  prefixes: KeyPrefixes,
): readonly ObjectDefinition[] {
  const { objects, faults } = readSchema(standard, components, prefixes);
  const [fault] = faults;
  if (!fault) return objects;
  throw new OrgError(
    'UNKNOWN_EXCEPTION',
    `The deployed ${fault.type} ${fault.fullName} cannot be read: ${fault.message}`,
  );
}

function readValueSets(
  components: readonly MetadataComponent[],
  faults: ComponentFault[],
): ReadonlyMap<string, readonly PicklistValue[]> {
  const sets = new Map<string, readonly PicklistValue[]>();
  for (const component of components) {
    if (component.type !== 'GlobalValueSet') continue;
    const values = noteFault(faults, 'GlobalValueSet', component.fullName, () => {
      return readGlobalValueSet(rootOf(component, 'GlobalValueSet'));
    });
    if (values) sets.set(component.fullName.toLowerCase(), values);
  }
  return sets;
}

/** A roll-up of a field has that field's type; a count is a whole number. */
function withRollupTypes(object: ObjectDefinition, objects: ReadonlyMap<string, ObjectDefinition>): ObjectDefinition {
  if (!object.fields.some(({ rollup }) => rollup)) return object;
  const typed = (field: FieldDefinition): FieldDefinition => {
    const { rollup } = field;
    if (rollup?.field === undefined) return field;
    const details = objects.get(rollup.childObject.toLowerCase())?.fields ?? [];
    const source = details.find(({ name }) => name.toLowerCase() === rollup.field?.toLowerCase());
    if (!source) return field;
    const { type, precision, scale, length } = source;
    return { ...field, type, precision, scale, length };
  };
  return { ...object, fields: object.fields.map(typed) };
}
