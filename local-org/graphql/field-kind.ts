import { GraphQLBoolean, GraphQLID, GraphQLInt, GraphQLString, type GraphQLScalarType } from 'graphql';

import type { FieldDefinition } from '../schema/types.ts';
import { SCALARS } from './scalars.ts';

/** How a kind of field compares. */
export type Comparing = 'text' | 'number' | 'boolean' | 'id' | 'multipicklist' | 'date' | 'datetime';

/** What GraphQL makes of a field: its scalar, and the names of the types made around it (`…Value`, `…Operators`). */
export interface FieldKind {
  readonly name: string;
  readonly scalar: GraphQLScalarType;
  readonly comparing: Comparing;
}

const kind = (name: string, scalar: GraphQLScalarType, comparing: Comparing): FieldKind => ({
  name,
  scalar,
  comparing,
});

export const KINDS = {
  boolean: kind('Boolean', GraphQLBoolean, 'boolean'),
  currency: kind('Currency', SCALARS.Currency, 'number'),
  date: kind('Date', SCALARS.Date, 'date'),
  datetime: kind('DateTime', SCALARS.DateTime, 'datetime'),
  double: kind('Double', SCALARS.Double, 'number'),
  email: kind('Email', SCALARS.Email, 'text'),
  id: kind('ID', GraphQLID, 'id'),
  int: kind('Int', GraphQLInt, 'number'),
  long: kind('Long', SCALARS.Long, 'number'),
  longTextArea: kind('LongTextArea', SCALARS.LongTextArea, 'text'),
  multipicklist: kind('MultiPicklist', SCALARS.MultiPicklist, 'multipicklist'),
  percent: kind('Percent', SCALARS.Percent, 'number'),
  phone: kind('PhoneNumber', SCALARS.PhoneNumber, 'text'),
  picklist: kind('Picklist', SCALARS.Picklist, 'text'),
  richTextArea: kind('RichTextArea', SCALARS.RichTextArea, 'text'),
  string: kind('String', GraphQLString, 'text'),
  textArea: kind('TextArea', SCALARS.TextArea, 'text'),
  url: kind('Url', SCALARS.Url, 'text'),
} as const satisfies Readonly<Record<string, FieldKind>>;

/** Texts of at most this length are plain text areas; longer ones are long. */
const TEXT_AREA_LENGTH = 255;

export function kindOf(field: FieldDefinition): FieldKind {
  switch (field.type) {
    case 'reference':
      return KINDS.id;
    case 'anyType':
      return KINDS.string;
    case 'textarea':
      if (field.html) {
        return KINDS.richTextArea;
      }
      return (field.length ?? 0) > TEXT_AREA_LENGTH ? KINDS.longTextArea : KINDS.textArea;
    default:
      return KINDS[field.type];
  }
}
