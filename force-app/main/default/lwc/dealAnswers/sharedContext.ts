import locale from '@salesforce/i18n/locale';
import type { ContextFact } from 'c/askQuestion';
import type { SignalRegistry, SignalValue, Situation } from 'c/core';
import { signalName } from 'c/dealMatching';
import { recordsIn, related, text } from 'c/graphqlRecords';
import { dealAnswersLabels as labels } from 'c/labels';

/** What helps whoever answers and tells nobody whose deal it is. */
const HARMLESS = [
  'stage',
  'competitor',
  'product_family',
  'product',
  'industry',
  'type',
  'lead_source',
  'close_date_pushes',
  'days_in_stage',
] as const;
/** Amounts, places, and what was written freely and may name people. */
const SENSITIVE = ['amount', 'country', 'next_step'] as const;

/** The names of a deal, as `ANSWERS_QUERY` answers them. */
export interface DealNames {
  readonly deal?: string;
  readonly account?: string;
  readonly people: readonly string[];
}

export function toDealNames(data: unknown): DealNames {
  const deal = recordsIn(data, 'Opportunity')[0] ?? {};
  return {
    deal: text(deal, 'Name'),
    account: text(deal, 'Account.Name'),
    people: related(deal, 'OpportunityContactRoles').flatMap((role) => text(role, 'Contact.Name') ?? []),
  };
}

/**
 * What may be shared with a question about a deal, each fact to be chosen: first what is harmless, then amounts, what
 * an admin added (nobody knows what it holds) and names, all of which are off until they are turned on.
 */
export function toContextFacts(situation: Situation, registry: SignalRegistry, names: DealNames): ContextFact[] {
  const added = [...registry.signals.values()].filter(({ labelKey }) => labelKey === undefined).map(({ code }) => code);
  const fact = (code: string, sensitive: boolean): ContextFact[] => {
    const value = wordValue(situation.facts.get(code));
    return value === '' ? [] : [{ code, label: signalName(code, registry), value, sensitive }];
  };
  const named = [
    { code: 'account_name', label: labels.account, value: names.account ?? '', sensitive: true },
    { code: 'deal_name', label: labels.deal, value: names.deal ?? '', sensitive: true },
    { code: 'people', label: labels.people, value: names.people.join(', '), sensitive: true },
  ];
  return [
    ...HARMLESS.flatMap((code) => fact(code, false)),
    ...[...SENSITIVE, ...added].flatMap((code) => fact(code, true)),
    ...named.filter(({ value }) => value !== ''),
  ];
}

/** Nothing is said of what is 0 or not so. */
function wordValue(value: SignalValue | undefined): string {
  if (typeof value === 'number') return value === 0 ? '' : new Intl.NumberFormat(locale).format(value);
  if (typeof value === 'string') return value;
  return typeof value === 'object' ? value.join(', ') : '';
}
