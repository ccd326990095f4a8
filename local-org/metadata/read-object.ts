import { field } from '../schema/field.ts';
import { auditFields, identityFields } from '../schema/system-fields.ts';
import type { FieldDefinition, ObjectDefinition, SharingModel, ValidationRule } from '../schema/types.ts';
import { noteFault, type ComponentFault } from './component-fault.ts';
import { checkElements, requiredText } from './known-elements.ts';
import { MetadataFault } from './metadata-fault.ts';
import { autoNumber, readField } from './read-field.ts';
import { trackHistory } from './read-history.ts';
import type { FindValueSet } from './value-sets.ts';
import { child, children, isTrue, textAt, type XmlElement } from './xml.ts';

export interface ObjectContext {
  /** The object as it is without the metadata, for a standard object. */
  readonly standard: ObjectDefinition | undefined;
  readonly keyPrefix: () => string;
  readonly findValueSet: FindValueSet;
  readonly faults: ComponentFault[];
}

const SHARING_MODELS: Readonly<Record<string, SharingModel>> = {
  Private: 'Private',
  Read: 'Read',
  ReadSelect: 'Read',
  ReadWrite: 'ReadWrite',
  ReadWriteTransfer: 'ReadWrite',
  FullAccess: 'ReadWrite',
  ControlledByParent: 'ControlledByParent',
};

const NAME = /^[A-Za-z](?:_?[A-Za-z0-9])*__c$/;

/** An object from its metadata; faults of its parts are noted and the parts left out. */
export function readObject(name: string, root: XmlElement, context: ObjectContext): ObjectDefinition | undefined {
  const { faults, standard } = context;
  const base = standard ?? noteFault(faults, 'CustomObject', name, () => newObject(name, root, context));
  if (!base) return undefined;
  noteFault(faults, 'CustomObject', name, () => checkElements(root, 'CustomObject'));
  const fields = readParts(root, 'fields', 'CustomField', name, faults, (element) => {
    return readCustomField(element, base, context.findValueSet);
  });
  const rules = readParts(root, 'validationRules', 'ValidationRule', name, faults, readRule);
  const declared = noteFault(faults, 'CustomObject', name, () => sharingModel(root, name, fields));
  const isDetail = fields.some(({ masterDetail }) => masterDetail);
  const object = {
    ...base,
    fields: merge(
      isDetail && !standard ? base.fields.filter(({ name: one }) => one !== 'OwnerId') : base.fields,
      fields,
    ),
    validationRules: rules,
    sharingModel: declared ?? base.sharingModel,
    compactLayout: compactLayout(root) ?? base.compactLayout,
  };
  return trackHistory(object, root, faults);
}

function newObject(name: string, root: XmlElement, context: ObjectContext): ObjectDefinition {
  if (!NAME.test(name)) throw new MetadataFault(`Entity type: '${name}' is unknown`);
  const label = textAt(root, 'label');
  // A file that only adds parts does not make an object.
  if (label === undefined) throw new MetadataFault(`Entity Enumeration Or ID: no CustomObject named ${name} found`);
  for (const needed of ['pluralLabel', 'deploymentStatus', 'sharingModel']) requiredText(root, needed);
  const nameField = child(root, 'nameField');
  if (!nameField) throw new MetadataFault('Must specify a nameField of type Text or AutoNumber');
  return {
    name,
    label,
    labelPlural: requiredText(root, 'pluralLabel'),
    description: textAt(root, 'description'),
    keyPrefix: context.keyPrefix(),
    custom: true,
    sharingModel: 'ReadWrite',
    fields: [...identityFields({ owner: ['Group', 'User'] }), readNameField(nameField), ...auditFields()],
    validationRules: [],
    createable: true,
    updateable: true,
    deletable: true,
    searchable: isTrue(root, 'enableSearch'),
    uiApi: true,
    compactLayout: ['Name'],
  };
}

function readNameField(element: XmlElement): FieldDefinition {
  checkElements(element, 'CustomField');
  const label = requiredText(element, 'label');
  const type = requiredText(element, 'type');
  if (type === 'Text') return field('Name', 'string', { label, length: 80, required: true, nameField: true });
  if (type !== 'AutoNumber') throw new MetadataFault('Must specify a nameField of type Text or AutoNumber');
  const { type: stored, ...parts } = autoNumber(element);
  return field('Name', stored, { label, nameField: true, ...parts });
}

/** A custom field, or undefined for a standard one, whose metadata only says what the org knows anyway. */
function readCustomField(element: XmlElement, base: ObjectDefinition, find: FindValueSet): FieldDefinition | undefined {
  const name = requiredText(element, 'fullName');
  if (name.toLowerCase().endsWith('__c')) return readField(element, find);
  const known = base.fields.some((one) => one.name === name || one.relationshipName === name);
  if (!known)
    throw new MetadataFault(`Field ${name} does not exist on ${base.name}; the name of a custom field ends with __c`);
  return undefined;
}

function readRule(element: XmlElement): ValidationRule {
  checkElements(element, 'ValidationRule');
  const errorField = textAt(element, 'errorDisplayField');
  const message = requiredText(element, 'errorMessage');
  if (message.length > 255) throw new MetadataFault('Value too long for field: ErrorMessage maximum length is:255');
  return {
    name: requiredText(element, 'fullName'),
    active: requiredText(element, 'active') === 'true',
    condition: requiredText(element, 'errorConditionFormula'),
    message,
    ...(errorField === undefined ? {} : { errorField }),
  };
}

function readParts<T>(
  root: XmlElement,
  tag: string,
  type: string,
  object: string,
  faults: ComponentFault[],
  read: (element: XmlElement) => T | undefined,
): T[] {
  return children(root, tag).flatMap((element) => {
    const fullName = `${object}.${textAt(element, 'fullName') ?? ''}`;
    const part = noteFault(faults, type, fullName, () => read(element));
    return part === undefined ? [] : [part];
  });
}

function sharingModel(root: XmlElement, name: string, fields: readonly FieldDefinition[]): SharingModel | undefined {
  const text = textAt(root, 'sharingModel');
  if (text === undefined) return undefined;
  const model = SHARING_MODELS[text];
  if (!model) throw new MetadataFault(`'${text}' is not a valid value for the enum 'SharingModel'`);
  const isDetail = fields.some(({ masterDetail }) => masterDetail);
  if (isDetail && model !== 'ControlledByParent') {
    throw new MetadataFault(
      `Cannot set sharingModel to ${text} on a CustomObject with a MasterDetail relationship field`,
    );
  }
  if (!isDetail && model === 'ControlledByParent' && name.endsWith('__c')) {
    throw new MetadataFault(
      'Cannot set sharingModel to ControlledByParent on a CustomObject without a MasterDetail relationship field',
    );
  }
  return model;
}

/** Custom fields in the order of the metadata, behind those that the object has by itself. */
function merge(own: readonly FieldDefinition[], custom: readonly FieldDefinition[]): FieldDefinition[] {
  return [...own, ...custom];
}

function compactLayout(root: XmlElement): readonly string[] | undefined {
  const assigned = textAt(root, 'compactLayoutAssignment');
  const layout = children(root, 'compactLayouts').find((one) => textAt(one, 'fullName') === assigned);
  return layout && children(layout, 'fields').map(({ text }) => text);
}
