import { deployFixture, problems, type DeployFixture } from './deploy-fixture.ts';
import { fieldXml, object, packageOf, TEXT } from './package-fixture.ts';

const NUMBER = '<label>N</label><precision>5</precision><scale>0</scale><type>Number</type>';
const LONG = '<label>L</label><length>1000</length><type>LongTextArea</type><visibleLines>3</visibleLines>';
const LOOKUP =
  '<label>U</label><referenceTo>User</referenceTo><relationshipName>Us</relationshipName><type>Lookup</type>';
const FORMULA = '<label>F</label><formula>Name</formula><type>Text</type>';
const CHECKBOX = '<defaultValue>false</defaultValue><label>C</label><type>Checkbox</type>';
const URL = '<label>W</label><type>Url</type>';

let org: DeployFixture;
beforeEach(() => (org = deployFixture()));

/** What a second deploy says that gives the field another definition. */
function change(from: string, to: string, records: boolean): string[] {
  const deploy = (inner: string): string[] =>
    problems(
      org.deploy(
        packageOf({ 'objects/Badge__c.object': object(fieldXml('A__c', inner)) }, [
          'CustomObject:Badge__c',
          'CustomField:Badge__c.A__c',
        ]),
      ),
    );
  expect(deploy(from)).toEqual([]);
  if (records) org.filled.add('Badge__c');
  return deploy(to);
}

describe('the type of a field is not changed', () => {
  it.each([
    ['from a formula', FORMULA, TEXT, 'Cannot update a field from a Formula to something else'],
    ['to a formula', TEXT, FORMULA, 'Cannot update a field to a Formula from something else'],
    ['to a lookup', TEXT, LOOKUP, 'Cannot update a field to a Lookup, MasterDetail, or Hierarchy from something else'],
    [
      'from a lookup',
      LOOKUP,
      TEXT,
      'Cannot update a field from a Lookup, MasterDetail, or Hierarchy to something else',
    ],
  ])('%s, with or without records', (_, from, to, message) => {
    expect(change(from, to, false)).toEqual([`CustomField Badge__c.A__c: ${message}`]);
  });

  it.each([
    ['a text to a number', TEXT, NUMBER],
    ['a checkbox to a text', CHECKBOX, TEXT],
    ['a long text to a number', LONG, NUMBER],
  ])('from %s where records would lose values', (_, from, to) => {
    expect(change(from, to, true)).toEqual(['CustomField Badge__c.A__c: Cannot change type due to existing data']);
  });
});

describe('the type of a field is changed', () => {
  it.each([
    ['a text to a number without records', TEXT, NUMBER, false],
    ['a number to a text', NUMBER, TEXT, true],
    ['a text to a long text', TEXT, LONG, true],
    ['a text to an address', TEXT, URL, true],
  ])('from %s', (_, from, to, records) => {
    expect(change(from, to, records)).toEqual([]);
    expect(org.metadata.get('CustomObject', 'Badge__c')).toBeDefined();
  });
});
