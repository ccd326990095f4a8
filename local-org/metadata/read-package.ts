import { OrgError } from '../error.ts';
import type { MetadataComponent } from '../org.ts';
import { noteFault, type ComponentFault } from './component-fault.ts';
import { readManifest, type Manifest } from './manifest.ts';
import { parentTypeOf, typeNamed, typeOfDirectory, type MetadataType } from './metadata-types.ts';
import type { FileTree } from './zip.ts';

/** What a package brings and takes away. */
export interface DeployPackage {
  readonly components: readonly MetadataComponent[];
  readonly manifest: Manifest;
  readonly deletions: Manifest['members'];
  readonly faults: readonly ComponentFault[];
}

const DESTRUCTIVE = ['destructiveChangesPre.xml', 'destructiveChanges.xml', 'destructiveChangesPost.xml'];

/**
 * Sorts the files of a package into components.
 *
 * @throws OrgError `INVALID_PACKAGE` when there is no readable package.xml.
 */
export function readPackage(files: FileTree): DeployPackage {
  const folder = packageFolder(files);
  const faults: ComponentFault[] = [];
  const content = files.get(`${folder}package.xml`);
  const manifest = content && noteFault(faults, 'Package', 'package.xml', () => readManifest(content));
  if (!manifest) throw new OrgError('INVALID_PACKAGE', `package.xml: ${faults[0]?.message ?? 'not found'}`);
  const deletions = DESTRUCTIVE.flatMap((name) => {
    const deleted = files.get(folder + name);
    return (deleted && noteFault(faults, 'Package', name, () => readManifest(deleted)))?.members ?? [];
  });
  return { manifest, deletions, components: readComponents(files, folder, faults), faults };
}

function packageFolder(files: FileTree): string {
  const paths = [...files.keys()].filter((path) => path === 'package.xml' || path.endsWith('/package.xml'));
  const [shortest] = paths.sort((a, b) => a.length - b.length);
  if (shortest === undefined) throw new OrgError('INVALID_PACKAGE', 'No package.xml found');
  return shortest.slice(0, -'package.xml'.length);
}

function readComponents(files: FileTree, folder: string, faults: ComponentFault[]): MetadataComponent[] {
  const trees = new Map<string, { type: MetadataType; fullName: string; files: Map<string, Uint8Array> }>();
  for (const [path, content] of files) {
    if (!path.startsWith(folder)) continue;
    const inner = path.slice(folder.length);
    const place = placeOf(inner);
    if (place === undefined) {
      if (inner.includes('/')) faults.push(unknownFolder(inner));
      continue;
    }
    const key = `${place.type.xmlName}:${place.fullName}`;
    const tree = trees.get(key) ?? { ...place, files: new Map<string, Uint8Array>() };
    tree.files.set(inner, content);
    trees.set(key, tree);
  }
  return [...trees.values()].map(({ type, fullName, files: tree }) => ({ type: type.xmlName, fullName, files: tree }));
}

function placeOf(path: string): { type: MetadataType; fullName: string } | undefined {
  const [directory = '', name, ...rest] = path.split('/');
  const type = typeOfDirectory(directory);
  if (!type || name === undefined) return undefined;
  if (type.suffix === undefined) return rest.length > 0 ? { type, fullName: name } : undefined;
  const file = type.metaFile ? name.replace(/-meta\.xml$/, '') : name;
  if (rest.length > 0 || !file.endsWith(`.${type.suffix}`)) return undefined;
  return { type, fullName: decodeName(file.slice(0, -type.suffix.length - 1)) };
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    // A name may hold a plain percent sign.
    return name;
  }
}

function unknownFolder(path: string): ComponentFault {
  const message = `Files in ${path.split('/')[0] ?? path}/ are of a metadata type that is not supported by this org`;
  return { type: 'Package', fullName: path, message, fileName: path };
}

/** Members of unknown types, and members that the package names but does not bring. */
export function checkManifest(
  manifest: Manifest,
  deletions: Manifest['members'],
  isPresent: (type: string, fullName: string) => boolean,
): ComponentFault[] {
  const faults: ComponentFault[] = [];
  for (const { type, fullName } of [...manifest.members, ...deletions]) {
    if (typeNamed(type) || parentTypeOf(type)) continue;
    faults.push({ type, fullName, message: `The metadata type ${type} is not supported by this org` });
  }
  for (const { type, fullName } of manifest.members) {
    if (fullName === '*' || (!typeNamed(type) && !parentTypeOf(type)) || isPresent(type, fullName)) continue;
    const message = `An object '${fullName}' of type ${type} was named in package.xml, but was not found in zipped directory`;
    faults.push({ type, fullName, message, fileName: 'package.xml' });
  }
  return faults;
}
