import { createSchema } from '../schema/create-schema.ts';
import { standardObjects } from '../schema/standard/standard-objects.ts';
import type { FieldDefinition } from '../schema/types.ts';
import { keyPrefixesInMemory } from './key-prefixes.ts';
import { fieldXml, metadataFile, object } from './package-fixture.ts';
import { readField } from './read-field.ts';
import { readSchema } from './read-schema.ts';
import { children, parseXml } from './xml.ts';

function read(inner: string): FieldDefinition {
  const [element] = children(parseXml(`<o>${fieldXml('F__c', `<label>F</label>${inner}`)}</o>`), 'fields');
  if (!element) throw new Error('no field');
  return readField(element, () => undefined);
}

describe('a custom field', () => {
  it.each<[string, Partial<FieldDefinition>]>([
    ['<type>Text</type><length>40</length>', { type: 'string', length: 40, filterable: true }],
    [
      '<type>Text</type><length>40</length><externalId>true</externalId><unique>true</unique><caseSensitive>false</caseSensitive>',
      { externalId: true, unique: true, caseSensitive: false },
    ],
    ['<type>TextArea</type>', { type: 'textarea', length: 255, filterable: true }],
    [
      '<type>LongTextArea</type><length>1000</length><visibleLines>3</visibleLines>',
      { type: 'textarea', filterable: false },
    ],
    ['<type>Html</type><length>32768</length><visibleLines>9</visibleLines>', { type: 'textarea', html: true }],
    ['<type>Checkbox</type><defaultValue>false</defaultValue>', { type: 'boolean', defaultValue: 'false' }],
    ['<type>Number</type><precision>5</precision><scale>2</scale>', { type: 'double', precision: 5, scale: 2 }],
    ['<type>Percent</type><precision>5</precision><scale>0</scale>', { type: 'percent', precision: 5 }],
    ['<type>Date</type><required>true</required>', { type: 'date', required: true }],
    ['<type>Date</type><formula>TODAY()</formula>', { type: 'date', createable: false, updateable: false }],
    [
      '<type>Text</type><formula>"a"</formula>',
      { type: 'string', length: 1300, formula: { source: '"a"', blanksAs: 'zero' } },
    ],
    [
      '<type>AutoNumber</type><displayFormat>A-{000}</displayFormat>',
      { autoNumberFormat: 'A-{000}', createable: false },
    ],
    [
      '<type>Lookup</type><referenceTo>User</referenceTo><relationshipName>Fs</relationshipName>',
      { type: 'reference', referenceTo: ['User'], relationshipName: 'F__r', childRelationshipName: 'Fs__r' },
    ],
    [
      '<type>Lookup</type><referenceTo>User</referenceTo><deleteConstraint>Restrict</deleteConstraint><required>true</required>',
      { deleteConstraint: 'restrict', required: true, childRelationshipName: undefined },
    ],
    [
      '<type>MasterDetail</type><referenceTo>Account</referenceTo><relationshipName>Fs</relationshipName>',
      { masterDetail: true, required: true, deleteConstraint: 'cascade', updateable: false },
    ],
    [
      `<type>Picklist</type><valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted>
       <value><fullName>A</fullName><default>true</default></value></valueSetDefinition></valueSet>`,
      { picklist: { restricted: true, values: [{ value: 'A', label: 'A', isDefault: true, active: true }] } },
    ],
  ])('%s', (inner, expected) => {
    expect(read(inner)).toMatchObject({ name: 'F__c', label: 'F', custom: true, ...expected });
  });

  it.each([
    ['<type>Number</type><precision>19</precision><scale>0</scale>', 'between 1 and 18'],
    ['<type>Number</type><precision>2</precision><scale>3</scale>', 'Scale must be less than or equal to precision'],
    ['<type>Number</type><precision>x</precision><scale>0</scale>', "'x' is not a valid value for the type xsd:int"],
    ['<type>LongTextArea</type><length>1000</length>', "Must specify 'visibleLines'"],
    ['<type>Checkbox</type><formula>TRUE</formula><defaultValue>true</defaultValue>', "Can not specify 'defaultValue'"],
    ['<type>AutoNumber</type><displayFormat>A-000</displayFormat>', 'Invalid display format'],
    [
      '<type>Lookup</type><referenceTo>User</referenceTo><deleteConstraint>Nope</deleteConstraint>',
      "'Nope' is not a valid value",
    ],
    ['<type>Summary</type><summaryOperation>avg</summaryOperation>', "'avg' is not a valid value"],
  ])('is refused: %s', (inner, message) => {
    expect(() => read(inner)).toThrow(message);
  });
});

describe('roll-ups', () => {
  const master = fieldXml(
    'Account__c',
    '<label>A</label><type>MasterDetail</type><referenceTo>Account</referenceTo><relationshipName>Badges</relationshipName>',
  );
  const day = fieldXml('Day__c', '<label>D</label><type>Date</type>');
  const rollup = fieldXml(
    'Latest__c',
    `<label>L</label><type>Summary</type><summaryOperation>max</summaryOperation>
     <summarizedField>Badge__c.Day__c</summarizedField><summaryForeignKey>Badge__c.Account__c</summaryForeignKey>`,
  );
  const component = (fullName: string, xml: string) => ({
    type: 'CustomObject',
    fullName,
    files: new Map([[`objects/${fullName}.object`, Buffer.from(xml)]]),
  });

  it('have the type of what they sum up, and details no owner', () => {
    const { objects, faults } = readSchema(
      standardObjects(),
      [
        component('Account', metadataFile('CustomObject', rollup)),
        component('Badge__c', object(master + day, 'ControlledByParent')),
      ],
      keyPrefixesInMemory(),
    );
    expect(faults).toEqual([]);
    const schema = createSchema(objects);
    expect(schema.field('Account', 'Latest__c')).toMatchObject({ type: 'date', createable: false });
    expect(schema.field('Badge__c', 'OwnerId')).toBeUndefined();
    expect(schema.child('Account', 'Badges__r')).toMatchObject({ childObject: 'Badge__c' });
  });
});
