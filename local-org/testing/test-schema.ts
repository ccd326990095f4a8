import {
  checkbox,
  detailOf,
  field,
  number,
  picklist,
  reference,
  standardObject,
  text,
  textArea,
} from '../schema/field.ts';
import { auditFields, identityFields } from '../schema/system-fields.ts';
import type { FieldDefinition, ObjectDefinition, SharingModel } from '../schema/types.ts';

const custom = { custom: true } as const;
const KEY = { ...custom, unique: true, externalId: true } as const;

function customObject(
  name: string,
  keyPrefix: string,
  fields: readonly FieldDefinition[],
  options: Partial<ObjectDefinition> & { owner?: boolean } = {},
): ObjectDefinition {
  const { owner = true, ...rest } = options;
  const identity = identityFields(owner ? { owner: ['User', 'Group'] } : {});
  return standardObject(name, keyPrefix, [...identity, ...fields, ...auditFields()], {
    custom: true,
    uiApi: true,
    ...rest,
  });
}

function note(sharingModel: SharingModel, keyPrefix: string): ObjectDefinition {
  return customObject(`${sharingModel}_Note__c`, keyPrefix, [text('Name', 80, { nameField: true })], { sharingModel });
}

/** Objects that have one of everything that the store looks after. */
export function testObjects(): ObjectDefinition[] {
  return [
    customObject(
      'Course__c',
      'a00',
      [
        text('Name', 80, { nameField: true, required: true }),
        text('Key__c', 20, KEY),
        text('Exact__c', 20, { ...custom, unique: true, caseSensitive: true }),
        text('Owner_Note__c', 255, custom),
        text('Secret__c', 10, custom),
        textArea('Body__c', 100, custom),
        number('Minutes__c', 'double', 5, 1, { ...custom, required: true }),
        checkbox('Active__c', { ...custom, defaultValue: 'true' }),
        picklist('Status__c', ['*Draft', 'Published', 'Retired'], { ...custom, restricted: true }),
        picklist('Tone__c', ['Plain', 'Playful'], custom),
        field('Topics__c', 'multipicklist', {
          ...custom,
          picklist: picklist('x', ['Price', 'Value', 'Risk'], { restricted: true }).picklist,
        }),
        field('Starts__c', 'date', { ...custom, defaultValue: 'TODAY() + 7' }),
        field('Seen__c', 'datetime', custom),
        field('Contact__c', 'email', { ...custom, length: 80 }),
        reference('Account__c', ['Account'], { ...custom, relationshipName: 'Account__r', child: 'Courses__r' }),
        reference('After__c', ['Course__c'], {
          ...custom,
          relationshipName: 'After__r',
          child: 'Following__r',
          deleteConstraint: 'restrict',
        }),
        number('Double_Minutes__c', 'double', 18, 1, {
          ...custom,
          formula: { source: 'Minutes__c * 2', blanksAs: 'zero' },
        }),
      ],
      {
        sharingModel: 'ReadWrite',
        validationRules: [
          {
            name: 'Published_Has_Body',
            active: true,
            condition: 'AND(ISPICKVAL(Status__c, "Published"), ISBLANK(Body__c))',
            message: 'A published course has a body.',
            errorField: 'Body__c',
          },
          {
            name: 'Minutes_Only_Grow',
            active: true,
            condition: 'AND(NOT(ISNEW()), ISCHANGED(Minutes__c), PRIORVALUE(Minutes__c) > Minutes__c)',
            message: 'Minutes only grow.',
          },
          {
            name: 'Account_Is_Not_Closed',
            active: true,
            condition: 'Account__r.Name = "Closed"',
            message: 'That account is closed.',
          },
        ],
      },
    ),
    customObject(
      'Lesson__c',
      'a01',
      [
        text('Name', 80, { nameField: true, autoNumberFormat: 'L-{0000}', createable: false, updateable: false }),
        detailOf('Course__c', 'Course__c', 'Lessons__r', { ...custom, relationshipName: 'Course__r' }),
        text('Key__c', 20, KEY),
      ],
      { sharingModel: 'ControlledByParent', owner: false },
    ),
    customObject(
      'Page__c',
      'a02',
      [
        text('Name', 80, { nameField: true }),
        detailOf('Lesson__c', 'Lesson__c', 'Pages__r', { ...custom, relationshipName: 'Lesson__r' }),
      ],
      { sharingModel: 'ControlledByParent', owner: false },
    ),
    note('Private', 'a03'),
    note('Read', 'a04'),
    note('ReadWrite', 'a05'),
  ];
}
