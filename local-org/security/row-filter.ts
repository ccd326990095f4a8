import type { FieldDefinition, ObjectDefinition, Schema } from '../schema/types.ts';
import { quote } from '../store/sql-database.ts';
import type { Grants } from './grants.ts';
import { historyFilter } from './history-filter.ts';
import type { OrgAccess, RecordRight } from './org-access.ts';
import type { SqlFragment } from './types.ts';

interface FilterContext {
  readonly schema: Schema;
  readonly grants: Grants;
  readonly access: OrgAccess;
}

const NOTHING: SqlFragment = { sql: '0', parameters: [] };

/**
 * SQL that is true for the rows of `object` (aliased `alias`) that the actor has this right to; undefined is every row.
 * The widest that holds decides: view or modify all, the org-wide default, ownership and the roles above it, masters.
 * Whatever it is, a history does not show what became of a field that the actor may not read.
 */
export function rowFilter(
  context: FilterContext,
  object: string,
  alias: string,
  right: RecordRight,
): SqlFragment | undefined {
  const shared = sharingFilter(context, object, alias, right);
  const readable = historyFilter(context.schema, context.access, object, alias);
  if (!readable || shared?.sql === NOTHING.sql) return shared;
  return shared ? allOf([shared, readable]) : readable;
}

function sharingFilter(
  context: FilterContext,
  object: string,
  alias: string,
  right: RecordRight,
): SqlFragment | undefined {
  const rights = context.access.object(object);
  const definition = context.schema.object(object);
  if (!definition || !rights.read || (right === 'edit' && !rights.edit && !rights.modifyAll)) return NOTHING;
  if (right === 'read' ? rights.viewAll : rights.modifyAll) return undefined;
  switch (definition.sharingModel) {
    case 'ControlledByParent':
      return parentFilter(context, definition, alias, right);
    case 'ReadWrite':
      return right === 'delete' ? ownerFilter(context, definition, alias) : undefined;
    case 'Read':
      return right === 'read' ? undefined : ownerFilter(context, definition, alias);
    case 'Private':
      return privateFilter(context, definition, alias, right);
  }
}

function ownerFilter({ grants }: FilterContext, definition: ObjectDefinition, alias: string): SqlFragment {
  if (!definition.fields.some(({ name }) => name === 'OwnerId')) return NOTHING;
  return among(grants.people, `${alias}."OwnerId"`);
}

/** An opportunity is shared with its team and the roles above: to read at least, to edit where the team says so. */
function teamFilters(
  { grants, schema }: FilterContext,
  definition: ObjectDefinition,
  alias: string,
  right: RecordRight,
): SqlFragment[] {
  if (definition.name !== 'Opportunity' || right === 'delete' || !schema.object('OpportunityTeamMember')) return [];
  const level = right === 'edit' ? ` AND member."OpportunityAccessLevel" IN ('Edit', 'All')` : '';
  const member = among(grants.people, 'member."UserId"');
  const sql = `EXISTS (SELECT 1 FROM "OpportunityTeamMember" member WHERE member."OpportunityId" = ${alias}."Id" AND member."IsDeleted" = 0 AND ${member.sql}${level})`;
  return [{ sql, parameters: member.parameters }];
}

/** True where a column holds one of these people's ids. */
function among(people: readonly string[], column: string): SqlFragment {
  const [self] = people;
  if (people.length === 1 && self !== undefined) return { sql: `${column} = ?`, parameters: [self] };
  return { sql: `${column} IN (SELECT value FROM json_each(?))`, parameters: [JSON.stringify(people)] };
}

/** A private record is its owner's and theirs with whom it is shared; what follows from other records is for reading. */
function privateFilter(
  context: FilterContext,
  definition: ObjectDefinition,
  alias: string,
  right: RecordRight,
): SqlFragment {
  const own = [ownerFilter(context, definition, alias), ...teamFilters(context, definition, alias, right)];
  if (right !== 'read') return anyOf(own);
  return anyOf([
    ...own,
    ...aboutFilters(context, definition, alias),
    ...accountOfOwnFilters(context, definition, alias),
  ]);
}

/** Activities are seen by whoever sees the record that they are about. */
const ACTIVITY_LINKS: Readonly<Record<string, readonly string[]>> = {
  Task: ['WhatId', 'WhoId'],
  Event: ['WhatId', 'WhoId'],
  EmailMessage: ['RelatedToId'],
};

