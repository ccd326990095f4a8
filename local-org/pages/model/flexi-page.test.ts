import type { MetadataComponent } from '../../org.ts';
import { flexiPageModel } from './flexi-page.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function page(body: string): MetadataComponent {
  const xml = `<?xml version="1.0" encoding="UTF-8"?><FlexiPage xmlns="http://soap.sforce.com/2006/04/metadata">${body}</FlexiPage>`;
  return { type: 'FlexiPage', fullName: 'Deal', files: new Map([['flexipages/Deal.flexipage', encode(xml)]]) };
}

const property = (name: string, value: string): string =>
  `<componentInstanceProperties><name>${name}</name><value>${value}</value></componentInstanceProperties>`;
const component = (name: string, inside = ''): string =>
  `<itemInstances><componentInstance>${inside}<componentName>${name}</componentName><identifier>${name.replace(':', '_')}</identifier></componentInstance></itemInstances>`;
const region = (name: string, items: string, type = 'Region'): string =>
  `<flexiPageRegions>${items}<name>${name}</name><type>${type}</type></flexiPageRegions>`;
const tail =
  '<masterLabel>Deal &amp; more</masterLabel><sobjectType>Opportunity</sobjectType><template><name>flexipage:recordHomeTemplateDesktop</name></template><type>RecordPage</type>';
const noTypes = (): ReadonlyMap<string, string> => new Map();

describe('flexiPageModel', () => {
  it('reads regions, components and what the page is for', () => {
    const model = flexiPageModel(
      page(region('main', component('c:dealNuggets') + component('force:detailPanel')) + region('sidebar', '') + tail),
      noTypes,
    );
    expect(model).toMatchObject({
      name: 'Deal',
      label: 'Deal & more',
      type: 'RecordPage',
      objectApiName: 'Opportunity',
      template: 'flexipage:recordHomeTemplateDesktop',
    });
    expect(model?.regions.map(({ name, items }) => [name, items.length])).toEqual([
      ['main', 2],
      ['sidebar', 0],
    ]);
  });

  it('gives properties the types that the component declares', () => {
    const types = (): ReadonlyMap<string, string> =>
      new Map([
        ['limit', 'Integer'],
        ['compact', 'Boolean'],
      ]);
    const list =
      '<componentInstanceProperties><name>kinds</name><valueList><valueListItems><value>a</value></valueListItems><valueListItems><value>b</value></valueListItems></valueList></componentInstanceProperties>';
    const model = flexiPageModel(
      page(
        region(
          'main',
          component('c:x', property('limit', '3') + property('compact', 'false') + property('title', '007') + list),
        ) + tail,
      ),
      types,
    );
    expect(model?.regions[0]?.items[0]).toMatchObject({
      properties: { limit: 3, compact: false, title: '007', kinds: ['a', 'b'] },
    });
  });

  it('resolves tabs through their facets', () => {
    const tabs =
      region('main', component('flexipage:tabset', property('tabs', 'Facet-tabs'))) +
      region(
        'Facet-tabs',
        component(
          'flexipage:tab',
          property('active', 'true') + property('body', 'Facet-one') + property('title', 'Standard.Tab.detail'),
        ) + component('flexipage:tab', property('body', 'Facet-two') + property('title', 'Learn')),
        'Facet',
      ) +
      region('Facet-one', component('force:detailPanel'), 'Facet') +
      region('Facet-two', component('c:dealNuggets'), 'Facet');
    const model = flexiPageModel(page(tabs + tail), noTypes);
    expect(model?.regions).toHaveLength(1);
    expect(model?.regions[0]?.items[0]).toMatchObject({
      kind: 'tabs',
      tabs: [
        { label: 'Details', active: true, items: [{ name: 'force:detailPanel' }] },
        { label: 'Learn', active: false, items: [{ name: 'c:dealNuggets' }] },
      ],
    });
  });

  it('ends where a facet holds itself', () => {
    const loop =
      region('main', component('flexipage:tabset', property('tabs', 'F'))) +
      region('F', component('flexipage:tab', property('body', 'G')), 'Facet') +
      region('G', component('flexipage:tabset', property('tabs', 'F')), 'Facet');
    expect(() => flexiPageModel(page(loop + tail), noTypes)).not.toThrow();
  });

  it('reads the fields of a dynamic form', () => {
    const field = (name: string): string =>
      `<itemInstances><fieldInstance><fieldItem>Record.${name}</fieldItem></fieldInstance></itemInstances>`;
    const form =
      region('main', component('flexipage:fieldSection', property('columns', 'C') + property('label', 'Deal'))) +
      region(
        'C',
        component('flexipage:column', property('body', 'L')) + component('flexipage:column', property('body', 'R')),
        'Facet',
      ) +
      region('L', field('Name') + field('Amount'), 'Facet') +
      region('R', field('StageName'), 'Facet');
    expect(flexiPageModel(page(form + tail), noTypes)?.regions[0]?.items[0]).toMatchObject({
      kind: 'fields',
      label: 'Deal',
      columns: [['Name', 'Amount'], ['StageName']],
    });
  });

  it('reads visibility rules', () => {
    const rule =
      '<visibilityRule><booleanFilter>1 OR 2</booleanFilter><criteria><leftValue>{!Record.StageName}</leftValue><operator>EQUAL</operator><rightValue>Negotiation</rightValue></criteria><criteria><leftValue>{!$User.Title}</leftValue><operator>NE</operator></criteria></visibilityRule>';
    expect(
      flexiPageModel(page(region('main', component('c:x', rule)) + tail), noTypes)?.regions[0]?.items[0]?.visibility,
    ).toEqual({
      filter: '1 OR 2',
      criteria: [
        { left: 'Record.StageName', operator: 'EQUAL', right: 'Negotiation' },
        { left: '$User.Title', operator: 'NE', right: '' },
      ],
    });
  });

  it('leaves out pages of other kinds', () => {
    expect(flexiPageModel(page('<type>UtilityBar</type>'), noTypes)).toBeUndefined();
  });
});
