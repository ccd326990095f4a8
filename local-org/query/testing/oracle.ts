import type { Random } from './random.ts';

/** A record as plain values; parents are records too. */
export type Plain = { readonly [field: string]: Value | Plain };
export type Value = string | number | boolean | null;

export type Kind = 'text' | 'picklist' | 'number' | 'boolean' | 'date';

/** A field that generated queries may name, and values worth comparing with. */
export interface Subject {
  readonly path: string;
  readonly kind: Kind;
  readonly values: readonly Value[];
  /** The order of a picklist's values. */
  readonly order?: readonly string[];
}

/** SOQL and what it means, said a second time without SQL. */
export interface Generated {
  readonly soql: string;
  readonly holds: (record: Plain) => boolean;
}

export function valueAt(record: Plain, path: string): Value {
  let current: Value | Plain = record;
  for (const name of path.split('.')) {
    if (current === null || typeof current !== 'object') return null;
    current = current[name] ?? null;
  }
  return typeof current === 'object' ? null : current;
}

/** A condition of up to `depth` levels over these subjects. */
export function condition(random: Random, subjects: readonly Subject[], depth: number): Generated {
  if (depth === 0 || random.chance(0.4)) return comparison(random, random.pick(subjects));
  if (random.chance(0.25)) {
    const inner = condition(random, subjects, depth - 1);
    return { soql: `NOT (${inner.soql})`, holds: (record) => !inner.holds(record) };
  }
  const parts = Array.from({ length: 2 + random.below(2) }, () => condition(random, subjects, depth - 1));
  const every = random.chance(0.5);
  return {
    soql: parts.map((part) => `(${part.soql})`).join(every ? ' AND ' : ' OR '),
    holds: (record) => (every ? parts.every((part) => part.holds(record)) : parts.some((part) => part.holds(record))),
  };
}

function comparison(random: Random, subject: Subject): Generated {
  const { path } = subject;
  if (random.chance(0.12)) {
    const negated = random.chance(0.5);
    // A checkbox of a missing parent is not checked, but it is not there either.
    return {
      soql: `${path} ${negated ? '!=' : '='} null`,
      holds: (record) => (valueAt(record, path) === null) !== negated,
    };
  }
  if (random.chance(0.25) && subject.kind !== 'boolean') return membership(random, subject);
  if (random.chance(0.25) && (subject.kind === 'text' || subject.kind === 'picklist')) return pattern(random, subject);
  const expected = random.pick(subject.values);
  const ordered = subject.kind === 'number' || subject.kind === 'date' || subject.kind === 'text';
  const operator = random.pick(ordered ? ['=', '!=', '<', '<=', '>', '>='] : ['=', '!=']);
  return {
    soql: `${path} ${operator} ${literal(random, subject.kind, expected)}`,
    holds: (record) => compare(seen(subject, valueAt(record, path)), operator, expected),
  };
}

function membership(random: Random, subject: Subject): Generated {
  const members = random.some(subject.values, 1 + random.below(3));
  const negated = random.chance(0.4);
  const list = members.map((member) => literal(random, subject.kind, member)).join(', ');
  return {
    soql: `${subject.path} ${negated ? 'NOT IN' : 'IN'} (${list})`,
    holds: (record) => members.some((member) => compare(valueAt(record, subject.path), '=', member)) !== negated,
  };
}

function pattern(random: Random, subject: Subject): Generated {
  const text = String(random.pick(subject.values));
  const start = random.below(text.length);
  const middle = text.slice(start, start + 1 + random.below(3));
  const shape = random.pick([`${middle}%`, `%${middle}`, `%${middle}%`, `_${middle}%`, text]);
  return {
    soql: `${subject.path} LIKE ${literal(random, 'text', shape)}`,
    holds: (record) => {
      const value = valueAt(record, subject.path);
      return typeof value === 'string' && matches(value.toLowerCase(), shape.toLowerCase());
    },
  };
}

/** LIKE, character by character. */
function matches(text: string, shape: string): boolean {
  if (shape === '') return text === '';
  const rest = shape.slice(1);
  if (shape.startsWith('%')) return matches(text, rest) || (text !== '' && matches(text.slice(1), shape));
  return text !== '' && (shape.startsWith('_') || shape[0] === text[0]) && matches(text.slice(1), rest);
}

function seen(subject: Subject, value: Value): Value {
  return subject.kind === 'boolean' && value === null ? false : value;
}

function compare(value: Value, operator: string, expected: Value): boolean {
  if (value === null) return operator === '!=';
  const order = compareValues(value, expected);
  switch (operator) {
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    default:
      return order >= 0;
  }
}

/** Nothing comes first; texts compare without regard to case. */
export function compareValues(a: Value, b: Value): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [String(a).toLowerCase(), String(b).toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Ids sort by their characters, capitals first. */
export function compareIds(a: Plain, b: Plain): number {
  const [left, right] = [String(a['Id']), String(b['Id'])];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The sort key of a value: a picklist's place among its values. */
export function sortKey(subject: Subject, value: Value): Value {
  if (subject.kind !== 'picklist' || typeof value !== 'string') return value;
  return subject.order?.findIndex((each) => each.toLowerCase() === value.toLowerCase()) ?? value;
}

function literal(random: Random, kind: Kind, value: Value): string {
  if (kind !== 'text' && kind !== 'picklist') return String(value);
  const text = String(value);
  // Like SQLite, the org tells "ü" from "Ü"; only the case of ASCII letters is free.
  const spelled = text.replace(random.pick([/$^/, /[a-z]/g]), (letter) => letter.toUpperCase());
  return `'${spelled.replaceAll("'", "\\'")}'`;
}
