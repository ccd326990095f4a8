import { XMLParser } from 'fast-xml-parser';
import type { MetadataComponent } from '../../org.ts';

interface Property {
  readonly name?: string;
  readonly type?: string;
}

const parser = new XMLParser({
  attributeNamePrefix: '',
  ignoreAttributes: false,
  parseTagValue: false,
  isArray: (name) => name === 'property' || name === 'targetConfig',
});

/** The types of the properties that a component offers to page builders, from its `.js-meta.xml`. */
export function designProperties(component: MetadataComponent): ReadonlyMap<string, string> {
  const meta = [...component.files].find(([path]) => path.endsWith('.js-meta.xml'))?.[1];
  if (meta === undefined) return new Map();
  const bundle = parser.parse(new TextDecoder().decode(meta)) as {
    LightningComponentBundle?: { targetConfigs?: { targetConfig?: readonly { property?: readonly Property[] }[] } };
  };
  const configs = bundle.LightningComponentBundle?.targetConfigs?.targetConfig ?? [];
  const properties = configs.flatMap(({ property }) => property ?? []);
  return new Map(properties.map(({ name = '', type = '' }) => [name, type]));
}
