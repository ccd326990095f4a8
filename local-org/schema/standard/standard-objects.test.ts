import { createSchema } from '../create-schema.ts';
import { standardObjects } from './standard-objects.ts';

describe('standard objects', () => {
  const objects = standardObjects();
  const schema = createSchema(objects);

  it('have distinct names and key prefixes', () => {
    expect(new Set(objects.map(({ name }) => name)).size).toBe(objects.length);
    expect(new Set(objects.map(({ keyPrefix }) => keyPrefix)).size).toBe(objects.length);
  });

  it.each(objects.map((object) => [object.name, object] as const))('%s is consistent in itself', (_, object) => {
    const names = object.fields.map(({ name }) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    for (const name of object.compactLayout) expect(schema.field(object.name, name)).toBeDefined();
    for (const field of object.fields) {
      expect(field.referenceTo.filter((target) => schema.object(target) === undefined)).toEqual([]);
      expect(field.referenceTo.length > 0).toBe(field.type === 'reference');
    }
  });

  it('name every way down once for each parent', () => {
    for (const parent of objects) {
      const names = objects.flatMap(({ fields }) =>
        fields
          .filter((field) => field.childRelationshipName !== undefined && field.referenceTo.includes(parent.name))
          .map((field) => field.childRelationshipName),
      );
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('are found without regard to case, down and up', () => {
    expect(schema.object('opportunity')?.keyPrefix).toBe('006');
    expect(schema.field('OPPORTUNITY', 'stagename')?.required).toBe(true);
    expect(schema.parent('Opportunity', 'owner')?.name).toBe('OwnerId');
    expect(schema.child('Account', 'opportunities')).toMatchObject({ childObject: 'Opportunity' });
    expect(schema.objectByKeyPrefix('00k')?.name).toBe('OpportunityLineItem');
    expect(schema.objectByKeyPrefix('00K')?.name).toBe('OpportunityContactRole');
  });
});
