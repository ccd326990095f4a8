import type { MetadataComponent, MetadataStore } from '../org.ts';
import { rootOf } from './component-root.ts';
import { LABEL_PARTS, OBJECT_PARTS } from './merge-parts.ts';
import { parentTypeOf } from './metadata-types.ts';
import { fileOf } from './plan-changes.ts';
import { textAt, writeXml, type XmlElement } from './xml.ts';

const PARTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CustomObject: OBJECT_PARTS,
  CustomLabels: LABEL_PARTS,
};

/** A component or a part of one, as a listing shows it. */
export interface ListedComponent {
  readonly type: string;
  readonly fullName: string;
  readonly fileName: string;
  readonly lastModifiedDate?: string;
  readonly lastModifiedById?: string;
}

/** All components of a type; for the type of a part (`CustomField`, `CustomLabel`) those inside other components. */
export function listComponents(store: MetadataStore, type: string): readonly ListedComponent[] {
  const parent = parentTypeOf(type);
  if (!parent) return store.list(type).map((component) => listed(component, type, component.fullName));
  return store.list(parent.xmlName).flatMap((component) =>
    partsOf(component)
      .filter((part) => part.type === type)
      .map((part) => listed(component, type, part.fullName)),
  );
}

/**
 * The components that a package manifest names, as a retrieve packs them. `*` stands for all of a type, but of objects
 * for the custom ones only, as on the platform. Of a component that is not named itself only the named parts come along.
 */
export function selectComponents(
  store: MetadataStore,
  members: readonly { readonly type: string; readonly fullName: string }[],
): readonly MetadataComponent[] {
  const named = new Set(members.map(({ type, fullName }) => `${type}:${fullName}`));
  const isNamed = (type: string, fullName: string): boolean =>
    named.has(`${type}:${fullName}`) || (named.has(`${type}:*`) && (type !== 'CustomObject' || isCustom(fullName)));
  return store.list().flatMap((component) => {
    if (isNamed(component.type, component.fullName)) return [component];
    const wanted = partsOf(component).filter((part) => isNamed(part.type, part.fullName));
    if (wanted.length === 0) return [];
    const elements = wanted.map(({ element }) => element);
    const file = Buffer.from(writeXml({ name: component.type, text: '', elements }));
    return [{ ...component, files: new Map([[fileOf(component), file]]) }];
  });
}

/** A part of a component by its full name, e.g. `CustomField` `Nugget__c.Body__c`. */
export function partNamed(store: MetadataStore, type: string, fullName: string): XmlElement | undefined {
  const parent = parentTypeOf(type);
  if (!parent) return undefined;
  const parts = store.list(parent.xmlName).flatMap(partsOf);
  return parts.find((part) => part.type === type && part.fullName === fullName)?.element;
}

/** Members that a manifest names and the org does not have. */
export function missingMembers(
  store: MetadataStore,
  members: readonly { readonly type: string; readonly fullName: string }[],
): readonly { readonly type: string; readonly fullName: string }[] {
  const types = new Set(members.map(({ type }) => type));
  const present = new Set(
    [...types].flatMap((type) => listComponents(store, type).map(({ fullName }) => `${type}:${fullName}`)),
  );
  return members.filter(({ type, fullName }) => fullName !== '*' && !present.has(`${type}:${fullName}`));
}

/** True for `Nugget__c`, false for `Account`. */
function isCustom(object: string): boolean {
  return object.includes('__');
}

function partsOf(component: MetadataComponent): readonly { type: string; fullName: string; element: XmlElement }[] {
  const parts = PARTS[component.type];
  if (!parts) return [];
  return rootOf(component, component.type).elements.flatMap((element) => {
    const type = parts[element.name];
    const name = textAt(element, 'fullName');
    if (type === undefined || name === undefined) return [];
    return [{ type, fullName: component.type === 'CustomObject' ? `${component.fullName}.${name}` : name, element }];
  });
}

function listed(component: MetadataComponent, type: string, fullName: string): ListedComponent {
  const { lastModifiedDate, lastModifiedById } = component;
  return {
    type,
    fullName,
    fileName: fileOf(component),
    ...(lastModifiedDate === undefined ? {} : { lastModifiedDate }),
    ...(lastModifiedById === undefined ? {} : { lastModifiedById }),
  };
}
