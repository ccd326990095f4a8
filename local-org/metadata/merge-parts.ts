import { textAt, type XmlElement } from './xml.ts';

/** The parts of an object that are components of their own, by the name of their element. */
export const OBJECT_PARTS: Readonly<Record<string, string>> = {
  fields: 'CustomField',
  validationRules: 'ValidationRule',
  compactLayouts: 'CompactLayout',
  listViews: 'ListView',
  recordTypes: 'RecordType',
  webLinks: 'WebLink',
  fieldSets: 'FieldSet',
  indexes: 'Index',
  businessProcesses: 'BusinessProcess',
  sharingReasons: 'SharingReason',
};

/** The parts of a labels file. */
export const LABEL_PARTS: Readonly<Record<string, string>> = { labels: 'CustomLabel' };

/**
 * What is deployed, laid over what is there: a file adds parts and replaces those of the same name; parts that it does
 * not mention stay. Other elements replace their namesakes.
 */
export function mergeParts(
  stored: XmlElement | undefined,
  incoming: XmlElement,
  parts: Readonly<Record<string, string>>,
): XmlElement {
  if (!stored) return incoming;
  const replaced = new Set(incoming.elements.map((element) => identity(element, parts)));
  const kept = stored.elements.filter((element) => !replaced.has(identity(element, parts)));
  return { ...incoming, elements: [...kept, ...incoming.elements] };
}

/** `stored` without the part of this name. */
export function withoutPart(stored: XmlElement, tag: string, fullName: string): XmlElement {
  const elements = stored.elements.filter(
    (element) => element.name !== tag || textAt(element, 'fullName') !== fullName,
  );
  return { ...stored, elements };
}

function identity(element: XmlElement, parts: Readonly<Record<string, string>>): string {
  const { name } = element;
  return name in parts ? `${name}:${(textAt(element, 'fullName') ?? '').toLowerCase()}` : name;
}
