import type { MetadataComponent } from '../org.ts';
import { MetadataFault } from './metadata-fault.ts';
import { parseXml, writeXml, type XmlElement } from './xml.ts';

/** The root element of a component with one XML file, checked to be of the type. */
export function rootOf(component: MetadataComponent, type: string): XmlElement {
  const [content] = component.files.values();
  if (!content) throw new MetadataFault(`The component ${component.fullName} has no file`);
  const root = parseXml(Buffer.from(content).toString('utf8'));
  if (root.name !== type) {
    throw new MetadataFault(`Metadata is of type ${root.name}, but its folder is for ${type}`);
  }
  return root;
}

/** The component with another root element in its XML file. */
export function withRoot(component: MetadataComponent, root: XmlElement): MetadataComponent {
  const [path = component.fullName] = component.files.keys();
  return { ...component, files: new Map([[path, Buffer.from(writeXml(root))]]) };
}
