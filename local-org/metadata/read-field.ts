import { field } from '../schema/field.ts';
import type { DeleteConstraint, FieldDefinition, FieldType } from '../schema/types.ts';
import { checkElements, requiredText } from './known-elements.ts';
import { MetadataFault } from './metadata-fault.ts';
import { readSummary } from './read-summary.ts';
import { readPicklist, type FindValueSet } from './value-sets.ts';
import { isTrue, textAt, type XmlElement } from './xml.ts';

type FieldParts = Partial<FieldDefinition> & { readonly type: FieldType };

const NAME = /^[A-Za-z](?:_?[A-Za-z0-9])*__c$/;

/**
 * A custom field from its metadata. A roll-up's type is that of a number until its source is known.
 *
 * @throws MetadataFault for what the platform would not accept.
 */
export function readField(element: XmlElement, findValueSet: FindValueSet): FieldDefinition {
  checkElements(element, 'CustomField');
  const name = requiredText(element, 'fullName');
  if (!NAME.test(name) || name.length > 43) {
    throw new MetadataFault(
      `The field name: ${name} can only contain alphanumeric characters, must begin with a letter, cannot end with an ` +
        'underscore or contain two consecutive underscore characters, and must be unique across all fields',
    );
  }
  const type = requiredText(element, 'type');
  const label = requiredText(element, 'label');
  if (label.length > 40) throw new MetadataFault(`Value too long for field: MasterLabel maximum length is:40`);
  const parts =
    textAt(element, 'formula') === undefined ? storedField(element, type, findValueSet) : formulaField(element, type);
  return field(name, parts.type, { ...common(element, label), ...parts });
}

function common(element: XmlElement, label: string): Partial<FieldDefinition> {
  return {
    label,
    custom: true,
    description: textAt(element, 'description'),
    helpText: textAt(element, 'inlineHelpText'),
    required: isTrue(element, 'required'),
    unique: isTrue(element, 'unique'),
    caseSensitive: isTrue(element, 'caseSensitive'),
    externalId: isTrue(element, 'externalId'),
    defaultValue: textAt(element, 'defaultValue'),
  };
}

function formulaField(element: XmlElement, type: string): FieldParts {
  const source = requiredText(element, 'formula');
  const fieldType = FORMULA_TYPES[type];
  if (fieldType === undefined) throw new MetadataFault(`Can not specify 'formula' for a CustomField of type ${type}`);
  for (const forbidden of ['required', 'defaultValue', 'length', 'unique'] as const) {
    const given = textAt(element, forbidden);
    if (given !== undefined && given !== 'false') {
      throw new MetadataFault(`Can not specify '${forbidden}' for a CustomField of type ${type} with a formula`);
    }
  }
  const numeric = ['double', 'currency', 'percent'].includes(fieldType);
  return {
    type: fieldType,
    formula: { source, blanksAs: textAt(element, 'formulaTreatBlanksAs') === 'BlankAsBlank' ? 'blank' : 'zero' },
    createable: false,
    updateable: false,
    ...(fieldType === 'string' ? { length: 1300 } : {}),
    ...(numeric ? numberSize(element, type) : {}),
  };
}

const FORMULA_TYPES: Readonly<Record<string, FieldType>> = {
  Checkbox: 'boolean',
  Currency: 'currency',
  Date: 'date',
  DateTime: 'datetime',
  Number: 'double',
  Percent: 'percent',
  Text: 'string',
};

function storedField(element: XmlElement, type: string, findValueSet: FindValueSet): FieldParts {
  switch (type) {
    case 'Text':
      return { type: 'string', length: size(element, type, 'length', 1, 255) };
    case 'TextArea':
      return { type: 'textarea', length: 255, filterable: true, sortable: true };
    case 'LongTextArea':
    case 'Html':
      requireFor(element, type, 'visibleLines');
      return { type: 'textarea', length: size(element, type, 'length', 256, 131_072), html: type === 'Html' };
    case 'Checkbox':
      return checkboxField(element);
    case 'Number':
      return { type: 'double', ...numberSize(element, type) };
    case 'Currency':
      return { type: 'currency', ...numberSize(element, type) };
    case 'Percent':
      return { type: 'percent', ...numberSize(element, type) };
    case 'Date':
      return { type: 'date' };
    case 'DateTime':
      return { type: 'datetime' };
    case 'Email':
      return { type: 'email', length: 80 };
    case 'Phone':
      return { type: 'phone', length: 40 };
    case 'Url':
      return { type: 'url', length: 255 };
    case 'Picklist':
      return { type: 'picklist', length: 255, picklist: readPicklist(element, findValueSet) };
    case 'MultiselectPicklist':
      requireFor(element, type, 'visibleLines');
      return { type: 'multipicklist', length: 4099, picklist: readPicklist(element, findValueSet) };
    case 'AutoNumber':
      return autoNumber(element);
    case 'Lookup':
    case 'Hierarchy':
      return lookup(element, type);
    case 'MasterDetail':
      return masterDetail(element);
    case 'Summary':
      return readSummary(element);
    default:
      throw new MetadataFault(`Fields of type ${type} are not supported by this org`);
  }
}

