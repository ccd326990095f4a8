/** Relationships that a polymorphic parent's common face, the platform's `Name` object, offers. */
export const NAME_RELATIONSHIPS: ReadonlySet<string> = new Set(['profile', 'userrole']);

const NAME_FIELDS: ReadonlySet<string> = new Set([
  'id',
  'name',
  'type',
  'firstname',
  'lastname',
  'title',
  'email',
  'phone',
  'username',
  'alias',
  'isactive',
  'profileid',
  'userroleid',
]);

/**
 * True for the fields that can be read through a polymorphic relationship without TYPEOF.
 * Source: the Name object in the platform's object reference.
 */
export function isNameField(name: string): boolean {
  return NAME_FIELDS.has(name.toLowerCase());
}
