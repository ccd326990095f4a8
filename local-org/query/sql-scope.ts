import type { SqlFragment } from '../security/types.ts';
import { compileFieldFormula } from '../schema/formula/compile-field.ts';
import type { FormulaScope } from '../schema/formula/types.ts';
import type { FieldDefinition, ObjectDefinition } from '../schema/types.ts';
import type { JoinedTables, Place } from './joined-tables.ts';
import { NAME_RELATIONSHIPS, isNameField } from './name-object.ts';
import type { FieldPath } from './plan.ts';
import { rollupSql } from './rollup.ts';
import { columnOf, joinSql, sql } from './sql.ts';

/** What a formula may ask besides fields. `today` and `now` are in stored form. */
export interface Evaluation {
  readonly today: string;
  readonly now: string;
  /** `$User.Name`: a field of the person for whom the formula is evaluated. */
  userField?(name: string): SqlFragment;
  /** `$Permission.Name`: a custom permission of that person. */
  hasPermission?(name: string): boolean;
}

/** A record's state before a write, for validation rules. */
export interface Change {
  prior(fieldName: string): SqlFragment;
  readonly isNew: SqlFragment;
}

/** A field that a path leads to. */
export interface ResolvedField {
  readonly sql: SqlFragment;
  readonly field: FieldDefinition;
  /** The object that has the field; `Name` where the relationship leads to several objects. */
  readonly object: string;
  /** The path in the schema's own spelling. */
  readonly path: FieldPath;
  /** True for a stored column, which carries its collation and may be indexed. */
  readonly stored: boolean;
}

/** A parent that a path passes through. */
export interface ResolvedParent {
  /** Its id; null where there is none that the actor may see. */
  readonly id: SqlFragment;
  /** Undefined where the relationship leads to records of several objects. */
  readonly object: string | undefined;
  readonly path: FieldPath;
}

/** The parent that a path's relationships lead to: one table, or one for each object that a polymorphic one names. */
interface Stop {
  readonly places: readonly Place[];
  readonly polymorphic: boolean;
  readonly path: FieldPath;
}

/** A path that leads nowhere for this actor, in the platform's words. */
export class PathError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PathError';
  }
}

const POINTER = 'Please reference your WSDL or the describe call for the appropriate names.';

/**
 * Turns field paths into SQL, seen from one table of a statement. Reading a path adds the joins that it needs to the
 * statement's tables. A formula's fields are read in an open scope: the platform evaluates formulas whatever their
 * reader may see.
 *
 * @example
 * const tables = new JoinedTables(schema, aliasSequence());
 * const scope = new SqlScope(tables, { object, alias: 'r', root: true }, { evaluation });
 * const condition = compiled.toSql(scope);
 * db.prepare(`SELECT r."Id" FROM "Opportunity" r ${tables.toSql().sql} WHERE ${condition.sql}`)
 */
export class SqlScope implements FormulaScope {
  readonly #tables: JoinedTables;
  readonly #place: Place;
  readonly #restricted: boolean;
  readonly #evaluation: Evaluation;
  readonly prior?: (fieldName: string) => SqlFragment;
  readonly isNew?: SqlFragment;
  readonly userField?: (name: string) => SqlFragment;
  readonly hasPermission?: (name: string) => boolean;

  constructor(
    tables: JoinedTables,
    place: Place,
    options: { evaluation: Evaluation; restricted?: boolean; change?: Change },
  ) {
    const { evaluation, change } = options;
    this.#tables = tables;
    this.#place = place;
    this.#restricted = options.restricted ?? false;
    this.#evaluation = evaluation;
    if (change) {
      this.prior = (name) => change.prior(name);
      this.isNew = change.isNew;
    }
    if (evaluation.userField) this.userField = evaluation.userField.bind(evaluation);
    if (evaluation.hasPermission) this.hasPermission = evaluation.hasPermission.bind(evaluation);
  }

  get today(): string {
    return this.#evaluation.today;
  }

  get now(): string {
    return this.#evaluation.now;
  }

  /** SQL for the field at the end of `path`. @throws PathError when there is none. */
  column(path: FieldPath): SqlFragment {
    return this.resolve(path).sql;
  }

  /** The field at the end of `path`. @throws PathError when there is none that the actor may read. */
  resolve(path: FieldPath): ResolvedField {
    const stop = this.#walk(path.slice(0, -1));
    const name = path.at(-1) ?? '';
    return stop.polymorphic ? this.#nameField(stop, name) : this.#fieldOf(stop, name);
  }

  /** The record that these relationships lead to. @throws PathError when the actor has no such relationship. */
  parent(relationships: FieldPath): ResolvedParent {
    const { places, polymorphic, path } = this.#walk(relationships);
    const object = polymorphic || places.length !== 1 ? undefined : places[0]?.object.name;
    return { id: firstOf(places.map((place) => columnOf(place.alias, 'Id'))), object, path };
  }

  /** A scope seen from one of the objects that a polymorphic relationship leads to. @throws PathError */
  branch(relationshipName: string, object: string): { scope: SqlScope; objectName: string } {
    const place = this.#walk([relationshipName]).places.find(
      (each) => each.object.name.toLowerCase() === object.toLowerCase(),
    );
    if (!place) throw unknownRelationship(relationshipName);
    const scope = new SqlScope(this.#tables, place, { evaluation: this.#evaluation, restricted: this.#restricted });
    return { scope, objectName: place.object.name };
  }

