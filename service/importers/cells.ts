import { DAY } from '../../core/index.ts';

/** A cell as a number, undefined when it is blank, or the text itself when it is no number. */
export function parseNumber(text: string): number | undefined | { readonly bad: string } {
  if (text === '') return undefined;
  const plain = text.replace(/^[$€£]\s?/, '').replace(/,(?=\d{3}\b)/g, '');
  const value = Number(plain);
  return plain !== '' && Number.isFinite(value) ? value : { bad: text };
}

/** A cell as an ISO day, undefined when it is blank, or the text itself when it is no date. */
export function parseDay(text: string): string | undefined | { readonly bad: string } {
  if (text === '') return undefined;
  const match = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ].*)?$/.exec(text);
  if (!match) return { bad: text };
  const day = `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`;
  const moment = Date.parse(`${day}T00:00:00.000Z`);
  return Number.isNaN(moment) || new Date(moment).toISOString().slice(0, 10) !== day ? { bad: text } : day;
}

/** `day` and so many days, as an ISO day. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}
