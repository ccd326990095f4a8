import type { MetadataComponent } from '../org.ts';
import { noteFault, type ComponentFault } from './component-fault.ts';
import type { ComponentIndex } from './component-index.ts';
import { rootOf } from './component-root.ts';
import { checkElements, requiredText } from './known-elements.ts';
import { MetadataFault } from './metadata-fault.ts';
import { child, children, textAt, type XmlElement } from './xml.ts';

type Check = (root: XmlElement, fullName: string, index: ComponentIndex) => void;

/** What the parts of the user interface refer to: pages, tabs, applications, layouts, compact layouts. */
export function checkPages(components: readonly MetadataComponent[], index: ComponentIndex): ComponentFault[] {
  const faults: ComponentFault[] = [];
  for (const component of components) {
    const { type, fullName } = component;
    const check = CHECKS[type];
    if (check) noteFault(faults, type, fullName, () => check(rootOf(component, type), fullName, index));
    if (type === 'CustomObject') checkCompactLayouts(component, index, faults);
  }
  return faults;
}

const PAGE_TARGETS: Readonly<Record<string, string>> = {
  RecordPage: 'lightning__RecordPage',
  AppPage: 'lightning__AppPage',
  HomePage: 'lightning__HomePage',
};

const checkFlexiPage: Check = (root, _, index) => {
  checkElements(root, 'FlexiPage');
  requiredText(root, 'masterLabel');
  const type = requiredText(root, 'type');
  const object = textAt(root, 'sobjectType');
  if (type === 'RecordPage' && object === undefined) throw new MetadataFault('Required field is missing: sobjectType');
  if (object !== undefined && !index.schema.object(object)) {
    throw new MetadataFault(`In field: sobjectType - no CustomObject named ${object} found`);
  }
  for (const instance of componentInstances(root)) checkInstance(instance, PAGE_TARGETS[type], index);
};

function componentInstances(element: XmlElement): readonly XmlElement[] {
  return element.elements.flatMap((one) => (one.name === 'componentInstance' ? [one] : componentInstances(one)));
}

function checkInstance(instance: XmlElement, target: string | undefined, index: ComponentIndex): void {
  const name = requiredText(instance, 'componentName');
  const own = name.startsWith('c:') ? name.slice(2) : name;
  // Another namespace is the platform's: `force:detailPanel`, `flexipage:tab`.
  if (own.includes(':')) return;
  const bundle = index.get('LightningComponentBundle', own);
  if (!bundle) {
    throw new MetadataFault(`We couldn't retrieve the design time component information for component ${name}.`);
  }
  const meta = bundle.files.get(`lwc/${bundle.fullName}/${bundle.fullName}.js-meta.xml`);
  const root = meta && rootOf({ ...bundle, files: new Map([['meta', meta]]) }, 'LightningComponentBundle');
  const targets = root && child(root, 'targets');
  const isExposed = root !== undefined && textAt(root, 'isExposed') === 'true';
  if (isExposed && (target === undefined || children(targets ?? root, 'target').some(({ text }) => text === target)))
    return;
  throw new MetadataFault(`The component ${name} is not exposed for ${target ?? 'Lightning pages'}`);
}

const checkTab: Check = (root, fullName, index) => {
  checkElements(root, 'CustomTab');
  requiredText(root, 'motif');
  const page = textAt(root, 'flexiPage');
  const component = textAt(root, 'lwcComponent');
  if (textAt(root, 'customObject') === 'true' && !index.schema.object(fullName)) {
    throw new MetadataFault(`In field: customObject - no CustomObject named ${fullName} found`);
  }
  if (page !== undefined && !index.has('FlexiPage', page)) {
    throw new MetadataFault(`In field: flexiPage - no FlexiPage named ${page} found`);
  }
  if (component !== undefined && !index.has('LightningComponentBundle', component)) {
    throw new MetadataFault(`In field: lwcComponent - no LightningComponentBundle named ${component} found`);
  }
};

const checkApplication: Check = (root, _, index) => {
  requiredText(root, 'label');
  for (const { text } of children(root, 'tabs')) {
    if (text.startsWith('standard-') || index.has('CustomTab', text)) continue;
    throw new MetadataFault(`In field: tab - no CustomTab named ${text} found`);
  }
  for (const override of [...children(root, 'actionOverrides'), ...children(root, 'profileActionOverrides')]) {
    const page = textAt(override, 'content');
    if (textAt(override, 'type') !== 'Flexipage' || page === undefined || index.has('FlexiPage', page)) continue;
    throw new MetadataFault(`In field: content - no FlexiPage named ${page} found`);
  }
};

const checkLayout: Check = (root, fullName, index) => {
  checkElements(root, 'Layout');
  const object = fullName.split('-')[0] ?? fullName;
  if (!index.schema.object(object))
    throw new MetadataFault(`Parent entity failed to deploy: no CustomObject named ${object} found`);
  const sections = children(root, 'layoutSections').flatMap((section) => children(section, 'layoutColumns'));
  for (const item of sections.flatMap((column) => children(column, 'layoutItems'))) {
    const field = textAt(item, 'field');
    if (field === undefined || hasField(index, object, field)) continue;
    throw new MetadataFault(`In field: field - no CustomField named ${object}.${field} found`);
  }
};

const checkGlobalLabel: Check = (root) => {
  const names = new Set<string>();
  for (const label of children(root, 'labels')) {
    checkElements(label, 'CustomLabel');
    const name = requiredText(label, 'fullName');
    for (const needed of ['language', 'protected', 'shortDescription', 'value']) requiredText(label, needed);
    const value = requiredText(label, 'value');
    if (value.length > 1000) throw new MetadataFault(`${name}: Value too long for field: Value maximum length is:1000`);
    if (names.has(name.toLowerCase())) throw new MetadataFault(`Duplicate label: ${name}`);
    names.add(name.toLowerCase());
  }
};

const checkPermission: Check = (root) => {
  checkElements(root, 'CustomPermission');
  requiredText(root, 'label');
};

const CHECKS: Readonly<Record<string, Check>> = {
  FlexiPage: checkFlexiPage,
  CustomTab: checkTab,
  CustomApplication: checkApplication,
  Layout: checkLayout,
  CustomLabels: checkGlobalLabel,
  CustomPermission: checkPermission,
};

function checkCompactLayouts(component: MetadataComponent, index: ComponentIndex, faults: ComponentFault[]): void {
  const { fullName } = component;
  const root = noteFault(faults, 'CustomObject', fullName, () => rootOf(component, 'CustomObject'));
  if (!root) return;
  for (const layout of children(root, 'compactLayouts')) {
    noteFault(faults, 'CompactLayout', `${fullName}.${textAt(layout, 'fullName') ?? ''}`, () => {
      checkElements(layout, 'CompactLayout');
      for (const { text } of children(layout, 'fields')) {
        if (hasField(index, fullName, text)) continue;
        throw new MetadataFault(`In field: field - no CustomField named ${fullName}.${text} found`);
      }
    });
  }
}

/** Pages name some standard fields by what they stand for: an address by its prefix, `Owner` for `OwnerId`. */
function hasField({ schema }: ComponentIndex, object: string, field: string): boolean {
  if (schema.field(object, field) || schema.parent(object, field)) return true;
  return field.endsWith('Address') && schema.field(object, field.replace(/Address$/, 'City')) !== undefined;
}
