import type { FieldDefinition, ObjectDefinition } from '../../schema/types.ts';
import type { LayoutSection } from './types.ts';
import { childrenOf, textOf, type XmlNode } from './xml.ts';

const SYSTEM_FIELDS: readonly string[] = [
  'Id',
  'IsDeleted',
  'SystemModstamp',
  'CreatedDate',
  'CreatedById',
  'LastModifiedDate',
  'LastModifiedById',
  'LastViewedDate',
  'LastReferencedDate',
];

/** The sections of a deployed page layout. */
export function layoutSections(layout: XmlNode): LayoutSection[] {
  return childrenOf(layout, 'layoutSections')
    .map((section) => ({
      label: textOf(section, 'label') ?? '',
      columns: childrenOf(section, 'layoutColumns').map((column) =>
        childrenOf(column, 'layoutItems').flatMap((item) => textOf(item, 'field') ?? []),
      ),
    }))
    .filter(({ columns }) => columns.some((column) => column.length > 0));
}

/** The child relationships that a layout lists, as `Child__c.Lookup__c`; standard lists by their own names. */
export function layoutRelatedLists(layout: XmlNode): string[] {
  return childrenOf(layout, 'relatedLists').flatMap((list) => textOf(list, 'relatedList') ?? []);
}

/** What the standard objects' pages show until somebody deploys a layout. */
const STANDARD_LAYOUTS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  Opportunity: [
    ['Name', 'AccountId', 'Type', 'LeadSource', 'OwnerId', 'NextStep'],
    ['StageName', 'CloseDate', 'Amount', 'Probability', 'ForecastCategoryName', 'CampaignId'],
  ],
  Account: [
    ['Name', 'ParentId', 'Type', 'Industry', 'OwnerId'],
    ['Phone', 'Website', 'AnnualRevenue', 'NumberOfEmployees', 'BillingCity', 'BillingCountry'],
  ],
  Contact: [
    ['Name', 'AccountId', 'Title', 'Department', 'OwnerId'],
    ['Phone', 'MobilePhone', 'Email', 'ReportsToId', 'LeadSource'],
  ],
  User: [
    ['Name', 'Title', 'UserRoleId', 'ManagerId', 'Department'],
    ['Email', 'Phone', 'Username', 'TimeZoneSidKey', 'IsActive'],
  ],
};

/** A sensible layout for an object without a deployed one: its main fields, its custom fields, who touched it when. */
export function defaultSections(object: ObjectDefinition): LayoutSection[] {
  const has = (name: string): boolean => object.fields.some((field) => field.name === name);
  const standard = STANDARD_LAYOUTS[object.name]?.map((column) => column.filter(has));
  const main =
    standard ?? inTwoColumns(object.fields.filter((field) => isShown(field) && (object.custom || !field.custom)));
  const extra = object.custom ? [] : object.fields.filter((field) => field.custom && isShown(field));
  const description =
    has('Description') && standard !== undefined ? [{ label: 'Description', columns: [['Description']] }] : [];
  const system = [['CreatedById', 'CreatedDate'].filter(has), ['LastModifiedById', 'LastModifiedDate'].filter(has)];
  return [
    { label: `${object.label} Information`, columns: main },
    { label: 'Additional Information', columns: inTwoColumns(extra) },
    ...description,
    { label: 'System Information', columns: system },
  ].filter(({ columns }) => columns.some((column) => column.length > 0));
}

/** Keys for imports are for machines. */
function isShown({ name, type, externalId }: FieldDefinition): boolean {
  return type !== 'id' && !externalId && !SYSTEM_FIELDS.includes(name);
}

function inTwoColumns(fields: readonly FieldDefinition[]): string[][] {
  const names = fields.map(({ name }) => name);
  const half = Math.ceil(names.length / 2);
  return names.length === 0 ? [] : [names.slice(0, half), names.slice(half)];
}
