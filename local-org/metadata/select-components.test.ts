import { deployFixture } from './deploy-fixture.ts';
import { BADGE, BADGE_MEMBERS, fieldXml, metadataFile, packageOf, TEXT } from './package-fixture.ts';
import { listComponents, missingMembers, selectComponents } from './select-components.ts';

const LABELS = metadataFile(
  'CustomLabels',
  ['One', 'Two']
    .map(
      (name) => `<labels><fullName>${name}</fullName><language>en_US</language><protected>true</protected>
        <shortDescription>${name}</shortDescription><value>${name}</value></labels>`,
    )
    .join(''),
);

describe('deployed components', () => {
  const org = deployFixture();
  org.deploy(
    packageOf({ ...BADGE, 'labels/CustomLabels.labels': LABELS }, [
      ...BADGE_MEMBERS,
      'CustomLabel:One',
      'CustomLabel:Two',
    ]),
  );

  it('are listed by type, parts too', () => {
    const names = (type: string): string[] => listComponents(org.metadata, type).map(({ fullName }) => fullName);
    expect(names('CustomObject')).toEqual(['Badge__c']);
    expect(names('CustomField')).toEqual(['Badge__c.Note__c']);
    expect(names('CustomLabel')).toEqual(['One', 'Two']);
    expect(names('FlexiPage')).toEqual([]);
  });

  it('are selected whole or in parts, and deploy again', () => {
    const [object] = selectComponents(org.metadata, [{ type: 'CustomObject', fullName: '*' }]);
    expect(object).toBe(org.metadata.get('CustomObject', 'Badge__c'));
    const [labels, ...rest] = selectComponents(org.metadata, [{ type: 'CustomLabel', fullName: 'Two' }]);
    expect(rest).toEqual([]);
    const [[path = '', content] = []] = labels?.files ?? [];
    expect(path).toBe('labels/CustomLabels.labels');
    const text = Buffer.from(content ?? []).toString();
    expect(text).toContain('<fullName>Two</fullName>');
    expect(text).not.toContain('One');
    const again = org.deploy(packageOf({ [path]: text }, ['CustomLabel:Two']));
    expect(again.componentSuccesses.map(({ changed }) => changed)).toEqual([false]);
  });

  it('of standard objects are not among all objects', () => {
    const standard = deployFixture();
    standard.deploy(
      packageOf({ 'objects/Account.object': metadataFile('CustomObject', fieldXml('Note__c', TEXT)) }, [
        'CustomField:Account.Note__c',
      ]),
    );
    expect(selectComponents(standard.metadata, [{ type: 'CustomObject', fullName: '*' }])).toEqual([]);
    expect(selectComponents(standard.metadata, [{ type: 'CustomObject', fullName: 'Account' }])).toHaveLength(1);
  });

  it('that a manifest names in vain are known', () => {
    const missing = missingMembers(org.metadata, [
      { type: 'CustomField', fullName: 'Badge__c.Note__c' },
      { type: 'CustomField', fullName: 'Badge__c.Other__c' },
      { type: 'FlexiPage', fullName: '*' },
      { type: 'Flow', fullName: 'F' },
    ]);
    expect(missing.map(({ fullName }) => fullName)).toEqual(['Badge__c.Other__c', 'F']);
  });
});
