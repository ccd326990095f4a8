import type { QueryPlan, SelectedField } from '../../query/plan.ts';
import { soqlToPlan } from '../../query/run.ts';
import type { FieldDefinition, Schema } from '../../schema/types.ts';

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

/** What `query?columns=true` tells: the columns that a query's answer has, without running it. */
export function columnMetadata(schema: Schema, text: string): Record<string, unknown> {
  const plan = soqlToPlan(schema, text);
  const object = schema.object(plan.object);
  return {
    columnMetadata: columnsOf(schema, plan),
    entityName: plan.object,
    groupBy: plan.groupBy !== undefined,
    idSelected: plan.fields.some(({ path }) => path.length === 1 && path[0] === 'Id'),
    keyPrefix: object?.keyPrefix ?? null,
  };
}

function columnsOf(schema: Schema, plan: QueryPlan): Column[] {
  const columns: Column[] = [];
  let unnamed = 0;
  for (const selected of plan.fields) {
    if (selected.aggregate !== undefined || selected.function !== undefined) {
      const name = selected.alias ?? `expr${unnamed++}`;
      columns.push(column(name, findField(schema, plan.object, selected.path), { aggregate: true }));
    } else {
      addAlongPath(schema, plan.object, selected, columns);
    }
  }
  for (const { relationshipName, alias, plan: childPlan } of plan.children) {
    const joinColumns = columnsOf(schema, childPlan);
    columns.push(column(alias ?? relationshipName, undefined, { aggregate: true, joinColumns }));
  }
  return columns;
}

/** A parent's columns stand below a column named after the relationship. */
function addAlongPath(schema: Schema, object: string, selected: SelectedField, columns: Column[]): void {
  const name = selected.alias ?? selected.path.join('.');
  if (selected.path.length === 1) {
    columns.push(column(name, schema.field(object, name), {}));
    return;
  }
  const [relationship = '', ...rest] = selected.path;
  const reference = schema.parent(object, relationship);
  const below: Column[] = [];
  addAlongPath(schema, reference?.referenceTo[0] ?? '', { path: rest }, below);
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

function findField(schema: Schema, object: string, path: readonly string[]): FieldDefinition | undefined {
  const [name = '', ...rest] = path;
  if (rest.length === 0) {
    return schema.field(object, name);
  }
  return findField(schema, schema.parent(object, name)?.referenceTo[0] ?? '', rest);
}

function column(
  name: string,
  field: FieldDefinition | undefined,
  facts: { aggregate?: boolean; joinColumns?: readonly Column[]; foreignKeyName?: string | null },
): Column {
  const type = field?.type ?? 'string';
  const numberType = NUMBERS.has(type) || (facts.aggregate === true && facts.joinColumns === undefined);
  return {
    aggregate: facts.aggregate ?? false,
    apexType: facts.joinColumns === undefined ? apexTypeOf(type) : 'complexvalue',
    booleanType: type === 'boolean',
    columnName: name,
    custom: field?.custom ?? false,
    displayName: name,
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
