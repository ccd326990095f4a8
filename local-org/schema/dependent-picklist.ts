import type { Access } from '../security/types.ts';
import type { FieldDefinition, ObjectDefinition } from './types.ts';

/** What decides which values of a picklist are offered. */
export interface Controller {
  readonly field: FieldDefinition;
  /** Its values, in the order in which {@link validFor} counts them. */
  readonly values: readonly string[];
  /** The places of the controlling values that a value goes with. */
  validFor(value: string): readonly number[];
}

/** The controller of a dependent picklist, or undefined where there is none that the actor may read. */
export function controllerOf(
  object: ObjectDefinition,
  { picklist }: FieldDefinition,
  access: Access,
): Controller | undefined {
  const dependency = picklist?.dependency;
  const name = dependency?.controller.toLowerCase();
  const field = name === undefined ? undefined : object.fields.find((one) => one.name.toLowerCase() === name);
  if (dependency === undefined || field === undefined || !access.fieldReadable(object.name, field.name))
    return undefined;
  const values =
    field.type === 'boolean' ? ['false', 'true'] : (field.picklist?.values ?? []).map(({ value }) => value);
  return {
    field,
    values,
    validFor(value) {
      const controlling = (dependency.validFor.get(value) ?? []).map((one) => one.toLowerCase());
      return values.flatMap((one, index) => (controlling.includes(one.toLowerCase()) ? [index] : []));
    },
  };
}

/**
 * The places as a describe writes them: one bit for each, the first the highest of the first byte, in base64.
 *
 * Source: SOAP API Developer Guide, "DescribeSObjectResult", `validFor`.
 *
 * @param count how many controlling values there are
 */
export function bitmapOf(places: readonly number[], count: number): string {
  // Whole groups of three bytes need no padding.
  const bytes = Buffer.alloc(Math.max(1, Math.ceil(count / 24)) * 3);
  for (const place of places) {
    const index = place >> 3;
    bytes.writeUInt8(bytes.readUInt8(index) | (0x80 >> (place & 7)), index);
  }
  return bytes.toString('base64');
}
