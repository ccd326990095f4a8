import type { FieldDefinition } from '../../schema/types.ts';

/** The active values of a picklist field as the UI API gives them. */
export function toPicklistValues(field: FieldDefinition, url: string): Record<string, unknown> {
  const values = (field.picklist?.values ?? [])
    .filter(({ active }) => active)
    .map(({ value, label, isDefault }) => ({ entry: { attributes: null, label, validFor: [], value }, isDefault }));
  return {
    controllerValues: {},
    defaultValue: values.find(({ isDefault }) => isDefault)?.entry ?? null,
    url,
    values: values.map(({ entry }) => entry),
  };
}
