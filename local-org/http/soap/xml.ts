/** What an XML element may hold: text, elements by name, or a list that repeats its element. */
export type XmlValue = string | number | boolean | null | undefined | RawXml | readonly XmlValue[] | XmlElements;
export interface XmlElements {
  readonly [name: string]: XmlValue;
}

/** Text that is XML already. */
export class RawXml {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Writes an element. Undefined writes nothing, null writes `xsi:nil`, a list writes the element once for each entry. */
export function toXml(name: string, value: XmlValue): string {
  if (value === undefined) {
    return '';
  }
  if (value === null) {
    return `<${name} xsi:nil="true"/>`;
  }
  if (isList(value)) {
    return value.map((entry) => toXml(name, entry)).join('');
  }
  return `<${name}>${contentOf(value)}</${name}>`;
}

export function escapeXml(text: string): string {
  return (
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      // Characters that XML 1.0 has no way to write.
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
  );
}

function contentOf(value: string | number | boolean | RawXml | XmlElements): string {
  if (value instanceof RawXml) {
    return value.text;
  }
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([name, child]) => toXml(name, child))
      .join('');
  }
  return escapeXml(String(value));
}

function isList(value: XmlValue): value is readonly XmlValue[] {
  return Array.isArray(value);
}