/** What an automatic number is like, as a field or as the name of an object: one number, and parts of the day. */
export function autoNumber(element: XmlElement): FieldParts {
  const format = requiredText(element, 'displayFormat');
  const start = textAt(element, 'startingNumber');
  const parts = [...format.matchAll(/\{([^{}]*)\}/g)].map(([, part = '']) => part);
  const rest = format.replaceAll(/\{[^{}]*\}/g, '');
  const numbers = parts.filter((part) => /^0+$/.test(part));
  const isKnown = parts.every((part) => /^(?:0+|YYYY|YY|MM|DD)$/.test(part)) && !/[{}]/.test(rest);
  if (numbers.length !== 1 || !isKnown) {
    throw new MetadataFault(
      `Invalid display format: ${format}. It holds one number such as {0000}, and may hold {YYYY}, {YY}, {MM} and {DD}`,
    );
  }
  return {
    type: 'string',
    length: 30,
    autoNumberFormat: format,
    ...(start === undefined ? {} : { autoNumberStart: wholeNumber(start) }),
    createable: false,
    updateable: false,
    required: false,
  };
}

function checkboxField(element: XmlElement): FieldParts {
  const defaultValue = textAt(element, 'defaultValue');
  if (defaultValue === undefined)
    throw new MetadataFault("Must specify 'defaultValue' for a CustomField of type Checkbox");
  if (isTrue(element, 'required'))
    throw new MetadataFault("Can not specify 'required' for a CustomField of type Checkbox");
  return { type: 'boolean', defaultValue };
}

function numberSize(element: XmlElement, type: string): { precision: number; scale: number } {
  const precision = size(element, type, 'precision', 1, 18);
  const scale = size(element, type, 'scale', 0, 18);
  if (scale > precision) throw new MetadataFault('Scale must be less than or equal to precision');
  return { precision, scale };
}

function size(element: XmlElement, type: string, name: string, minimum: number, maximum: number): number {
  const text = textAt(element, name);
  // A formula that gives a number may leave its size to the platform.
  if (text === undefined && textAt(element, 'formula') !== undefined) return name === 'precision' ? 18 : 2;
  if (text === undefined) throw new MetadataFault(`Must specify '${name}' for a CustomField of type ${type}`);
  const number = wholeNumber(text);
  if (number < minimum || number > maximum) {
    throw new MetadataFault(
      `The ${name} of a CustomField of type ${type} must be between ${minimum} and ${maximum}, not ${text}`,
    );
  }
  return number;
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number)) throw new MetadataFault(`'${text}' is not a valid value for the type xsd:int`);
  return number;
}

function requireFor(element: XmlElement, type: string, name: string): void {
  if (textAt(element, name) === undefined)
    throw new MetadataFault(`Must specify '${name}' for a CustomField of type ${type}`);
}

const CONSTRAINTS: Readonly<Record<string, DeleteConstraint>> = {
  SetNull: 'setNull',
  Restrict: 'restrict',
  Cascade: 'cascade',
};

function relationship(element: XmlElement, type: string): Partial<FieldDefinition> {
  const name = requiredText(element, 'fullName');
  const referenceTo = type === 'Hierarchy' ? 'User' : requiredText(element, 'referenceTo');
  const down = textAt(element, 'relationshipName');
  if (type === 'MasterDetail') requiredText(element, 'relationshipName');
  return {
    referenceTo: [referenceTo],
    relationshipName: name.replace(/__c$/, '__r'),
    childRelationshipName: down === undefined ? undefined : `${down}__r`,
    length: 18,
  };
}

function lookup(element: XmlElement, type: string): FieldParts {
  const text = textAt(element, 'deleteConstraint') ?? 'SetNull';
  const deleteConstraint = CONSTRAINTS[text];
  if (!deleteConstraint) throw new MetadataFault(`'${text}' is not a valid value for the enum 'DeleteConstraint'`);
  if (isTrue(element, 'required') && deleteConstraint === 'setNull') {
    throw new MetadataFault('Must specify either cascade delete or restrict delete for required lookup foreign key.');
  }
  return { type: 'reference', ...relationship(element, type), deleteConstraint };
}

function masterDetail(element: XmlElement): FieldParts {
  if (textAt(element, 'required') !== undefined) {
    throw new MetadataFault("Can not specify 'required' for a CustomField of type MasterDetail");
  }
  return {
    type: 'reference',
    ...relationship(element, 'MasterDetail'),
    required: true,
    masterDetail: true,
    writeRequiresMasterRead: isTrue(element, 'writeRequiresMasterRead'),
    deleteConstraint: 'cascade',
    updateable: isTrue(element, 'reparentableMasterDetail'),
  };
}
