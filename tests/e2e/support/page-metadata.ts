import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { MetadataComponent } from '../../../local-org/org.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function xml(type: string, fullName: string, path: string, body: string): MetadataComponent {
  const text = `<?xml version="1.0" encoding="UTF-8"?><${type} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${type}>`;
  return { type, fullName, files: new Map([[path, encode(text)]]) };
}

let placements = 0;
const placed = (name: string, inside = ''): string =>
  `<itemInstances><componentInstance>${inside}<componentName>${name}</componentName><identifier>${name.replace(':', '_')}${++placements}</identifier></componentInstance></itemInstances>`;
const property = (name: string, value: string): string =>
  `<componentInstanceProperties><name>${name}</name><value>${value}</value></componentInstanceProperties>`;
const region = (name: string, items: string, type = 'Region'): string =>
  `<flexiPageRegions>${items}<name>${name}</name><type>${type}</type></flexiPageRegions>`;
const onlyWhen = (stage: string): string =>
  `<visibilityRule><criteria><leftValue>{!Record.StageName}</leftValue><operator>EQUAL</operator><rightValue>${stage}</rightValue></criteria></visibilityRule>`;

/** Pages, an app and components that use every part of the host; deployed into the org under test. */
export function pageMetadata(fixtures: string): MetadataComponent[] {
  const bundles = readdirSync(join(fixtures, 'lwc')).map((name): MetadataComponent => {
    const files = readdirSync(join(fixtures, 'lwc', name)).map(
      (file) => [`lwc/${name}/${file}`, new Uint8Array(readFileSync(join(fixtures, 'lwc', name, file)))] as const,
    );
    return { type: 'LightningComponentBundle', fullName: name, files: new Map(files) };
  });
  const dealPage =
    region('header', placed('force:highlightsPanel') + placed('runtime_sales_pathassistant:pathAssistant')) +
    region(
      'main',
      placed('flexipage:tabset', property('tabs', 'Facet-tabs')) + placed('c:brokenPanel') + placed('c:platformOnly'),
    ) +
    region(
      'sidebar',
      placed('c:dealFacts', property('limit', '3')) +
        placed(
          'flexipage:richText',
          property('richTextValue', '&lt;p&gt;Almost won&lt;/p&gt;') + onlyWhen('Negotiation/Review'),
        ) +
        placed('runtime_sales_activities:activityPanel'),
    ) +
    region(
      'Facet-tabs',
      placed('flexipage:tab', property('body', 'Facet-d') + property('title', 'Standard.Tab.detail')) +
        placed('flexipage:tab', property('body', 'Facet-r') + property('title', 'Standard.Tab.relatedLists')),
      'Facet',
    ) +
    region('Facet-d', placed('force:detailPanel'), 'Facet') +
    region(
      'Facet-r',
      placed('force:relatedListSingleContainer', property('relatedListApiName', 'OpportunityContactRoles')),
      'Facet',
    ) +
    '<masterLabel>Deal</masterLabel><sobjectType>Opportunity</sobjectType><template><name>flexipage:recordHomeTemplateDesktop</name></template><type>RecordPage</type>';
  const home = `${region('top', placed('flexipage:richText', property('richTextValue', '&lt;h2&gt;Good morning&lt;/h2&gt;')))}<masterLabel>Home</masterLabel><template><name>home:desktopTemplate</name></template><type>HomePage</type>`;
  return [
    ...bundles,
    xml('FlexiPage', 'Deal', 'flexipages/Deal.flexipage', dealPage),
    xml('FlexiPage', 'Start', 'flexipages/Start.flexipage', home),
    xml(
      'CustomApplication',
      'Deals',
      'applications/Deals.app',
      '<label>Deals</label><tabs>standard-home</tabs><tabs>standard-Opportunity</tabs><tabs>standard-Account</tabs>',
    ),
    xml(
      'CustomLabels',
      'CustomLabels',
      'labels/CustomLabels.labels',
      '<labels><fullName>Deal_Facts</fullName><value>Facts &amp; figures</value></labels>',
    ),
  ];
}
