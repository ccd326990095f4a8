import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

/** A text under a name of its own, as the platform's schema has many. */
function textScalar(name: string, pattern?: RegExp, form?: string): GraphQLScalarType {
  const parse = (value: unknown): string => {
    const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
    if (typeof text !== 'string' || (pattern !== undefined && !pattern.test(text))) {
      throw new GraphQLError(
        `${name} cannot represent ${JSON.stringify(value)}${form === undefined ? '' : `: write ${form}`}`,
      );
    }
    return text;
  };
  return new GraphQLScalarType({
    name,
    serialize: String,
    parseValue: parse,
    parseLiteral: (node) => parse(literalValue(node)),
  });
}

/** A number under a name of its own. Numbers may also come as texts, as the platform takes them. */
function numberScalar(name: string, whole = false): GraphQLScalarType {
  const parse = (value: unknown): number => {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isFinite(number) || (whole && !Number.isInteger(number))) {
      throw new GraphQLError(`${name} cannot represent ${JSON.stringify(value)}`);
    }
    return number;
  };
  return new GraphQLScalarType({
    name,
    serialize: Number,
    parseValue: parse,
    parseLiteral: (node) => parse(literalValue(node)),
  });
}

function literalValue(node: ValueNode): unknown {
  switch (node.kind) {
    case Kind.STRING:
    case Kind.BOOLEAN:
    case Kind.ENUM:
      return node.value;
    case Kind.INT:
    case Kind.FLOAT:
      return Number(node.value);
    default:
      return undefined;
  }
}

/** The scalars of the platform's GraphQL schema, besides GraphQL's own. */
export const SCALARS = {
  Currency: numberScalar('Currency'),
  Date: textScalar('Date', /^\d{4}-\d{2}-\d{2}$/, 'YYYY-MM-DD'),
  DateTime: textScalar('DateTime', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/, 'YYYY-MM-DDTHH:MM:SSZ'),
  Double: numberScalar('Double'),
  Email: textScalar('Email'),
  IdOrRef: textScalar('IdOrRef'),
  Long: numberScalar('Long', true),
  LongTextArea: textScalar('LongTextArea'),
  MultiPicklist: textScalar('MultiPicklist'),
  Percent: numberScalar('Percent'),
  PhoneNumber: textScalar('PhoneNumber'),
  Picklist: textScalar('Picklist'),
  RichTextArea: textScalar('RichTextArea'),
  TextArea: textScalar('TextArea'),
  Url: textScalar('Url'),
} as const;
