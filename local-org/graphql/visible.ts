import type { ChildRelationship, FieldDefinition, ObjectDefinition, Schema } from '../schema/types.ts';
import type { Access } from '../security/types.ts';

/** The part of a schema that one actor sees through the UI API. */
export class VisibleSchema {
  readonly schema: Schema;
  readonly access: Access;
  readonly objects: readonly ObjectDefinition[];
  readonly #names: ReadonlySet<string>;

  constructor(schema: Schema, access: Access) {
    this.schema = schema;
    this.access = access;
    this.objects = schema.objects.filter(({ name, uiApi }) => uiApi && access.object(name).read);
    this.#names = new Set(this.objects.map(({ name }) => name));
  }

  object(name: string): ObjectDefinition | undefined {
    return this.#names.has(name) ? this.schema.object(name) : undefined;
  }

  /** Readable fields besides `Id`, which every record has. */
  fields(object: ObjectDefinition): readonly FieldDefinition[] {
    return object.fields.filter(({ name }) => name !== 'Id' && this.access.fieldReadable(object.name, name));
  }

  /** Objects that a reference may lead this actor to. */
  targets(field: FieldDefinition): readonly ObjectDefinition[] {
    return field.referenceTo.flatMap((name) => this.object(name) ?? []);
  }

  /** Ways down to objects and reference fields that the actor sees. */
  children(object: ObjectDefinition): readonly ChildRelationship[] {
    return this.schema
      .childRelationships(object.name)
      .filter(
        ({ childObject, field }) => this.#names.has(childObject) && this.access.fieldReadable(childObject, field.name),
      );
  }

  /** A text that is equal for two actors exactly when they see the same, so that they can share what is made of it. */
  signature(): string {
    return this.objects
      .map((object) => {
        const { create, edit, delete: remove } = this.access.object(object.name);
        const fields = this.fields(object).map(
          ({ name }) => name + (this.access.fieldEditable(object.name, name) ? '*' : ''),
        );
        return `${object.name}(${create}${edit}${remove}):${fields.join(',')}`;
      })
      .join(';');
  }
}
