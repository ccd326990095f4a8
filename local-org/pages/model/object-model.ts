import type { MetadataStore } from '../../org.ts';
import type { ObjectDefinition, Schema } from '../../schema/types.ts';
import type { Access } from '../../security/types.ts';
import { motifIcon } from './application.ts';
import { listColumns, nameFieldOf, relatedColumns } from './columns.ts';
import { defaultSections, layoutRelatedLists, layoutSections } from './layout.ts';
import { standardIcon } from './object-icons.ts';
import type { ObjectModel, RelatedListModel } from './types.ts';
import { componentXml, textOf, type XmlNode } from './xml.ts';

const DEFAULT_HIGHLIGHTS: Readonly<Record<string, readonly string[]>> = {
  Opportunity: ['AccountId', 'CloseDate', 'Amount', 'OwnerId'],
  Account: ['Type', 'Phone', 'Website', 'OwnerId'],
  User: ['Title', 'UserRoleId', 'ManagerId', 'Email'],
};

/** The related lists of standard objects' pages, as the platform ships them. */
const DEFAULT_RELATED: Readonly<Record<string, readonly string[]>> = {
  Opportunity: ['OpportunityContactRoles', 'OpportunityLineItems'],
  Account: ['Contacts', 'Opportunities'],
  Contact: ['Opportunities'],
};

/** Everything the shell shows about one object to one person. */
export function objectModel(
  schema: Schema,
  access: Access,
  metadata: MetadataStore,
  object: ObjectDefinition,
  assigned: { readonly page: string | undefined; readonly phonePage: string | undefined },
): ObjectModel {
  const { page, phonePage } = assigned;
  const layout = layoutOf(metadata, object.name);
  const deployed = layout === undefined ? [] : layoutSections(layout);
  const nameField = nameFieldOf(object);
  const highlights = object.compactLayout.filter((name) => name !== nameField);
  return {
    apiName: object.name,
    label: object.label,
    labelPlural: object.labelPlural,
    keyPrefix: object.keyPrefix,
    icon: iconOf(metadata, object),
    nameField,
    owned: schema.field(object.name, 'OwnerId') !== undefined,
    highlights: highlights.length > 0 ? highlights : (DEFAULT_HIGHLIGHTS[object.name] ?? []),
    sections: deployed.length > 0 ? deployed : defaultSections(object),
    listColumns: listColumns(schema, access, object),
    relatedLists: relatedLists(schema, access, object, layout),
    ...(page === undefined ? {} : { page }),
    ...(phonePage === undefined ? {} : { phonePage }),
  };
}

function layoutOf(metadata: MetadataStore, object: string): XmlNode | undefined {
  const layout = metadata.list('Layout').find(({ fullName }) => decodeURIComponent(fullName).startsWith(`${object}-`));
  return layout === undefined ? undefined : componentXml(layout);
}

function iconOf(metadata: MetadataStore, object: ObjectDefinition): string {
  const tab = object.custom ? metadata.get('CustomTab', object.name) : undefined;
  return tab === undefined ? standardIcon(object.name) : motifIcon(textOf(componentXml(tab), 'motif'));
}

/** The lists of the deployed layout, else the standard ones; of a custom object without a layout, its details. */
function relatedLists(
  schema: Schema,
  access: Access,
  object: ObjectDefinition,
  layout: XmlNode | undefined,
): RelatedListModel[] {
  const listed = layout === undefined ? [] : layoutRelatedLists(layout);
  const first = new Set(DEFAULT_RELATED[object.name]);
  return schema
    .childRelationships(object.name)
    .filter(({ childObject }) => access.object(childObject).read)
    .flatMap(({ name, childObject, field }) => {
      const child = schema.object(childObject);
      if (child === undefined || name === '') return [];
      const shown = listed.includes(`${childObject}.${field.name}`) || first.has(name) || field.masterDetail;
      return shown ? [{ name, child, field }] : [];
    })
    .map(({ name, child, field }) => ({
      relationshipName: name,
      label: child.labelPlural,
      objectApiName: child.name,
      foreignKey: field.name,
      columns: relatedColumns(schema, access, child, field.name),
    }));
}
