import { XMLParser } from 'fast-xml-parser';
import type { MetadataComponent } from '../../org.ts';

/** An element of a metadata file: text, or its children by name. */
export type XmlNode = string | { readonly [name: string]: readonly XmlNode[] };

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  parseTagValue: false,
  trimValues: true,
  processEntities: true,
  isArray: (_name, _path, _leaf, isAttribute) => !isAttribute,
});

/** The root element of metadata in XML. */
export function parseXml(content: Uint8Array | string): XmlNode {
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  const document = parser.parse(text) as Record<string, XmlNode[]>;
  return Object.values(document)[0]?.[0] ?? '';
}

/** The root element of a component that is one XML file. */
export function componentXml(component: MetadataComponent): XmlNode {
  const [content] = component.files.values();
  return content === undefined ? '' : parseXml(content);
}

export function childrenOf(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  return typeof node === 'object' ? (node[name] ?? []) : [];
}

export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return childrenOf(node, name)[0];
}

/** The text of a child; undefined when there is none or it is empty. */
export function textOf(node: XmlNode | undefined, name: string): string | undefined {
  const child = childOf(node, name);
  return typeof child === 'string' && child !== '' ? child : undefined;
}
