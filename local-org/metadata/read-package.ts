import { OrgError } from '../error.ts';
import type { MetadataComponent } from '../org.ts';
import { noteFault, type ComponentFault } from './component-fault.ts';
import { readManifest, type Manifest } from './manifest.ts';
import { parentTypeOf, typeNamed, typeOfDirectory, type MetadataType } from './metadata-types.ts';
import type { FileTree } from './zip.ts';

/** A component or part that a package takes away, and the file that says so. */
export interface Deletion {
  readonly type: string;
  readonly fullName: string;
  readonly fileName: string;
}

/** What a package brings, and what it takes away afterwards. */
export interface DeployStep {
  readonly components: readonly MetadataComponent[];
  readonly manifest: Manifest;
  readonly deletions: readonly Deletion[];
  readonly faults: readonly ComponentFault[];
}

const BEFORE = ['destructiveChangesPre.xml', 'destructiveChanges.xml'];
const AFTER = ['destructiveChangesPost.xml'];

/**
 * Sorts the files of a package into components. What is to be deleted first is a step of its own: a field may be deleted
 * and come again as another.
 *
 * Source: Metadata API Developer Guide, "Deleting Components from an Organization".
 *
 * @throws OrgError `INVALID_PACKAGE` when there is no readable package.xml.
 */
export function readPackage(files: FileTree): DeployStep[] {
  const folder = packageFolder(files);
  const faults: ComponentFault[] = [];
  const content = files.get(`${folder}package.xml`);
  const manifest = content && noteFault(faults, 'Package', 'package.xml', () => readManifest(content));
  if (!manifest) throw new OrgError('INVALID_PACKAGE', `package.xml: ${faults[0]?.message ?? 'not found'}`);
  const deletionsIn = (names: readonly string[]): Deletion[] => {
    return names.flatMap((fileName) => {
      const deleted = files.get(folder + fileName);
      const read = deleted && noteFault(faults, 'Package', fileName, () => readManifest(deleted));
      return (read?.members ?? []).map((member) => ({ ...member, fileName }));
    });
  };
  const [before, after] = [deletionsIn(BEFORE), deletionsIn(AFTER)];
  const nothing = { manifest: { ...manifest, members: [] }, components: [], faults: [] };
  const components = readComponents(files, folder, faults);
  return [
    ...(before.length > 0 ? [{ ...nothing, deletions: before }] : []),
    { manifest, deletions: after, components, faults },
  ];
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

/** Members of unknown types, wildcards where none may be, and members that the package names but does not bring. */
export function checkManifest(
  { manifest, deletions }: Pick<DeployStep, 'manifest' | 'deletions'>,
  isPresent: (type: string, fullName: string) => boolean,
): ComponentFault[] {
  const faults: ComponentFault[] = [];
  for (const { type, fullName } of [...manifest.members, ...deletions]) {
    if (typeNamed(type) || parentTypeOf(type)) continue;
    faults.push({ type, fullName, message: `The metadata type ${type} is not supported by this org` });
  }
  for (const { type, fullName, fileName } of deletions) {
    if (fullName !== '*') continue;
    faults.push({ type, fullName, fileName, message: `Wildcards are not supported in ${fileName}` });
  }
  for (const { type, fullName } of manifest.members) {
    if (fullName === '*' || (!typeNamed(type) && !parentTypeOf(type)) || isPresent(type, fullName)) continue;
    const message = `An object '${fullName}' of type ${type} was named in package.xml, but was not found in zipped directory`;
    faults.push({ type, fullName, message, fileName: 'package.xml' });
  }
  return faults;
}
