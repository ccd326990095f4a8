import { daysBetween } from './days.ts';
import { readValue } from './read-value.ts';
import type { DealFacts, Signal, SignalType, SignalValue } from './types.ts';

/** Typical shares of deals for which one given value is true; a library of nuggets may bring measured ones. */
const RARE = 0.04;
const SOME = 0.1;
const MANY = 0.3;
const HALF = 0.5;

/** The signals every org has, in the order an author should see them. */
export const BUILT_IN_SIGNALS: readonly Signal[] = [
  field('stage', 'Stage', 'text', 'StageName', SOME),
  field('amount', 'Amount', 'number', 'Amount', MANY),
  field('type', 'Type', 'text', 'Type', MANY),
  field('lead_source', 'Lead source', 'text', 'LeadSource', SOME),
  field('industry', 'Industry', 'text', 'Account.Industry', SOME),
  field('account_type', 'Account type', 'text', 'Account.Type', MANY),
  field('country', 'Country', 'text', 'Account.BillingCountry', SOME),
  field('competitor', 'Competitor', 'text', 'Main_Competitor__c', RARE),
  { ...field('next_step', 'Next step', 'text', 'NextStep', MANY), equality: false },
  field('probability', 'Probability', 'number', 'Probability', MANY),
  field('forecast_category', 'Forecast category', 'text', 'ForecastCategoryName', MANY),
  daysSince('days_in_stage', 'Days in stage', ['LastStageChangeDate', 'CreatedDate']),
  field('close_date_pushes', 'Close date pushes', 'number', 'PushCount', MANY),
  daysUntil('days_to_close', 'Days to close', 'CloseDate'),
  daysSince('days_open', 'Days open', ['CreatedDate']),
  daysSince('days_since_activity', 'Days since activity', ['LastActivityDate']),
  field('has_overdue_task', 'Overdue task', 'boolean', 'HasOverdueTask', HALF),
  counted('contact_roles', 'Contact roles', 'number', (deal) => deal.contactRoleCount),
  counted('line_items', 'Products on the deal', 'number', (deal) => deal.lineItemCount),
  { ...counted('product_family', 'Product family', 'text', (deal) => listOf(deal.productFamilies)), multiple: true },
  { ...counted('product', 'Product', 'text', (deal) => listOf(deal.products)), multiple: true, share: RARE },
  field('is_closed', 'Closed', 'boolean', 'IsClosed', HALF),
  field('is_won', 'Won', 'boolean', 'IsWon', HALF),
];

function signal(code: string, label: string, type: SignalType, fields: readonly string[], share: number) {
  const labelKey = `signal${code.replace(/(?:^|_)([a-z])/g, (_match, letter: string) => letter.toUpperCase())}`;
  return { code, label, labelKey, type, fields, share, equality: type === 'text' || type === 'boolean' };
}

function field(code: string, label: string, type: SignalType, path: string, share: number): Signal {
  return { ...signal(code, label, type, [path], share), derive: (deal) => readValue(deal.fields[path], type) };
}

/** Calendar days since the first of the given dates that is known. */
function daysSince(code: string, label: string, paths: readonly string[]): Signal {
  return {
    ...signal(code, label, 'number', paths, MANY),
    unit: 'days',
    derive: (deal, now) => {
      const since = paths.map((path) => deal.fields[path]).find((value) => typeof value === 'string');
      return typeof since === 'string' ? daysBetween(since, now.getTime()) : undefined;
    },
  };
}

/** Calendar days until a date; negative when it has passed. */
function daysUntil(code: string, label: string, path: string): Signal {
  return {
    ...signal(code, label, 'number', [path], MANY),
    unit: 'days',
    derive: (deal, now) => {
      const date = deal.fields[path];
      return typeof date === 'string' ? daysBetween(now.getTime(), date) : undefined;
    },
  };
}

function counted(
  code: string,
  label: string,
  type: SignalType,
  derive: (deal: DealFacts) => SignalValue | undefined,
): Signal {
  return { ...signal(code, label, type, [], type === 'text' ? SOME : MANY), derive };
}

function listOf(values: readonly string[] | undefined): readonly string[] | undefined {
  const known = [...new Set((values ?? []).map((value) => value.trim()).filter((value) => value !== ''))];
  return known.length === 0 ? undefined : known;
}