  #walk(relationships: FieldPath): Stop {
    let stop: Stop = { places: [this.#place], polymorphic: false, path: [] };
    relationships.forEach((name, index) => {
      const own = index === 0 && name.toLowerCase() === this.#place.object.name.toLowerCase();
      if (own && !this.#reference(this.#place, name)) return;
      stop = this.#step(stop, name);
    });
    return stop;
  }

  /** Formulas may choose one object of a polymorphic relationship: `Owner:User`. */
  #step(stop: Stop, step: string): Stop {
    const [name = step, chosen] = step.split(':');
    const places: Place[] = [];
    let polymorphic = false;
    let spelling = name;
    for (const place of stop.places) {
      const reference = this.#reference(place, name);
      if (!reference || (stop.polymorphic && !NAME_RELATIONSHIPS.has(name.toLowerCase()))) continue;
      spelling = reference.relationshipName ?? name;
      polymorphic ||= reference.referenceTo.length > 1 && chosen === undefined;
      for (const target of this.#targets(reference)) {
        if (chosen !== undefined && target.name.toLowerCase() !== chosen.toLowerCase()) continue;
        places.push(this.#tables.reach(place, reference, target, this.#restricted));
      }
    }
    if (places.length === 0) throw unknownRelationship(name);
    return { places, polymorphic, path: [...stop.path, spelling] };
  }

  #targets(reference: FieldDefinition): ObjectDefinition[] {
    const { access, schema } = this.#tables;
    return reference.referenceTo.flatMap((name) => {
      const target = schema.object(name);
      if (!target) return [];
      return this.#restricted && access?.object(target.name).read === false ? [] : [target];
    });
  }

  #reference(place: Place, relationshipName: string): FieldDefinition | undefined {
    const reference = this.#tables.schema.parent(place.object.name, relationshipName);
    return reference && this.#readable(place, reference) ? reference : undefined;
  }

  #readable(place: Place, field: FieldDefinition): boolean {
    return !this.#restricted || this.#tables.access?.fieldReadable(place.object.name, field.name) !== false;
  }

  #field(place: Place, name: string): FieldDefinition | undefined {
    const field = this.#tables.schema.field(place.object.name, name);
    return field && this.#readable(place, field) ? field : undefined;
  }

  #fieldOf(stop: Stop, name: string): ResolvedField {
    const found = stop.places.flatMap((place) => {
      const field = this.#field(place, name);
      return field ? [{ place, field }] : [];
    });
    const [first] = found;
    const [place] = stop.places;
    if (!first) throw unknownColumn(name, place?.object.name ?? '');
    return {
      sql: firstOf(found.map((each) => this.#value(each.place, each.field))),
      field: first.field,
      object: first.place.object.name,
      path: [...stop.path, first.field.name],
      stored: found.length === 1 && isStored(first.field),
    };
  }

  #nameField(stop: Stop, name: string): ResolvedField {
    const [first] = stop.places;
    if (first && name.toLowerCase() === 'type') {
      const cases = stop.places.map(
        ({ alias, object }) => sql`WHEN ${columnOf(alias, 'Id')} IS NOT NULL THEN ${object.name}`,
      );
      const field = this.#tables.schema.field(first.object.name, 'Name');
      if (field) {
        const type: FieldDefinition = { ...field, name: 'Type', label: 'Type', type: 'string', nameField: false };
        const value = sql`CASE ${joinSql(cases, ' ')} END`;
        return { sql: value, field: type, object: 'Name', path: [...stop.path, 'Type'], stored: false };
      }
    }
    const places = stop.places.filter((place) => isNameField(name) && this.#field(place, name));
    if (places.length === 0) throw unknownColumn(name, 'Name');
    return { ...this.#fieldOf({ ...stop, places }, name), object: 'Name', stored: false };
  }

  #value(place: Place, field: FieldDefinition): SqlFragment {
    if (isStored(field)) return columnOf(place.alias, field.name);
    const value = field.rollup
      ? rollupSql(this.#tables, place, field.rollup, this.#evaluation)
      : this.#formula(place, field);
    if (place.root) return value;
    return sql`CASE WHEN ${columnOf(place.alias, 'Id')} IS NULL THEN NULL ELSE ${value} END`;
  }

  #formula(place: Place, field: FieldDefinition): SqlFragment {
    const open = new SqlScope(this.#tables, place, { evaluation: this.#evaluation });
    const value = compileFieldFormula(this.#tables.schema, place.object.name, field).toSql(open);
    return field.type === 'boolean' ? sql`COALESCE(${value}, 0)` : sql`(${value})`;
  }
}

function isStored(field: FieldDefinition): boolean {
  return field.formula === undefined && field.rollup === undefined;
}

function firstOf(values: readonly SqlFragment[]): SqlFragment {
  const [first] = values;
  return values.length === 1 && first ? first : sql`COALESCE(${joinSql(values, ', ')})`;
}

function unknownColumn(name: string, object: string): PathError {
  return new PathError(
    `No such column '${name}' on entity '${object}'. If you are attempting to use a custom field, ` +
      `be sure to append the '__c' after the custom field name. ${POINTER}`,
  );
}

function unknownRelationship(name: string): PathError {
  return new PathError(
    `Didn't understand relationship '${name}' in field path. If you are attempting to use a custom relationship, ` +
      `be sure to append the '__r' after the custom relationship name. ${POINTER}`,
  );
}
