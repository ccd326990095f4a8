import { createSignalRegistry } from '../situation/index.ts';
import { compileRule } from './compile-rule.ts';
import { ruleStrength } from './rule-strength.ts';

const registry = createSignalRegistry();

function strengthOf(signal: string, operator: 'equals' | 'not equals' | 'in', value: string, weight?: number): number {
  const known = registry.signals.get(signal);
  const compiled = compileRule({ signal, operator, value, group: 1 }, registry);
  if (known === undefined || !('condition' in compiled)) throw new Error(`${signal} ${operator} ${value} is a fault`);
  return ruleStrength(compiled.condition, known, weight);
}

describe('the strength of a rule', () => {
  test('is larger the fewer deals it is true of', () => {
    expect(strengthOf('competitor', 'equals', 'Globex')).toBeGreaterThan(strengthOf('type', 'equals', 'New Customer'));
    expect(strengthOf('stage', 'equals', 'Prospecting')).toBeGreaterThan(
      strengthOf('stage', 'in', 'Prospecting;Qualification;Needs Analysis'),
    );
  });

  test('is small for what most deals are: not closed, not this competitor', () => {
    expect(strengthOf('is_closed', 'equals', 'false')).toBeLessThan(strengthOf('is_closed', 'equals', 'true'));
    expect(strengthOf('competitor', 'not equals', 'Globex')).toBeLessThan(strengthOf('competitor', 'equals', 'Globex'));
  });

  test('grows with the weight its author gave it, and is never negative', () => {
    expect(strengthOf('stage', 'equals', 'Prospecting', 2)).toBe(2 * strengthOf('stage', 'equals', 'Prospecting', 1));
    expect(strengthOf('stage', 'equals', 'Prospecting', -3)).toBe(0);
  });
});
