import type { FieldDefinition, FieldType, ObjectDefinition, PicklistDefinition } from './types.ts';

type FieldOptions = Partial<Omit<FieldDefinition, 'name' | 'type'>>;

/** A field that only the org itself writes. */
export const READ_ONLY = { createable: false, updateable: false } as const;

/** A field with the platform's defaults for its type, changed by `options`. */
export function field(name: string, type: FieldType, options: FieldOptions = {}): FieldDefinition {
  const long = type === 'textarea';
  return {
    name,
    label: labelOf(name, type),
    type,
    custom: false,
    required: false,
    unique: false,
    caseSensitive: false,
    externalId: false,
    nameField: false,
    html: false,
    referenceTo: [],
    masterDetail: false,
    writeRequiresMasterRead: false,
    deleteConstraint: 'setNull',
    createable: true,
    updateable: true,
    filterable: !long,
    sortable: !long && type !== 'multipicklist',
    ...options,
  };
}

export function text(name: string, length: number, options: FieldOptions = {}): FieldDefinition {
  return field(name, 'string', { length, ...options });
}

/** A text of several lines. As on the platform, only one of up to 255 characters can be filtered and sorted by. */
export function textArea(name: string, length: number, options: FieldOptions = {}): FieldDefinition {
  return field(name, 'textarea', { length, filterable: length <= 255, sortable: length <= 255, ...options });
}

export function checkbox(name: string, options: FieldOptions = {}): FieldDefinition {
  return field(name, 'boolean', { defaultValue: 'false', ...options });
}

/** A number with `precision` digits in all, `scale` of them behind the point. */
export function number(
  name: string,
  type: 'int' | 'double' | 'currency' | 'percent',
  precision: number,
  scale: number,
  options: FieldOptions = {},
): FieldDefinition {
  return field(name, type, { precision, scale, ...options });
}

/** A picklist of these values; label and value are the same. The first value marked with `*` in front is the default. */
export function picklist(
  name: string,
  values: readonly string[],
  options: FieldOptions & { restricted?: boolean } = {},
): FieldDefinition {
  const { restricted = false, ...rest } = options;
  return field(name, 'picklist', { length: 255, picklist: picklistOf(values, restricted), ...rest });
}

export function picklistOf(values: readonly string[], restricted: boolean): PicklistDefinition {
  return {
    restricted,
    values: values.map((entry) => {
      const isDefault = entry.startsWith('*');
      const value = isDefault ? entry.slice(1) : entry;
      return { value, label: value, isDefault, active: true };
    }),
  };
}

/** A reference; `child` names the way down from each parent. */
export function reference(
  name: string,
  referenceTo: readonly string[],
  options: FieldOptions & { child?: string } = {},
): FieldDefinition {
  const { child, ...rest } = options;
  return field(name, 'reference', {
    length: 18,
    referenceTo,
    relationshipName: name.replace(/Id$/, ''),
    childRelationshipName: child,
    ...rest,
  });
}

/** A reference whose record is deleted with, and seen by those who see, the record it points to. */
export function detailOf(parent: string, name: string, child: string, options: FieldOptions = {}): FieldDefinition {
  return reference(name, [parent], {
    child,
    required: true,
    masterDetail: true,
    deleteConstraint: 'cascade',
    updateable: false,
    ...options,
  });
}

/** A standard object that the platform's users may work with, changed by `options`. */
export function standardObject(
  name: string,
  keyPrefix: string,
  fields: readonly FieldDefinition[],
  options: Partial<Omit<ObjectDefinition, 'name' | 'keyPrefix' | 'fields'>> = {},
): ObjectDefinition {
  const label = options.label ?? words(name);
  return {
    name,
    label,
    labelPlural: plural(label),
    keyPrefix,
    custom: false,
    sharingModel: 'Read',
    fields,
    validationRules: [],
    createable: true,
    updateable: true,
    deletable: true,
    searchable: false,
    uiApi: false,
    compactLayout: [],
    ...options,
  };
}

function labelOf(name: string, type: FieldType): string {
  const stem = type === 'reference' ? name.replace(/Id$/, '') : name.replace(/^(Is|Has)(?=[A-Z])/, '');
  return words(stem) + (type === 'reference' ? ' ID' : '');
}

function words(name: string): string {
  return name.replace(/([a-z])([A-Z0-9])/g, '$1 $2').replace(/([A-Z])([A-Z][a-z])/g, '$1 $2');
}

function plural(label: string): string {
  if (/[^aeiou]y$/.test(label)) return label.slice(0, -1) + 'ies';
  return /(s|x|ch)$/.test(label) ? label + 'es' : label + 's';
}
