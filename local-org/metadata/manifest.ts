import { MetadataFault } from './metadata-fault.ts';
import { children, parseXml, textAt } from './xml.ts';

/** What a `package.xml` or `destructiveChanges.xml` names. */
export interface Manifest {
  readonly members: readonly { readonly type: string; readonly fullName: string }[];
  /** e.g. `66.0`. */
  readonly version: string | undefined;
}

/**
 * @throws XmlError when the file is not well formed
 * @throws MetadataFault when it is no manifest
 */
export function readManifest(content: Uint8Array): Manifest {
  const root = parseXml(Buffer.from(content).toString('utf8'));
  if (root.name !== 'Package') throw new MetadataFault(`Root element is ${root.name}, expected Package`);
  const members = children(root, 'types').flatMap((types) => {
    const type = textAt(types, 'name');
    if (type === undefined) throw new MetadataFault('Required field is missing: name');
    return children(types, 'members').map(({ text }) => ({ type, fullName: text }));
  });
  return { members, version: textAt(root, 'version') };
}
