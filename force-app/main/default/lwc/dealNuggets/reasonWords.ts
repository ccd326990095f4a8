import locale from '@salesforce/i18n/locale';
import type { Reason, SignalRegistry } from 'c/core';
import { shortDate } from 'c/dates';
import { signalName } from 'c/dealMatching';
import { format, reasonLabels } from 'c/labels';

const NUMBER = /^-?\d+(\.\d+)?$/;
const DATE = /^\d{4}-\d{2}-\d{2}/;

/** A reason in words: `Competitor: Globex`, `Your gap: Discounting 42 → 70`. */
export function wordReason(reason: Reason, registry: SignalRegistry, now: Date): string {
  const [first, ...rest] = reason.values.map((value) => wordValue(value, now));
  const values = reason.signal ? [signalName(reason.signal, registry), ...rest] : [first ?? '', ...rest];
  return format(reasonLabels[reason.labelKey], ...values);
}

function wordValue(value: string, now: Date): string {
  if (DATE.test(value)) return shortDate(value, now) || value;
  if (NUMBER.test(value)) return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(Number(value));
  return value;
}
