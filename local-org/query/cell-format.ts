import type { SqlValue } from '../security/types.ts';
import { fromAnyType } from '../store/values.ts';
import type { Expression } from './expression.ts';
import type { Convert } from './shape.ts';

/** How stored cells of this expression look in an answer; undefined where they are the same. */
export function cellFormat(expression: Expression, timeZone: string): Convert | undefined {
  if (expression.formatted) return localeFormat(expression, timeZone);
  switch (expression.type) {
    case 'boolean':
      return toBoolean;
    case 'datetime':
      return toRestDatetime;
    case 'anyType':
      return fromAnyType;
    default:
      return undefined;
  }
}

/** '2026-11-23T14:48:00.000Z' → '2026-11-23T14:48:00.000+0000'. */
export function toRestDatetime(stored: SqlValue): string | null {
  return typeof stored === 'string' ? `${stored.slice(0, 23)}+0000` : null;
}

function toBoolean(stored: SqlValue): boolean {
  return stored === 1;
}

/** FORMAT() prints as the locale en_US does; money is in dollars, the org's only currency. */
function localeFormat(expression: Expression, timeZone: string): Convert {
  const { type, field } = expression;
  switch (type) {
    case 'date':
      return onText((text) => dateText(text.slice(0, 10)));
    case 'datetime':
      return onText((text) => datetimeText(text, timeZone));
    case 'int':
    case 'double':
    case 'percent':
    case 'currency': {
      const digits = field?.scale ?? (type === 'int' ? 0 : 2);
      const options: Intl.NumberFormatOptions = { minimumFractionDigits: digits, maximumFractionDigits: digits };
      const currency = type === 'currency' ? { style: 'currency' as const, currency: 'USD' } : {};
      const format = new Intl.NumberFormat('en-US', { ...options, ...currency });
      const unit = type === 'percent' ? '%' : '';
      return (stored) => (typeof stored === 'number' ? format.format(stored) + unit : null);
    }
    default:
      return cellFormat({ ...expression, formatted: false }, timeZone) ?? ((stored) => stored);
  }
}

function onText(convert: (text: string) => string): Convert {
  return (stored) => (typeof stored === 'string' ? convert(stored) : null);
}

function dateText(day: string): string {
  return `${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}/${day.slice(0, 4)}`;
}

function datetimeText(text: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const parts = new Map<string, string>(format.formatToParts(Date.parse(text)).map((part) => [part.type, part.value]));
  const year = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric' }).format(Date.parse(text));
  const part = (type: string): string => parts.get(type) ?? '';
  return `${part('month')}/${part('day')}/${year}, ${part('hour')}:${part('minute')} ${part('dayPeriod')}`;
}
