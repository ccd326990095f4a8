import { GraphQLEnumType, GraphQLInputObjectType, GraphQLInt, type GraphQLInputFieldConfig } from 'graphql';

import { SCALARS } from './scalars.ts';

const PERIODS = ['WEEK', 'MONTH', 'QUARTER', 'YEAR', 'FISCAL_QUARTER', 'FISCAL_YEAR'];
const SPANS = ['days', 'weeks', 'months', 'quarters', 'years', 'fiscal_quarters', 'fiscal_years'];

/** Named days and periods, e.g. `LAST_QUARTER`. */
const LITERALS: readonly string[] = [
  'YESTERDAY',
  'TODAY',
  'TOMORROW',
  'LAST_90_DAYS',
  'NEXT_90_DAYS',
  ...PERIODS.flatMap((period) => [`LAST_${period}`, `THIS_${period}`, `NEXT_${period}`]),
];

const dateLiteral = new GraphQLEnumType({
  name: 'DateLiteral',
  values: Object.fromEntries(LITERALS.map((name) => [name, { value: name }])),
});

/** Spans from today, e.g. `last_n_days: 7`. */
const dateRange = new GraphQLInputObjectType({
  name: 'DateRange',
  fields: Object.fromEntries(
    SPANS.flatMap((span) => [`last_n_${span}`, `next_n_${span}`, `n_${span}_ago`]).map(
      (name): [string, GraphQLInputFieldConfig] => [name, { type: GraphQLInt }],
    ),
  ),
});

/** What a date is compared with: a value, a named period or a span. */
export const dateInput = new GraphQLInputObjectType({
  name: 'DateInput',
  fields: { value: { type: SCALARS.Date }, literal: { type: dateLiteral }, range: { type: dateRange } },
});

export const dateTimeInput = new GraphQLInputObjectType({
  name: 'DateTimeInput',
  fields: { value: { type: SCALARS.DateTime }, literal: { type: dateLiteral }, range: { type: dateRange } },
});
