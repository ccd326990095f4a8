import type { ServedOrg } from '../../../local-org/http/served-org.ts';
import type { FieldDefinition } from '../../../local-org/schema/types.ts';
import type { Actor } from '../../../local-org/security/types.ts';
import type { FieldValue, RecordInput } from '../../../local-org/store/types.ts';

/** What validation rules ask for beyond required fields. */
const RULES: Readonly<Record<string, (parent: (object: string) => string, someoneElse: string) => RecordInput>> = {
  Answer__c: () => ({ Body__c: 'Yes.' }),
  Assignment__c: (parent) => ({ Nugget__c: parent('Nugget__c') }),
  Check_Question__c: () => ({ Option_A__c: 'This', Option_B__c: 'That', Correct_Option__c: 'A' }),
  Expert_Request__c: (parent, someoneElse) => ({
    Person__c: someoneElse,
    Key__c: `${someoneElse}:${parent('Question__c')}`,
  }),
  Tagging__c: (parent) => ({ Question__c: parent('Question__c') }),
};
/** Keys are unique over all samples. */
let count = 0;
const NUMBERS = ['int', 'double', 'percent', 'currency'];

/**
 * Makes records of any object with no more than the org insists on; what they hang on is made too, for the same owner.
 *
 * @param administrator who writes them
 */
export function sampleRecords(org: ServedOrg, administrator: Actor, ownerId: string): (object: string) => string {
  const made = new Map<string, string>();
  const valueOf = (field: FieldDefinition): FieldValue => {
    count += 1;
    if (field.type === 'reference') return parent(field.referenceTo[0] ?? '');
    if (field.type === 'picklist') return field.picklist?.values[0]?.value ?? null;
    if (field.type === 'date') return '2026-01-31';
    if (field.type === 'datetime') return '2026-01-31T10:00:00.000Z';
    return NUMBERS.includes(field.type) ? 1 : `${ownerId}-${count}`;
  };
  const someoneElse = String(
    org.soql(administrator, `SELECT Id FROM User WHERE Id != '${ownerId}' LIMIT 1`).records[0]?.['Id'],
  );
  const make = (object: string): string => {
    const fields = org.schema.object(object)?.fields ?? [];
    const needed = fields.filter(
      ({ name, createable, required, masterDetail, defaultValue, type }) =>
        createable &&
        (required || masterDetail) &&
        defaultValue === undefined &&
        type !== 'boolean' &&
        name !== 'OwnerId',
    );
    const record = {
      ...Object.fromEntries(needed.map((field) => [field.name, valueOf(field)])),
      ...(fields.some(({ name }) => name === 'OwnerId') ? { OwnerId: ownerId } : {}),
      ...RULES[object]?.(parent, someoneElse),
    };
    const [saved] = org.store.insert(administrator, object, [record]);
    if (saved?.success !== true || saved.id === undefined) {
      throw new Error(`${object}: ${JSON.stringify(saved?.errors)}`);
    }
    return saved.id;
  };
  const parent = (object: string): string => {
    if (object === 'User') return ownerId;
    const id = made.get(object) ?? make(object);
    made.set(object, id);
    return id;
  };
  return make;
}
