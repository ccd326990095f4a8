import type { MetadataComponent } from '../../org.ts';
import { applicationDefinition, motifIcon, navigationItems, type TabDefinition } from './application.ts';

const component = (xml: string): MetadataComponent => ({
  type: 'CustomApplication',
  fullName: 'Learn',
  files: new Map([
    ['applications/Learn.app', new TextEncoder().encode(`<CustomApplication>${xml}</CustomApplication>`)],
  ]),
});

describe('applicationDefinition', () => {
  it('reads label, colour, tabs and page overrides', () => {
    const app = applicationDefinition(
      component(
        '<label>Learning</label><brand><headerColor>#123456</headerColor></brand><tabs>standard-home</tabs><tabs>Deal__c</tabs>' +
          '<actionOverrides><actionName>View</actionName><content>P</content><formFactor>Large</formFactor><type>Flexipage</type><pageOrSobjectType>Deal__c</pageOrSobjectType></actionOverrides>' +
          '<actionOverrides><actionName>New</actionName><type>Default</type><pageOrSobjectType>Deal__c</pageOrSobjectType></actionOverrides>',
      ),
    );
    expect(app).toEqual({
      name: 'Learn',
      label: 'Learning',
      color: '#123456',
      tabs: ['standard-home', 'Deal__c'],
      overrides: [{ action: 'View', subject: 'Deal__c', page: 'P', formFactor: 'Large' }],
    });
  });
});

describe('navigationItems', () => {
  const tabs: Readonly<Record<string, TabDefinition>> = {
    Deal__c: { icon: 'custom:custom5' },
    My_Page: { label: 'My Page', flexiPage: 'My_Page_1', icon: 'custom:custom1' },
  };
  const facts = {
    object: (name: string) => (name === 'Secret__c' ? undefined : { labelPlural: `${name}s`, icon: 'standard:record' }),
    tab: (name: string) => tabs[name],
  };

  it('shows home, objects and pages in order and leaves out what the person may not see', () => {
    const items = navigationItems(
      ['standard-home', 'standard-Account', 'My_Page', 'Deal__c', 'standard-Secret__c', 'Hidden__c'],
      facts,
    );
    expect(items.map(({ label, url }) => [label, url])).toEqual([
      ['Home', '/lightning/page/home'],
      ['Accounts', '/lightning/o/Account/list'],
      ['My Page', '/lightning/n/My_Page'],
      ['Deal__cs', '/lightning/o/Deal__c/list'],
    ]);
  });
});

describe('motifIcon', () => {
  it.each([
    ['Custom55: Books', 'custom:custom55'],
    [undefined, 'standard:record'],
  ])('%s → %s', (motif, icon) => {
    expect(motifIcon(motif)).toBe(icon);
  });
});
