import type { MetadataComponent, MetadataStore } from '../org.ts';
import type { DeployContext } from './deploy.ts';
import { noteFault, type ComponentFault } from './component-fault.ts';
import { rootOf } from './component-root.ts';
import { MetadataFault } from './metadata-fault.ts';
import { children, textAt, type XmlElement } from './xml.ts';

/** Kinds of fields that no other field becomes, and that become no other. */
const KINDS: Readonly<Record<string, string>> = {
  Lookup: 'Lookup, MasterDetail, or Hierarchy',
  MasterDetail: 'Lookup, MasterDetail, or Hierarchy',
  Hierarchy: 'Lookup, MasterDetail, or Hierarchy',
  Summary: 'Summary',
};

const NUMBERS: ReadonlySet<string> = new Set(['Number', 'Currency', 'Percent']);
const MOMENTS: ReadonlySet<string> = new Set(['Date', 'DateTime', 'Time']);
const PLAIN_TEXTS: ReadonlySet<string> = new Set(['Email', 'Phone', 'Text', 'TextArea', 'Url', 'LongTextArea', 'Html']);

/**
 * Fields that a package gives another type than they have in the org, where the platform does not change it: between
 * computed, related and stored fields never, and between stored ones not while records would lose their values.
 *
 * A new master-detail field needs an object without records, and a lookup becomes one only where every record has a
 * parent: a detail is never without its master.
 *
 * Source: Salesforce Help, "Notes on Changing Custom Field Types", "Considerations for Relationships".
 */
export function checkTypeChanges(
  written: readonly MetadataComponent[],
  stored: MetadataStore,
  hasRecords: DeployContext['hasRecords'],
): ComponentFault[] {
  const faults: ComponentFault[] = [];
  for (const component of written) {
    const before = component.type === 'CustomObject' ? stored.get(component.type, component.fullName) : undefined;
    if (before === undefined) continue;
    const types = new Map(fieldsOf(before).map((field) => [textAt(field, 'fullName'), field]));
    for (const field of fieldsOf(component)) {
      const name = textAt(field, 'fullName');
      const known = types.get(name);
      noteFault(faults, 'CustomField', `${component.fullName}.${name ?? ''}`, () => {
        if (known !== undefined) checkChange(known, field, () => hasRecords(component.fullName));
        checkMasters(known, field, (blank) => hasRecords(component.fullName, blank));
      });
    }
  }
  return faults;
}

function fieldsOf(component: MetadataComponent): readonly XmlElement[] {
  // A file that cannot be read has a fault of its own.
  const root = noteFault([], component.type, component.fullName, () => rootOf(component, component.type));
  return root === undefined ? [] : children(root, 'fields');
}

function checkChange(before: XmlElement, after: XmlElement, hasRecords: () => boolean): void {
  const [old, wanted] = [kindOf(before), kindOf(after)];
  if (old !== wanted) {
    throw new MetadataFault(
      wanted === undefined
        ? `Cannot update a field from a ${old ?? ''} to something else`
        : `Cannot update a field to a ${wanted} from something else`,
    );
  }
  const [from, to] = [textAt(before, 'type'), textAt(after, 'type')];
  if (old === undefined && from !== undefined && to !== undefined && losesValues(from, to) && hasRecords()) {
    throw new MetadataFault('Cannot change type due to existing data');
  }
}

function checkMasters(
  before: XmlElement | undefined,
  after: XmlElement,
  hasRecords: (withBlank?: string) => boolean,
): void {
  if (textAt(after, 'type') !== 'MasterDetail') return;
  if (before === undefined && hasRecords()) {
    throw new MetadataFault('Cannot create a MasterDetail field on an object that has records: delete them first');
  }
  if (before === undefined || textAt(before, 'type') === 'MasterDetail') return;
  if (hasRecords(textAt(after, 'fullName'))) {
    throw new MetadataFault('Cannot change to MasterDetail while records have no value in this field');
  }
}

/** What a field is, if it is not merely stored. */
function kindOf(field: XmlElement): string | undefined {
  return textAt(field, 'formula') === undefined ? KINDS[textAt(field, 'type') ?? ''] : 'Formula';
}

function losesValues(from: string, to: string): boolean {
  if (from === to) return false;
  if (from === 'MultiselectPicklist' || from === 'Checkbox' || to === 'Checkbox') return true;
  if (MOMENTS.has(from) || MOMENTS.has(to) || NUMBERS.has(to)) return true;
  if (from === 'AutoNumber') return to !== 'Text';
  if (from === 'LongTextArea' || from === 'Html') return !PLAIN_TEXTS.has(to);
  if (to === 'MultiselectPicklist') return from !== 'Picklist';
  return from === 'Text' && to === 'Picklist';
}
