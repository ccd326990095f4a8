import { GraphQLError } from 'graphql';

import { isObject, type JsonObject } from '../json-object.ts';
import type { Comparison, Condition, Literal, QueryPlan } from '../query/plan.ts';
import type { FieldDefinition } from '../schema/types.ts';
import type { VisibleSchema } from './visible.ts';
import { onlyTarget, parentStep } from './parent-step.ts';

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  eq: '=',
  ne: '!=',
  lt: '<',
  gt: '>',
  lte: '<=',
  gte: '>=',
  like: 'like',
  in: 'in',
  nin: 'not in',
  includes: 'includes',
  excludes: 'excludes',
};

/** SOQL, and so the platform's GraphQL, allows so many. */
const SEMI_JOINS = 2;

/**
 * A `where` argument as a condition, or undefined when it asks nothing.
 *
 * @throws {GraphQLError} for filters that the platform refuses
 */
export function compileFilter(visible: VisibleSchema, object: string, where: unknown): Condition | undefined {
  const compiler = new FilterCompiler(visible);
  return isObject(where) ? compiler.filter(object, [], where, false) : undefined;
}

class FilterCompiler {
  readonly #visible: VisibleSchema;
  #joins = 0;

  constructor(visible: VisibleSchema) {
    this.#visible = visible;
  }

  filter(object: string, path: readonly string[], input: JsonObject, insideOr: boolean): Condition | undefined {
    const conditions = Object.entries(input).flatMap(([name, value]): Condition[] => {
      if (value === null || value === undefined) {
        return [];
      }
      if (name === 'and' || name === 'or') {
        const parts = (value as readonly unknown[]).filter(isObject);
        const inner = parts.flatMap((part) => this.filter(object, path, part, insideOr || name === 'or') ?? []);
        return inner.length === 0 ? [] : [combine(name, inner)];
      }
      if (!isObject(value)) {
        return [];
      }
      if (name === 'not') {
        const condition = this.filter(object, path, value, insideOr);
        return condition === undefined ? [] : [{ kind: 'not', condition }];
      }
      return this.#named(object, path, name, value, insideOr);
    });
    return conditions.length === 0 ? undefined : combine('and', conditions);
  }

  /** A field with its operators, or a parent with a filter of its own. */
  #named(object: string, path: readonly string[], name: string, value: JsonObject, insideOr: boolean): Condition[] {
    const field = this.#visible.schema.field(object, name);
    if (field !== undefined) {
      return Object.entries(value).flatMap(([operator, operand]) => {
        const condition = this.#operator(field, [...path, field.name], operator, operand, insideOr);
        return condition === undefined ? [] : [condition];
      });
    }
    const reference = this.#visible.schema.parent(object, name);
    const target = onlyTarget(this.#visible, reference);
    if (reference === undefined || target === undefined) {
      return [];
    }
    const condition = this.filter(target.name, [...path, parentStep(reference, target)], value, insideOr);
    return condition === undefined ? [] : [condition];
  }

  #operator(
    field: FieldDefinition,
    path: readonly string[],
    operator: string,
    operand: unknown,
    insideOr: boolean,
  ): Condition | undefined {
    if (operand === undefined) {
      return undefined;
    }
    if (operator === 'inq' || operator === 'ninq') {
      return isObject(operand) ? this.#join(path, operand, operator === 'ninq', insideOr) : undefined;
    }
    const comparison = COMPARISONS[operator];
    if (comparison === undefined) {
      throw new GraphQLError(`Unknown operator ${operator}`);
    }
    const value = Array.isArray(operand) ? operand.map((entry) => literal(field, entry)) : literal(field, operand);
    return { kind: 'compare', left: { path }, operator: comparison, value };
  }

  #join(path: readonly string[], input: JsonObject, negated: boolean, insideOr: boolean): Condition {
    this.#joins += 1;
    if (this.#joins > SEMI_JOINS) {
      throw new GraphQLError(`Maximum ${SEMI_JOINS} semi join sub-selects are allowed`);
    }
    if (insideOr) {
      throw new GraphQLError("Semi join sub-selects are not allowed with the 'OR' operator");
    }
    const { ApiName: apiName, ...filters } = input;
    const [entry, ...others] = Object.entries(filters).filter(([, filter]) => isObject(filter));
    if (entry === undefined || others.length > 0 || typeof apiName !== 'string') {
      throw new GraphQLError('A semi-join needs one object with its filter, and ApiName, the field that holds the id');
    }
    const [object, filter] = entry;
    const field = this.#visible.schema.field(object, apiName);
    if (field === undefined || (field.type !== 'reference' && field.type !== 'id')) {
      throw new GraphQLError(`No such column '${apiName}' on entity '${object}', or it is not a reference`);
    }
    const where = isObject(filter) ? this.filter(object, [], filter, false) : undefined;
    const plan: QueryPlan = {
      object,
      fields: [{ path: [field.name] }],
      children: [],
      ...(where === undefined ? {} : { where }),
      orderBy: [],
      allRows: false,
    };
    return { kind: 'semi-join', left: { path }, negated, plan };
  }
}

function combine(kind: 'and' | 'or', conditions: readonly Condition[]): Condition {
  const [first] = conditions;
  return conditions.length === 1 && first !== undefined ? first : { kind, conditions };
}

/** A compared value; dates come as `{ value }`, `{ literal }` or `{ range }`. */
function literal(field: FieldDefinition, value: unknown): Literal {
  if (value === null || value === undefined) {
    return { kind: 'null' };
  }
  if (isObject(value)) {
    return dateLiteral(field, value);
  }
  if (typeof value === 'boolean') {
    return { kind: 'boolean', value };
  }
  return typeof value === 'number' ? { kind: 'number', value } : { kind: 'string', value: String(value) };
}

function dateLiteral(field: FieldDefinition, input: JsonObject): Literal {
  const given = Object.entries(input).filter(([, value]) => value !== undefined);
  const [entry] = given;
  if (entry === undefined || given.length > 1) {
    throw new GraphQLError(`${field.name} must be compared with one of value, literal and range`);
  }
  const [form, value] = entry;
  if (value === null) {
    return { kind: 'null' };
  }
  if (form === 'literal') {
    return { kind: 'dateLiteral', name: String(value) };
  }
  if (form === 'range' && isObject(value)) {
    const spans = Object.entries(value).filter(([, count]) => typeof count === 'number');
    const [span] = spans;
    if (span === undefined || spans.length > 1) {
      throw new GraphQLError(`The range of ${field.name} must hold one span, such as last_n_days`);
    }
    return { kind: 'dateLiteral', name: span[0].toUpperCase(), n: Number(span[1]) };
  }
  return field.type === 'datetime'
    ? { kind: 'datetime', value: isoMoment(String(value)) }
    : { kind: 'date', value: String(value) };
}

function isoMoment(text: string): string {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) {
    throw new GraphQLError(`DateTime cannot represent '${text}': write YYYY-MM-DDTHH:MM:SSZ`);
  }
  return date.toISOString();
}
