import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element of a metadata file. Metadata has no mixed content: an element holds text or elements. */
export interface XmlElement {
  readonly name: string;
  readonly text: string;
  readonly elements: readonly XmlElement[];
}

/** What is wrong with a file as XML; lines and columns count from 1. */
export class XmlError extends Error {
  readonly line: number;
  readonly column: number;

  constructor(message: string, line: number, column: number) {
    super(message);
    this.name = 'XmlError';
    this.line = line;
    this.column = column;
  }
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  parseTagValue: false,
  // Formulas and messages keep their inner line breaks; what surrounds them is taken off below.
  trimValues: false,
  htmlEntities: true,
  removeNSPrefix: true,
  cdataPropName: '#cdata',
});

/**
 * The root element of a file.
 *
 * @throws XmlError when it is not well formed or has not exactly one root.
 */
export function parseXml(source: string): XmlElement {
  const verdict = XMLValidator.validate(source);
  if (verdict !== true) throw new XmlError(verdict.err.msg, verdict.err.line, verdict.err.col);
  const roots = elementsOf(parser.parse(source));
  const [root] = roots;
  if (!root || roots.length > 1) throw new XmlError('Content is not allowed in prolog.', 1, 1);
  return root;
}

function elementsOf(nodes: unknown): XmlElement[] {
  if (!Array.isArray(nodes)) return [];
  return nodes.flatMap((node: unknown): XmlElement[] => {
    const [name, content] = entryOf(node);
    if (name === undefined || name.startsWith('#')) return [];
    return [{ name, text: textOf(content).trim(), elements: elementsOf(content) }];
  });
}

function textOf(nodes: unknown): string {
  if (!Array.isArray(nodes)) return '';
  return nodes
    .map((node: unknown) => {
      const [name, content] = entryOf(node);
      if (name === '#text') return String(content);
      return name === '#cdata' ? textOf(content) : '';
    })
    .join('');
}

function entryOf(node: unknown): readonly [string | undefined, unknown] {
  if (node === null || typeof node !== 'object') return [undefined, undefined];
  return Object.entries(node).find(([key]) => key !== ':@') ?? [undefined, undefined];
}

export function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.elements.find((candidate) => candidate.name === name);
}

export function children(element: XmlElement, name: string): readonly XmlElement[] {
  return element.elements.filter((candidate) => candidate.name === name);
}

/** The text of a child, or undefined where it is missing or empty. */
export function textAt(element: XmlElement, name: string): string | undefined {
  const text = child(element, name)?.text;
  return text === '' ? undefined : text;
}

export function isTrue(element: XmlElement, name: string): boolean {
  return textAt(element, name)?.toLowerCase() === 'true';
}

const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

/** A metadata file with this root. */
export function writeXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeElement(root, 0, ` xmlns="${NAMESPACE}"`)}\n`;
}

function writeElement(element: XmlElement, depth: number, attributes = ''): string {
  const indent = '    '.repeat(depth);
  const { name, elements } = element;
  if (elements.length === 0) return `${indent}<${name}${attributes}>${escapeXml(element.text)}</${name}>`;
  const inner = elements.map((one) => writeElement(one, depth + 1)).join('\n');
  return `${indent}<${name}${attributes}>\n${inner}\n${indent}</${name}>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The line on which the element with this full name begins, or 1. */
export function lineOfFullName(source: string, fullName: string): number {
  const position = source.search(new RegExp(`<(fullName|apiName)>\\s*${escapePattern(fullName)}\\s*</`));
  return position < 0 ? 1 : source.slice(0, position).split('\n').length;
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
