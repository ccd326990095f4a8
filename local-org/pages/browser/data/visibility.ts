import type { VisibilityCriterion, VisibilityRule } from '../../model/types.ts';

export type Fact = string | number | boolean | null | undefined;

/** True when a component with this rule is shown. `factOf` answers what a criterion compares. */
export function isVisible(rule: VisibilityRule | undefined, factOf: (left: string) => Fact): boolean {
  if (rule === undefined || rule.criteria.length === 0) return true;
  const results = rule.criteria.map((criterion) => holds(criterion, factOf(criterion.left)));
  return rule.filter === undefined || rule.filter === '' ? results.every(Boolean) : combine(rule.filter, results);
}

/** The fields of the record that a rule looks at, e.g. `StageName`, `Account.Industry`. */
export function recordFieldsOf(rule: VisibilityRule | undefined): string[] {
  return (rule?.criteria ?? []).flatMap(({ left }) =>
    left.startsWith('Record.') ? [left.slice('Record.'.length)] : [],
  );
}

function holds({ operator, right }: VisibilityCriterion, fact: Fact): boolean {
  const left = fact === null || fact === undefined ? '' : String(fact);
  const equal = left.toLowerCase() === right.toLowerCase();
  const order = comparison(left, right);
  switch (operator) {
    case 'EQUAL':
      return equal;
    case 'NE':
      return !equal;
    case 'CONTAINS':
      return left.toLowerCase().includes(right.toLowerCase());
    case 'GT':
      return order > 0;
    case 'GE':
      return order >= 0;
    case 'LT':
      return order < 0;
    case 'LE':
      return order <= 0;
  }
}

/** Numbers by size, everything else (ISO dates too) as text; blank compares with nothing. */
function comparison(left: string, right: string): number {
  if (left === '' || right === '') return Number.NaN;
  const numbers = [Number(left), Number(right)] as const;
  if (numbers.some(Number.isNaN)) return left < right ? -1 : left > right ? 1 : 0;
  return numbers[0] - numbers[1];
}

/** Evaluates `1 AND (2 OR NOT 3)`. @throws for text that is not such a filter */
function combine(filter: string, results: readonly boolean[]): boolean {
  const tokens = filter.toUpperCase().match(/\(|\)|AND|OR|NOT|\d+/g) ?? [];
  let position = 0;
  const primary = (): boolean => {
    const token = tokens[position++];
    if (token === 'NOT') return !primary();
    if (token === '(') {
      const value = either();
      if (tokens[position++] !== ')') throw new Error(`The visibility filter lacks a closing parenthesis: ${filter}`);
      return value;
    }
    const result = results[Number(token) - 1];
    if (result === undefined) throw new Error(`The visibility filter names a criterion that is not there: ${filter}`);
    return result;
  };
  const both = (): boolean => {
    let value = primary();
    while (tokens[position] === 'AND') {
      position += 1;
      value = primary() && value;
    }
    return value;
  };
  const either = (): boolean => {
    let value = both();
    while (tokens[position] === 'OR') {
      position += 1;
      value = both() || value;
    }
    return value;
  };
  return either();
}
