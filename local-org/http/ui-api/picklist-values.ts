import type { Controller } from '../../schema/dependent-picklist.ts';
import type { FieldDefinition } from '../../schema/types.ts';

/** The active values of a picklist field as the UI API gives them. */
export function toPicklistValues(
  field: FieldDefinition,
  controller: Controller | undefined,
  url: string,
): Record<string, unknown> {
  const values = (field.picklist?.values ?? [])
    .filter(({ active }) => active)
    .map(({ value, label, isDefault }) => ({
      entry: { attributes: null, label, validFor: controller?.validFor(value) ?? [], value },
      isDefault,
    }));
  return {
    controllerValues: Object.fromEntries((controller?.values ?? []).map((value, index) => [value, index])),
    defaultValue: values.find(({ isDefault }) => isDefault)?.entry ?? null,
    url,
    values: values.map(({ entry }) => entry),
  };
}
