import type { ChildRelationship, FieldDefinition, ObjectDefinition, Schema } from './types.ts';

interface ObjectIndex {
  readonly definition: ObjectDefinition;
  readonly fields: ReadonlyMap<string, FieldDefinition>;
  readonly parents: ReadonlyMap<string, FieldDefinition>;
  readonly children: Map<string, ChildRelationship>;
}

/** A schema over these objects, indexed by name without regard to case. A later object replaces an earlier namesake. */
export function createSchema(objects: readonly ObjectDefinition[]): Schema {
  const index = new Map(objects.map((object) => [object.name.toLowerCase(), indexObject(object)]));
  const byPrefix = new Map<string, ObjectDefinition>();
  for (const { definition } of index.values()) {
    byPrefix.set(definition.keyPrefix, definition);
    for (const field of definition.fields) {
      const name = field.childRelationshipName;
      if (name === undefined) continue;
      for (const parent of field.referenceTo) {
        const child: ChildRelationship = { name, childObject: definition.name, field };
        index.get(parent.toLowerCase())?.children.set(name.toLowerCase(), child);
      }
    }
  }
  const find = (name: string): ObjectIndex | undefined => index.get(name.toLowerCase());
  const definitions = [...index.values()].map(({ definition }) => definition);
  const children = new Map([...index].map(([name, entry]) => [name, [...entry.children.values()]]));

  return {
    objects: definitions,
    object: (name) => find(name)?.definition,
    field: (object, field) => find(object)?.fields.get(field.toLowerCase()),
    parent: (object, relationshipName) => find(object)?.parents.get(relationshipName.toLowerCase()),
    child: (object, relationshipName) => find(object)?.children.get(relationshipName.toLowerCase()),
    childRelationships: (object) => children.get(object.toLowerCase()) ?? [],
    objectByKeyPrefix: (prefix) => byPrefix.get(prefix),
  };
}

function indexObject(definition: ObjectDefinition): ObjectIndex {
  const parents = new Map<string, FieldDefinition>();
  for (const field of definition.fields) {
    if (field.relationshipName !== undefined) parents.set(field.relationshipName.toLowerCase(), field);
  }
  return {
    definition,
    fields: new Map(definition.fields.map((field) => [field.name.toLowerCase(), field])),
    parents,
    children: new Map(),
  };
}
