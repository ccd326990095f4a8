import { isAggregate } from '../../query/aggregate-query.ts';
import type { QueryPlan, SelectedField } from '../../query/plan.ts';
import { soqlToPlan } from '../../query/run.ts';
import type { FieldDefinition, Schema } from '../../schema/types.ts';
import type { Access } from '../../security/types.ts';

interface Column {
  readonly aggregate: boolean;
  readonly apexType: string;
  readonly booleanType: boolean;
  readonly columnName: string;
  readonly custom: boolean;
  readonly displayName: string;
  readonly foreignKeyName: string | null;
  readonly insertable: boolean;
  readonly joinColumns: readonly Column[];
  readonly numberType: boolean;
  readonly textType: boolean;
  readonly updatable: boolean;
}

const NUMBERS: ReadonlySet<string> = new Set(['int', 'double', 'currency', 'percent']);

/** The schema as one person sees it. */
interface Sight {
  readonly schema: Schema;
  readonly access: Access;
}

/**
 * What `query?columns=true` tells: the columns that a query's answer has, without running it. A field that the person
 * may not read looks like one that is not there.
 */
export function columnMetadata(sight: Sight, text: string): Record<string, unknown> {
  const plan = soqlToPlan(sight.schema, text);
  const object = sight.access.object(plan.object).read ? sight.schema.object(plan.object) : undefined;
  return {
    columnMetadata: columnsOf(sight, plan),
    entityName: plan.object,
    groupBy: plan.groupBy !== undefined,
    idSelected: plan.fields.some(({ path }) => path.length === 1 && path[0] === 'Id'),
    keyPrefix: object?.keyPrefix ?? null,
  };
}

function columnsOf(sight: Sight, plan: QueryPlan): Column[] {
  const columns: Column[] = [];
  const isFlat = isAggregate(plan);
  let unnamed = 0;
  for (const selected of plan.fields) {
    if (selected.aggregate !== undefined || selected.function !== undefined) {
      const name = selected.alias ?? `expr${unnamed++}`;
      const field = findField(sight, plan.object, selected.path);
      columns.push(column(name, field, { aggregate: true, displayName: callOf(selected) }));
    } else if (isFlat) {
      // The rows of an aggregate are flat: a parent's field stands under its own name.
      const field = findField(sight, plan.object, selected.path);
      columns.push(column(selected.alias ?? selected.path.at(-1) ?? '', field, {}));
    } else {
      addAlongPath(sight, plan.object, selected, columns);
    }
  }
  for (const { relationshipName, alias, plan: childPlan } of plan.children) {
    const joinColumns = columnsOf(sight, childPlan);
    columns.push(column(alias ?? relationshipName, undefined, { aggregate: true, joinColumns }));
  }
  return columns;
}

/** What is computed, as the platform shows it: `count(Id)`, `max(Account.Name)`. */
function callOf({ aggregate, function: applied, path }: SelectedField): string {
  const inner = path.join('.');
  const value = applied === undefined ? inner : `${applied.toLowerCase()}(${inner})`;
  return aggregate === undefined ? value : `${aggregate}(${value})`;
}

/** A parent's columns stand below a column named after the relationship. */
function addAlongPath(sight: Sight, object: string, selected: SelectedField, columns: Column[]): void {
  const name = selected.alias ?? selected.path.join('.');
  if (selected.path.length === 1) {
    columns.push(column(name, findField(sight, object, selected.path), {}));
    return;
  }
  const [relationship = '', ...rest] = selected.path;
  const reference = parentOf(sight, object, relationship);
  const below: Column[] = [];
  addAlongPath(sight, reference?.referenceTo[0] ?? '', { path: rest }, below);
  const index = columns.findIndex(
    ({ columnName, joinColumns }) => columnName === relationship && joinColumns.length > 0,
  );
  const known = columns[index];
  if (known === undefined) {
    columns.push(column(relationship, undefined, { joinColumns: below, foreignKeyName: reference?.name ?? null }));
  } else {
    columns[index] = { ...known, joinColumns: [...known.joinColumns, ...below] };
  }
}

function findField(sight: Sight, object: string, path: readonly string[]): FieldDefinition | undefined {
  const [name = '', ...rest] = path;
  if (rest.length > 0) {
    return findField(sight, parentOf(sight, object, name)?.referenceTo[0] ?? '', rest);
  }
  return readable(sight, object, sight.schema.field(object, name));
}

function parentOf(sight: Sight, object: string, relationship: string): FieldDefinition | undefined {
  return readable(sight, object, sight.schema.parent(object, relationship));
}

function readable({ access }: Sight, object: string, field: FieldDefinition | undefined): FieldDefinition | undefined {
  return field !== undefined && access.fieldReadable(object, field.name) ? field : undefined;
}

function column(
  name: string,
  field: FieldDefinition | undefined,
  facts: {
    aggregate?: boolean;
    displayName?: string;
    joinColumns?: readonly Column[];
    foreignKeyName?: string | null;
  },
): Column {
  const type = field?.type ?? 'string';
  const numberType = NUMBERS.has(type) || (facts.aggregate === true && facts.joinColumns === undefined);
  return {
    aggregate: facts.aggregate ?? false,
    apexType: facts.joinColumns === undefined ? apexTypeOf(type) : 'complexvalue',
    booleanType: type === 'boolean',
    columnName: name,
    custom: field?.custom ?? false,
    displayName: facts.displayName ?? name,
    foreignKeyName: facts.foreignKeyName ?? null,
    insertable: field?.createable ?? false,
    joinColumns: facts.joinColumns ?? [],
    numberType,
    textType: !numberType && type !== 'boolean',
    updatable: field?.updateable ?? false,
  };
}

function apexTypeOf(type: string): string {
  const names: Readonly<Record<string, string>> = {
    id: 'Id',
    reference: 'Id',
    boolean: 'Boolean',
    int: 'Integer',
    date: 'Date',
    datetime: 'Datetime',
  };
  return names[type] ?? (NUMBERS.has(type) ? 'Double' : 'String');
}
