import { field, number, picklist, text, textArea } from '../field.ts';
import type { FieldDefinition } from '../types.ts';

const GEOCODE_ACCURACIES = [
  'Address',
  'NearAddress',
  'Block',
  'Street',
  'ExtendedZip',
  'Zip',
  'Neighborhood',
  'City',
  'County',
  'State',
  'Unknown',
];

/** The parts of an address; `prefix` is for example `Billing`, or empty for the only address of an object. */
export function addressFields(prefix: string, options: { geocode?: boolean } = {}): FieldDefinition[] {
  const parts = [
    textArea(`${prefix}Street`, 255),
    text(`${prefix}City`, 40),
    text(`${prefix}State`, 80, { label: `${prefix} State/Province`.trim() }),
    text(`${prefix}PostalCode`, 20, { label: `${prefix} Zip/Postal Code`.trim() }),
    text(`${prefix}Country`, 80),
  ];
  if (options.geocode === false) return parts;
  return [
    ...parts,
    number(`${prefix}Latitude`, 'double', 18, 15),
    number(`${prefix}Longitude`, 'double', 18, 15),
    picklist(`${prefix}GeocodeAccuracy`, GEOCODE_ACCURACIES, { restricted: true }),
  ];
}

/** A telephone number. */
export function phone(name: string, label?: string): FieldDefinition {
  return field(name, 'phone', { length: 40, ...(label === undefined ? {} : { label }) });
}

/** An e-mail address. */
export function email(name: string, options: Partial<FieldDefinition> = {}): FieldDefinition {
  return field(name, 'email', { length: 80, ...options });
}
