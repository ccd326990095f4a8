import type { FieldDefinition } from '../schema/types.ts';

/** How one person wants to see values. */
export interface Formatting {
  /** e.g. `en-US` */
  readonly locale: string;
  /** IANA name, e.g. `America/Los_Angeles`. */
  readonly timeZone: string;
  /** ISO 4217 code. */
  readonly currency: string;
}

/**
 * A value as a person reads it: picklists by label, numbers, money and dates in the locale. Null where the platform
 * gives no display value: for blanks, plain texts, check boxes and ids.
 */
export function displayValue(field: FieldDefinition, value: unknown, formatting: Formatting): string | null {
  if (value === null || value === undefined) {
    return null;
  }
  const { locale, timeZone, currency } = formatting;
  switch (field.type) {
    case 'picklist':
      return labelOf(field, String(value));
    case 'multipicklist':
      return String(value)
        .split(';')
        .map((part) => labelOf(field, part))
        .join(';');
    case 'date':
      return numberFormats.date(locale, 'UTC').format(new Date(`${String(value)}T00:00:00Z`));
    case 'datetime':
      return numberFormats.dateTime(locale, timeZone).format(new Date(String(value).replace(/\+0000$/, 'Z')));
    case 'currency':
      return numberFormats.currency(locale, currency, field.scale ?? 2).format(Number(value));
    case 'percent':
      return `${numberFormats.number(locale, field.scale ?? 0).format(Number(value))}%`;
    case 'double':
    case 'int':
      return numberFormats.number(locale, field.scale ?? 0).format(Number(value));
    default:
      return null;
  }
}

/** The label of a picklist value; a value that is no longer listed stands for itself. */
export function labelOf(field: FieldDefinition, value: string): string {
  return field.picklist?.values.find((listed) => listed.value === value)?.label ?? value;
}

/** Making a formatter costs far more than using one. */
const numberFormats = {
  date: remember((locale: string, timeZone: string) => new Intl.DateTimeFormat(locale, { timeZone })),
  dateTime: remember(
    (locale: string, timeZone: string) =>
      new Intl.DateTimeFormat(locale, {
        timeZone,
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: '2-digit',
      }),
  ),
  currency: remember(
    (locale: string, currency: string, digits: number) =>
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
  ),
  number: remember(
    (locale: string, digits: number) =>
      new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  ),
};

function remember<A extends readonly (string | number)[], T>(create: (...parameters: A) => T): (...parameters: A) => T {
  const known = new Map<string, T>();
  return (...parameters) => {
    const key = parameters.join('|');
    const found = known.get(key) ?? create(...parameters);
    known.set(key, found);
    return found;
  };
}
