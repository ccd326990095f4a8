import type { FieldDefinition } from '../schema/types.ts';
import type { SqlFragment } from '../security/types.ts';
import { cellFormat } from './cell-format.ts';
import { dateFunction } from './date-function.ts';
import type { FieldGroup, SelectedField, TypeSelection } from './plan.ts';
import type { PlanScope } from './plan-scope.ts';
import type { Entry, RecordShape } from './shape.ts';
import { columnOf } from './sql.ts';
import { PathError, type SqlScope } from './sql-scope.ts';

/** The columns of a statement, each selected once. */
export class ColumnList {
  readonly columns: SqlFragment[] = [];
  readonly #known = new Map<string, number>();

  /** The column's place. */
  add(fragment: SqlFragment): number {
    const key = JSON.stringify([fragment.sql, fragment.parameters]);
    let index = this.#known.get(key);
    if (index === undefined) {
      index = this.columns.push(fragment) - 1;
      this.#known.set(key, index);
    }
    return index;
  }
}

interface OpenShape extends RecordShape {
  readonly entries: Entry[];
  readonly parents: Map<string, OpenShape>;
  readonly keys: Set<string>;
}

/** Turns what a plan selects into columns and the shape of its records. */
export class Selection {
  readonly #scope: PlanScope;
  readonly #columns: ColumnList;

  constructor(scope: PlanScope, columns: ColumnList) {
    this.#scope = scope;
    this.#columns = columns;
  }

  /** The shape of the plan's records; children are not part of it. */
  shape(): RecordShape {
    const { plan, place, object, paths } = this.#scope;
    const root = openShape(this.#columns.add(columnOf(place.alias, 'Id')), object.name);
    for (const field of plan.fields) this.#addField(root, paths, field);
    for (const field of groupedFields(this.#scope, plan.fieldGroups ?? [])) {
      this.#addField(root, paths, { path: [field.name], at: plan.at });
    }
    for (const typed of plan.typeBranches ?? []) root.entries.push(this.#typed(typed));
    return root;
  }

  #addField(root: OpenShape, paths: SqlScope, field: SelectedField): void {
    if (field.function !== undefined && dateFunction(field.function)) {
      this.#scope.fail('MALFORMED_QUERY', `Field must be grouped or aggregated: ${field.path.at(-1) ?? ''}`, field.at);
    }
    const expression = this.#scope.expression(field, paths);
    const { length } = expression.path;
    // The plan's own steps, which may choose an object of a polymorphic relationship (`Owner:User`).
    const steps = field.path.slice(-length, -1);
    const shape = this.#parentShape(root, paths, expression.path.slice(0, -1), steps);
    const key = field.alias ?? expression.path.at(-1) ?? '';
    if (shape.keys.has(key)) {
      this.#scope.fail('MALFORMED_QUERY', `duplicate field selected: ${expression.path.join('.')}`, field.at);
    }
    shape.keys.add(key);
    const column = this.#columns.add(expression.sql);
    const convert = cellFormat(expression, this.#scope.context.timeZone);
    shape.entries.push({ kind: 'value', key, column, convert });
  }

  #parentShape(
    root: OpenShape,
    paths: SqlScope,
    relationships: readonly string[],
    steps: readonly string[],
  ): OpenShape {
    let shape = root;
    relationships.forEach((name, index) => {
      let next = shape.parents.get(name);
      if (!next) {
        const parent = paths.parent(steps.slice(0, index + 1));
        next = openShape(this.#columns.add(parent.id), parent.object);
        shape.parents.set(name, next);
        shape.keys.add(name);
        shape.entries.push({ kind: 'parent', key: name, shape: next });
      }
      shape = next;
    });
    return shape;
  }

  #typed(typed: TypeSelection): Entry {
    const { paths } = this.#scope;
    try {
      const parent = paths.parent([typed.relationshipName]);
      const idColumn = this.#columns.add(parent.id);
      const branches = new Map<string, readonly Entry[]>();
      for (const { object, fields } of typed.branches) {
        const { scope, objectName } = paths.branch(typed.relationshipName, object);
        const shape = openShape(idColumn, objectName);
        for (const field of fields) this.#addField(shape, scope, field);
        branches.set(objectName, shape.entries);
      }
      const rest = openShape(idColumn, undefined);
      for (const field of typed.otherwise) {
        this.#addField(rest, paths, { ...field, path: [typed.relationshipName, ...field.path] });
      }
      const otherwise = rest.entries.flatMap((entry) => (entry.kind === 'parent' ? entry.shape.entries : []));
      return { kind: 'typed', key: parent.path.at(-1) ?? typed.relationshipName, idColumn, branches, otherwise };
    } catch (error) {
      if (error instanceof PathError) return this.#scope.fail('INVALID_FIELD', error.message, typed.at);
      throw error;
    }
  }
}

function openShape(idColumn: number, object: string | undefined): OpenShape {
  return { idColumn, object, entries: [], parents: new Map(), keys: new Set() };
}

/** The fields behind `FIELDS(ALL)` and its kin: those that the actor may read. */
function groupedFields(scope: PlanScope, groups: readonly FieldGroup[]): FieldDefinition[] {
  const { object, context } = scope;
  return groups.flatMap((group) =>
    object.fields.filter(({ name, custom }) => {
      const wanted = group === 'all' || (group === 'custom') === custom;
      return wanted && context.access.fieldReadable(object.name, name);
    }),
  );
}
