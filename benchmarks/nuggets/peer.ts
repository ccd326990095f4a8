import { type ConditionProperties, Engine, type TopLevelCondition } from 'json-rules-engine';
import { type NuggetSummary, normalizeText, type Situation, type SituationRule } from '../../core/index.ts';

/** Gives the ids of the nuggets of which a group holds. */
export type PeerMatcher = (facts: PeerFacts) => Promise<string[]>;
export type PeerFacts = Record<string, string | number | boolean | readonly string[] | undefined>;

type Text = string | number | boolean;

/**
 * The same rules in json-rules-engine: one rule a nugget, `any` over its groups, `all` within. Texts are normalized
 * and values parsed before the clock starts, for facts as for rules, which favours the peer.
 */
export function buildPeer(nuggets: readonly NuggetSummary[]): PeerMatcher {
  const engine = new Engine([], { allowUndefinedFacts: true });
  engine.addOperator<readonly Text[] | Text | undefined, readonly Text[]>('anyOf', (fact, wanted) =>
    typeof fact === 'object' ? fact.some((one) => wanted.includes(one)) : fact !== undefined && wanted.includes(fact),
  );
  engine.addOperator<readonly Text[] | Text | undefined, readonly Text[]>('noneOf', (fact, wanted) =>
    typeof fact === 'object' ? !fact.some((one) => wanted.includes(one)) : fact === undefined || !wanted.includes(fact),
  );
  engine.addOperator<string | undefined, string>('holdsText', (fact, part) => fact?.includes(part) ?? false);
  engine.addOperator<unknown, boolean>('isBlank', (fact, blank) => (fact === undefined) === blank);
  engine.addOperator<number | undefined, readonly [number, number]>(
    'within',
    (fact, [low, high]) => fact !== undefined && fact >= low && fact <= high,
  );
  for (const nugget of nuggets) {
    engine.addRule({ conditions: conditionsOf(nugget), event: { type: nugget.id } });
  }
  return async (facts) => (await engine.run(facts)).events.map(({ type }) => type);
}

/** A situation's facts as the peer takes them. */
export function peerFacts({ facts }: Situation): PeerFacts {
  return Object.fromEntries(
    [...facts].map(([code, value]) => [
      code,
      typeof value === 'string' ? normalizeText(value) : typeof value === 'object' ? value.map(normalizeText) : value,
    ]),
  );
}

function conditionsOf({ rules }: NuggetSummary): TopLevelCondition {
  const groups = [...new Set(rules.map(({ group }) => group))];
  return { any: groups.map((group) => ({ all: rules.filter((rule) => rule.group === group).map(conditionOf) })) };
}

function conditionOf({ signal, operator, value = '' }: SituationRule): ConditionProperties {
  const text = normalizeText(value);
  const parts = text.split(';');
  const condition = (name: string, wanted: unknown): ConditionProperties => {
    return { fact: signal, operator: name, value: wanted };
  };
  switch (operator) {
    case 'equals':
      return condition('anyOf', [text === 'true' ? true : text]);
    case 'in':
      return condition('anyOf', parts);
    case 'not equals':
      return condition('noneOf', [text]);
    case 'not in':
      return condition('noneOf', parts);
    case 'contains':
      return condition('holdsText', text);
    case 'greater':
      return condition('greaterThan', Number(text));
    case 'less':
      return condition('lessThan', Number(text));
    case 'between':
      return condition('within', parts.map(Number));
    case 'blank':
      return condition('isBlank', true);
    case 'not blank':
      return condition('isBlank', false);
    case 'within days':
      throw new RangeError(`The library has no rule with "${operator}"; give the peer an operator for it first.`);
  }
}
