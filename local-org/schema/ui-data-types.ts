import type { FieldType } from './types.ts';

/** What the UI API calls the data types. */
export const UI_DATA_TYPES: Readonly<Record<FieldType, string>> = {
  id: 'Reference',
  string: 'String',
  textarea: 'TextArea',
  boolean: 'Boolean',
  int: 'Int',
  double: 'Double',
  currency: 'Currency',
  percent: 'Percent',
  date: 'Date',
  datetime: 'DateTime',
  picklist: 'Picklist',
  multipicklist: 'MultiPicklist',
  reference: 'Reference',
  email: 'Email',
  phone: 'Phone',
  url: 'Url',
  anyType: 'String',
};
