import type { DealFacts, NuggetSummary, RuleOperator, SituationRule } from '../../core/index.ts';
import { pick, type Random, whole } from '../random.ts';

/** Rules a nugget has, in one or two groups. */
export const RULES_PER_NUGGET = 4;

const STAGES = values('Stage', 8);
const COMPETITORS = values('Competitor', 40);
const INDUSTRIES = values('Industry', 20);
const COUNTRIES = values('Country', 30);
const SOURCES = values('Source', 8);
const TYPES = values('Type', 3);
const CATEGORIES = values('Category', 5);
const FAMILIES = values('Family', 12);
const PRODUCTS = values('Product', 60);
const WORDS: readonly [string, ...string[]] = ['call', 'demo', 'legal', 'pricing', 'security', 'trial'];

const TEXTS: readonly [[string, readonly [string, ...string[]]], ...[string, readonly [string, ...string[]]][]] = [
  ['stage', STAGES],
  ['competitor', COMPETITORS],
  ['product', PRODUCTS],
  ['industry', INDUSTRIES],
  ['product_family', FAMILIES],
  ['country', COUNTRIES],
  ['lead_source', SOURCES],
  ['type', TYPES],
  ['forecast_category', CATEGORIES],
];
/** Signal and the range of its values. */
const NUMBERS: readonly [[string, number, number], ...[string, number, number][]] = [
  ['amount', 1, 200],
  ['days_in_stage', 0, 90],
  ['days_to_close', -20, 120],
  ['close_date_pushes', 0, 5],
  ['probability', 0, 100],
  ['contact_roles', 0, 8],
  ['days_since_activity', 0, 60],
];
const AMOUNT_UNIT = 1000;

/** Nuggets with four rules each: nine groups in ten begin with an equality, the rest of the rules are of any kind. */
export function makeLibrary(size: number, random: Random): NuggetSummary[] {
  return Array.from({ length: size }, (_unused, position) => {
    const cut = pick([4, 2, 3, 1], random);
    const rules = Array.from({ length: RULES_PER_NUGGET }, (_none, row) => {
      const opens = row === 0 || row === cut;
      return makeRule(row < cut ? 1 : 2, opens && random() < 0.9, random);
    });
    const skillCode = `skill_${whole(1, 25, random)}`;
    return {
      id: `n${position}`,
      key: `nugget-${String(position).padStart(6, '0')}`,
      title: `Nugget ${position}`,
      kind: 'Best practice',
      minutes: whole(1, 4, random),
      level: whole(1, 5, random),
      skills: [{ skillId: skillCode, skillCode, weight: 1 }],
      shown: whole(0, 200, random),
      helpful: whole(0, 20, random),
      notHelpful: whole(0, 10, random),
      rules,
    };
  });
}

/** A deal such as an opportunity page would describe it. */
export function makeDeal(now: Date, random: Random): DealFacts {
  const dayFrom = (low: number, high: number) =>
    new Date(now.getTime() + whole(low, high, random) * 86_400_000).toISOString().slice(0, 10);
  const products = Array.from({ length: whole(0, 4, random) }, () => pick(PRODUCTS, random));
  return {
    fields: {
      StageName: pick(STAGES, random),
      Main_Competitor__c: random() < 0.6 ? pick(COMPETITORS, random) : null,
      'Account.Industry': pick(INDUSTRIES, random),
      'Account.BillingCountry': pick(COUNTRIES, random),
      LeadSource: pick(SOURCES, random),
      Type: pick(TYPES, random),
      ForecastCategoryName: pick(CATEGORIES, random),
      NextStep: random() < 0.5 ? `${pick(WORDS, random)} and ${pick(WORDS, random)}` : null,
      Amount: whole(1, 200, random) * AMOUNT_UNIT,
      Probability: whole(0, 100, random),
      PushCount: whole(0, 5, random),
      HasOverdueTask: random() < 0.3,
      LastStageChangeDate: dayFrom(-90, 0),
      LastActivityDate: dayFrom(-60, 0),
      CreatedDate: dayFrom(-200, -90),
      CloseDate: dayFrom(-20, 120),
      IsClosed: false,
      IsWon: false,
    },
    contactRoleCount: whole(0, 8, random),
    lineItemCount: products.length,
    products,
    productFamilies: products.map(() => pick(FAMILIES, random)),
  };
}

function makeRule(group: number, equality: boolean, random: Random): SituationRule {
  if (equality || random() < 0.4) {
    const [signal, texts] = pick(TEXTS, random);
    if (random() < 0.75) return { signal, operator: 'equals', value: pick(texts, random), group };
    const list = Array.from({ length: whole(2, 3, random) }, () => pick(texts, random));
    return { signal, operator: 'in', value: list.join(';'), group };
  }
  const kind = random();
  if (kind < 0.6) return numberRule(group, random);
  if (kind < 0.75) {
    const [signal, texts] = pick(TEXTS, random);
    const operator: RuleOperator = random() < 0.5 ? 'not equals' : 'not in';
    return { signal, operator, value: pick(texts, random), group };
  }
  if (kind < 0.85) return { signal: 'next_step', operator: 'contains', value: pick(WORDS, random), group };
  if (kind < 0.95) return { signal: 'competitor', operator: random() < 0.5 ? 'blank' : 'not blank', group };
  return { signal: 'has_overdue_task', operator: 'equals', value: 'true', group };
}

function numberRule(group: number, random: Random): SituationRule {
  const [signal, low, high] = pick(NUMBERS, random);
  const unit = signal === 'amount' ? AMOUNT_UNIT : 1;
  const first = whole(low, high, random);
  const operator = pick(['greater', 'less', 'between'] as const, random);
  const value = operator === 'between' ? `${first * unit};${whole(first, high, random) * unit}` : String(first * unit);
  return { signal, operator, value, group };
}

function values(name: string, count: number): [string, ...string[]] {
  return [`${name} 1`, ...Array.from({ length: count - 1 }, (_unused, position) => `${name} ${position + 2}`)];
}
