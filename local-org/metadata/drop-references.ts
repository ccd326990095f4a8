import type { MetadataComponent } from '../org.ts';
import { rootOf, withRoot } from './component-root.ts';
import { textAt, type XmlElement } from './xml.ts';

/** A component or part that a deploy takes away. */
interface Deletion {
  readonly type: string;
  readonly fullName: string;
}

/** What in a permission set, profile or layout goes away with what it is about: element → the name in it, the type of that. */
const ABOUT: Readonly<Record<string, readonly [name: string, type: string]>> = {
  fieldPermissions: ['field', 'CustomField'],
  objectPermissions: ['object', 'CustomObject'],
  recordTypeVisibilities: ['recordType', 'RecordType'],
  tabSettings: ['tab', 'CustomTab'],
  tabVisibilities: ['tab', 'CustomTab'],
  applicationVisibilities: ['application', 'CustomApplication'],
  classAccesses: ['apexClass', 'ApexClass'],
  customPermissions: ['name', 'CustomPermission'],
  layoutAssignments: ['layout', 'Layout'],
};

const REFERRING: ReadonlySet<string> = new Set(['PermissionSet', 'Profile', 'Layout']);

/** True for what goes with an object: its layouts and its tab. */
export function goesWith({ type, fullName }: Deletion, component: MetadataComponent): boolean {
  if (type !== 'CustomObject') return false;
  if (component.type === 'Layout') return component.fullName.startsWith(`${fullName}-`);
  return component.type === 'CustomTab' && component.fullName === fullName;
}

/**
 * The component without what it says about deleted ones, or undefined where it says nothing: as on the platform,
 * permissions and places on a layout do not keep a field or an object from being deleted.
 */
export function withoutReferences(
  component: MetadataComponent,
  deletions: readonly Deletion[],
): MetadataComponent | undefined {
  if (!REFERRING.has(component.type)) return undefined;
  const gone = new Set(deletions.map(({ type, fullName }) => `${type}:${fullName}`.toLowerCase()));
  const [object = ''] = component.type === 'Layout' ? component.fullName.split('-') : [];
  const isGone = (type: string, fullName: string): boolean =>
    gone.has(`${type}:${fullName}`.toLowerCase()) ||
    gone.has(`CustomObject:${fullName.split('.')[0] ?? ''}`.toLowerCase());
  const isAboutGone = (element: XmlElement): boolean => {
    if (element.name === 'layoutItems') return isGone('CustomField', `${object}.${textAt(element, 'field') ?? ''}`);
    const about = ABOUT[element.name];
    return about !== undefined && isGone(about[1], textAt(element, about[0]) ?? '');
  };
  const root = rootOf(component, component.type);
  const left = prune(root, isAboutGone);
  return left === root ? undefined : withRoot(component, left);
}

/** The same element when nothing in it goes. */
function prune(element: XmlElement, isGone: (element: XmlElement) => boolean): XmlElement {
  const kept = element.elements.filter((one) => !isGone(one)).map((one) => prune(one, isGone));
  const same = kept.length === element.elements.length && kept.every((one, index) => one === element.elements[index]);
  return same ? element : { ...element, elements: kept };
}
