import type { PicklistDefinition, PicklistValue } from '../schema/types.ts';
import { checkElements, requiredText } from './known-elements.ts';
import { MetadataFault } from './metadata-fault.ts';
import { child, children, isTrue, textAt, type XmlElement } from './xml.ts';

/** Finds the values of a global value set. */
export type FindValueSet = (name: string) => readonly PicklistValue[] | undefined;

/** The picklist of a field, from its own values or from a global value set. */
export function readPicklist(field: XmlElement, find: FindValueSet): PicklistDefinition {
  const valueSet = child(field, 'valueSet');
  if (!valueSet)
    throw new MetadataFault(`Must specify either 'valueSet' for a CustomField of type ${textAt(field, 'type') ?? ''}`);
  checkElements(valueSet, 'ValueSet');
  const name = textAt(valueSet, 'valueSetName');
  if (name !== undefined) {
    const values = find(name);
    if (!values) throw new MetadataFault(`In field: valueSet - no GlobalValueSet named ${name} found`);
    return { values, restricted: true, ...dependency(valueSet) };
  }
  const definition = child(valueSet, 'valueSetDefinition');
  if (!definition) throw new MetadataFault('Required field is missing: valueSetDefinition');
  checkElements(definition, 'ValueSetDefinition');
  const values = readValues(children(definition, 'value'));
  return { values, restricted: isTrue(valueSet, 'restricted'), ...dependency(valueSet) };
}

function dependency(valueSet: XmlElement): Pick<PicklistDefinition, 'dependency'> {
  const controller = textAt(valueSet, 'controllingField');
  if (controller === undefined) return {};
  const validFor = children(valueSet, 'valueSettings').map((settings) => {
    const controlling = children(settings, 'controllingFieldValue').map(({ text }) => text);
    return [requiredText(settings, 'valueName'), controlling] as const;
  });
  return { dependency: { controller, validFor: new Map(validFor) } };
}

/** The values of a global value set's root element. */
export function readGlobalValueSet(root: XmlElement): readonly PicklistValue[] {
  checkElements(root, 'GlobalValueSet');
  requiredText(root, 'masterLabel');
  return readValues(children(root, 'customValue'));
}

function readValues(elements: readonly XmlElement[]): readonly PicklistValue[] {
  const seen = new Set<string>();
  return elements.map((element) => {
    checkElements(element, 'CustomValue');
    const value = requiredText(element, 'fullName');
    if (seen.has(value.toLowerCase())) throw new MetadataFault(`Duplicate value: ${value}`);
    if (value.length > 255) throw new MetadataFault(`Value too long for field: FullName maximum length is:255`);
    seen.add(value.toLowerCase());
    return {
      value,
      label: textAt(element, 'label') ?? value,
      isDefault: isTrue(element, 'default'),
      active: textAt(element, 'isActive') !== 'false',
    };
  });
}