function aboutFilters(context: FilterContext, definition: ObjectDefinition, alias: string): SqlFragment[] {
  return (ACTIVITY_LINKS[definition.name] ?? []).flatMap((name) => {
    const field = context.schema.field(definition.name, name);
    const targets = field?.referenceTo ?? [];
    return field
      ? targets.map(
          (target) => visibleParent(context, field, target, alias, 'read') ?? anyOfType(context, field, target, alias),
        )
      : [];
  });
}

/** True for rows whose reference points to a record of `target`, when all of these are visible. */
function anyOfType({ schema }: FilterContext, field: FieldDefinition, target: string, alias: string): SqlFragment {
  const prefix = schema.object(target)?.keyPrefix ?? '';
  return { sql: `substr(${alias}.${quote(field.name)}, 1, 3) = ?`, parameters: [prefix] };
}

/** The account of a contact or opportunity that one owns is visible, as the platform's implicit sharing has it. */
function accountOfOwnFilters(
  { grants, schema, access }: FilterContext,
  definition: ObjectDefinition,
  alias: string,
): SqlFragment[] {
  if (definition.name !== 'Account') return [];
  return ['Opportunity', 'Contact'].flatMap((child) => {
    if (!schema.object(child) || !access.object(child).read) return [];
    const own = among(grants.people, 'child."OwnerId"');
    const sql = `EXISTS (SELECT 1 FROM ${quote(child)} child WHERE child."AccountId" = ${alias}."Id" AND child."IsDeleted" = 0 AND ${own.sql})`;
    return [{ sql, parameters: own.parameters }];
  });
}

/** A detail follows its masters, all of them; writing it takes the edit right on a master that does not say less. */
function parentFilter(
  context: FilterContext,
  definition: ObjectDefinition,
  alias: string,
  right: RecordRight,
): SqlFragment | undefined {
  if (ACTIVITY_LINKS[definition.name]) {
    const sent = { sql: `${alias}."CreatedById" = ?`, parameters: [context.grants.userId] };
    return right === 'read' ? anyOf([sent, ...aboutFilters(context, definition, alias)]) : sent;
  }
  const masters = definition.fields.filter(({ masterDetail }) => masterDetail);
  if (masters.length === 0) return looseParentFilter(context, definition, alias, right);
  const filters = masters.flatMap((field) => {
    const parentRight = right === 'read' || field.writeRequiresMasterRead ? 'read' : 'edit';
    const filter = visibleParent(context, field, field.referenceTo[0] ?? '', alias, parentRight);
    return filter ? [filter] : [];
  });
  return allOf(filters);
}

/** A contact follows its account; one without an account is its owner's alone. */
function looseParentFilter(
  context: FilterContext,
  definition: ObjectDefinition,
  alias: string,
  right: RecordRight,
): SqlFragment | undefined {
  const field = context.schema.field(definition.name, 'AccountId');
  const own = ownerFilter(context, definition, alias);
  if (!field) return own;
  const parent = visibleParent(context, field, 'Account', alias, right === 'delete' ? 'edit' : right);
  return anyOf([own, parent ?? { sql: `${alias}."AccountId" IS NOT NULL`, parameters: [] }]);
}

/** True where the referenced record is one that the actor has the right to; undefined when that is every record. */
function visibleParent(
  context: FilterContext,
  field: FieldDefinition,
  target: string,
  alias: string,
  right: RecordRight,
): SqlFragment | undefined {
  const parentAlias = `${alias}_${field.name}_${target}`.replaceAll(/[^A-Za-z0-9_]/g, '');
  const filter = rowFilter(context, target, parentAlias, right);
  if (!filter) return undefined;
  if (filter.sql === NOTHING.sql) return NOTHING;
  return {
    sql: `EXISTS (SELECT 1 FROM ${quote(target)} ${parentAlias} WHERE ${parentAlias}."Id" = ${alias}.${quote(field.name)} AND ${filter.sql})`,
    parameters: filter.parameters,
  };
}

function allOf(filters: readonly SqlFragment[]): SqlFragment | undefined {
  if (filters.length === 0) return undefined;
  return join(filters, ' AND ');
}

function anyOf(filters: readonly SqlFragment[]): SqlFragment {
  const possible = filters.filter(({ sql }) => sql !== NOTHING.sql);
  return possible.length === 0 ? NOTHING : join(possible, ' OR ');
}

function join(filters: readonly SqlFragment[], operator: string): SqlFragment {
  const [first] = filters;
  if (filters.length === 1 && first) return first;
  return {
    sql: `(${filters.map(({ sql }) => sql).join(operator)})`,
    parameters: filters.flatMap(({ parameters }) => parameters),
  };
}
