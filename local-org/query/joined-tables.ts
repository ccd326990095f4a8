import type { Access, SqlFragment } from '../security/types.ts';
import type { FieldDefinition, ObjectDefinition, Schema } from '../schema/types.ts';
import { allOf, columnOf, identifier, joinSql, raw, sql } from './sql.ts';

/** One table of a statement, under its alias. */
export interface Place {
  readonly object: ObjectDefinition;
  readonly alias: string;
  /** The table that the statement is about; others are joined and may hold no row. */
  readonly root: boolean;
}

/** Hands out table aliases that are unique within a statement. */
export interface AliasSequence {
  next(): string;
}

export function aliasSequence(): AliasSequence {
  let count = 0;
  return { next: () => `t${count++}` };
}

/** The parents that a statement's paths pass through, each joined once. */
export class JoinedTables {
  readonly schema: Schema;
  readonly aliases: AliasSequence;
  readonly #access: Access | undefined;
  readonly #withDeleted: boolean;
  readonly #places = new Map<string, Place>();
  readonly #joins: SqlFragment[] = [];

  /** Without `access`, nothing is hidden. */
  constructor(schema: Schema, aliases: AliasSequence, options: { access?: Access; withDeleted?: boolean } = {}) {
    this.schema = schema;
    this.aliases = aliases;
    this.#access = options.access;
    this.#withDeleted = options.withDeleted ?? true;
  }

  get access(): Access | undefined {
    return this.#access;
  }

  /**
   * The `target` that `reference` of `from` points to. A restricted join holds only rows that the actor may see; an
   * open one, as formulas use it, holds every row.
   */
  reach(from: Place, reference: FieldDefinition, target: ObjectDefinition, restricted: boolean): Place {
    const name = `${from.alias}.${reference.name}.${target.name}`;
    const known = this.#places.get(`${restricted ? 'restricted' : 'open'}.${name}`);
    if (known) return known;
    const place: Place = { object: target, alias: this.aliases.next(), root: false };
    const visibility = restricted ? this.#visibility(place) : [];
    // The parent's id stands on the left: its collation decides, and so the primary key can be used.
    const link = sql`${columnOf(place.alias, 'Id')} = ${columnOf(from.alias, reference.name)}`;
    const on = allOf([link, ...visibility]);
    this.#joins.push(sql`LEFT JOIN ${raw(`${identifier(target.name)} ${place.alias}`)} ON ${on}`);
    if (visibility.length === 0) this.#places.set(`open.${name}`, place);
    if (restricted) this.#places.set(`restricted.${name}`, place);
    return place;
  }

  /** The joins, in the order in which they depend on each other. */
  toSql(): SqlFragment {
    return joinSql(this.#joins, ' ');
  }

  #visibility(place: Place): SqlFragment[] {
    const conditions: SqlFragment[] = [];
    if (!this.#withDeleted && this.schema.field(place.object.name, 'IsDeleted')) {
      conditions.push(sql`${columnOf(place.alias, 'IsDeleted')} = 0`);
    }
    const filter = this.#access?.rowFilter(place.object.name, place.alias, 'read');
    if (filter) conditions.push(sql`(${filter})`);
    return conditions;
  }
}
