import { deployFixture, problems, type DeployFixture } from './deploy-fixture.ts';
import { fieldXml, metadataFile, object, packageOf, TEXT } from './package-fixture.ts';

const TRACK = '<trackHistory>true</trackHistory>';
const FORMULA =
  '<label>Note</label><type>Text</type><formula>Name</formula><formulaTreatBlanksAs>BlankAsZero</formulaTreatBlanksAs>' +
  TRACK;

let org: DeployFixture;
beforeEach(() => (org = deployFixture()));

function deploy(name: string, inner: string, ...members: string[]): string[] {
  const files = { [`objects/${name}.object`]: metadataFile('CustomObject', inner) };
  return problems(org.deploy(packageOf(files, members)));
}

it('tracks custom and standard fields, and keeps doing so when a later file says nothing of it', () => {
  const stage = `<fields><fullName>StageName</fullName>${TRACK}<type>Picklist</type></fields>`;
  const first = `<enableHistory>true</enableHistory>${stage}${fieldXml('Note__c', TEXT + TRACK)}`;
  expect(deploy('Opportunity', first, 'CustomObject:Opportunity')).toEqual([]);
  expect(deploy('Opportunity', fieldXml('Loose__c', TEXT), 'CustomField:Opportunity.Loose__c')).toEqual([]);
  const tracked = org
    .schema()
    ?.object('Opportunity')
    ?.fields.filter(({ trackHistory }) => trackHistory);
  expect(tracked?.map(({ name }) => name)).toEqual(['StageName', 'Note__c']);
});

it('tracks the names of people, which are written by their parts', () => {
  const name = `<enableHistory>true</enableHistory><fields><fullName>Name</fullName>${TRACK}</fields>`;
  expect(deploy('Contact', name, 'CustomObject:Contact')).toEqual([]);
  expect(org.schema()?.field('Contact', 'Name')).toMatchObject({ trackHistory: true });
});

it('makes a history with the object, and takes it away with it', () => {
  const badge = {
    'objects/Badge__c.object': object('<enableHistory>true</enableHistory>' + fieldXml('Note__c', TEXT + TRACK)),
  };
  expect(problems(org.deploy(packageOf(badge, ['CustomObject:Badge__c'])))).toEqual([]);
  expect(org.schema()?.child('Badge__c', 'Histories')).toMatchObject({ childObject: 'Badge__History' });
  expect(problems(org.deploy(packageOf({}, [], ['CustomObject:Badge__c'])))).toEqual([]);
  expect(org.schema()?.object('Badge__History')).toBeUndefined();
});

it.each([
  ['of an object without history', '', fieldXml('Note__c', TEXT + TRACK), 'does not have history tracking enabled'],
  ['that is computed', '<enableHistory>true</enableHistory>', fieldXml('Note__c', FORMULA), 'is not available'],
])('refuses to track a field %s', (_, enable, field, problem) => {
  expect(deploy('Opportunity', enable + field, 'CustomObject:Opportunity')).toEqual([
    expect.stringMatching(new RegExp(`^CustomField Opportunity.Note__c: .*${problem}`)),
  ]);
});

it('refuses more than 20 fields, and an object whose history this org does not have', () => {
  const many = Array.from({ length: 21 }, (_, index) => fieldXml(`N${index}__c`, TEXT + TRACK)).join('');
  const enable = '<enableHistory>true</enableHistory>';
  expect(deploy('Account', enable + many, 'CustomObject:Account')).toEqual([
    'CustomObject Account: History is tracked for at most 20 fields of an object, not 21',
  ]);
  expect(deploy('Task', enable, 'CustomObject:Task')).toEqual([
    'CustomObject Task: The field history of Task is not supported by this org',
  ]);
});
