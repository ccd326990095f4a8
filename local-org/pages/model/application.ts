import type { MetadataComponent } from '../../org.ts';
import type { NavigationItem } from './types.ts';
import { childOf, childrenOf, componentXml, textOf, type XmlNode } from './xml.ts';

/** A page that an app shows in place of the standard one. */
export interface PageOverride {
  /** `View` for record pages, `Tab` for the home page. */
  readonly action: string;
  /** The object, or `standard-home`. */
  readonly subject: string;
  readonly page: string;
  readonly formFactor?: string;
  readonly profile?: string;
}

export interface ApplicationDefinition {
  readonly name: string;
  readonly label: string;
  readonly color?: string;
  readonly tabs: readonly string[];
  readonly overrides: readonly PageOverride[];
}

/** What an org without a deployed app shows. */
export const STANDARD_APPLICATION: ApplicationDefinition = {
  name: 'standard__LightningSales',
  label: 'Sales',
  tabs: ['standard-home', 'standard-Opportunity', 'standard-Account', 'standard-Contact', 'standard-Lead'],
  overrides: [],
};

export function applicationDefinition(component: MetadataComponent): ApplicationDefinition {
  const app = componentXml(component);
  const color = textOf(childOf(app, 'brand'), 'headerColor');
  const overrides = [...childrenOf(app, 'actionOverrides'), ...childrenOf(app, 'profileActionOverrides')];
  return {
    name: component.fullName,
    label: textOf(app, 'label') ?? component.fullName,
    ...(color === undefined ? {} : { color }),
    tabs: childrenOf(app, 'tabs').filter((tab) => typeof tab === 'string'),
    overrides: overrides.flatMap(overrideOf),
  };
}

function overrideOf(node: XmlNode): PageOverride[] {
  const page = textOf(node, 'content');
  const subject = textOf(node, 'pageOrSobjectType');
  if (textOf(node, 'type')?.toLowerCase() !== 'flexipage' || page === undefined || subject === undefined) return [];
  const formFactor = textOf(node, 'formFactor');
  const profile = textOf(node, 'profile');
  return [
    {
      action: textOf(node, 'actionName') ?? 'View',
      subject,
      page,
      ...(formFactor === undefined ? {} : { formFactor }),
      ...(profile === undefined ? {} : { profile }),
    },
  ];
}

/** What a tab is called and how it looks, for objects and deployed tabs. */
export interface TabFacts {
  /** Undefined for an object this person may not read. */
  object(name: string): { readonly labelPlural: string; readonly icon: string } | undefined;
  /** The deployed CustomTab, unless this person does not see it. */
  tab(name: string): TabDefinition | undefined;
}

export interface TabDefinition {
  readonly label?: string;
  readonly flexiPage?: string;
  readonly component?: string;
  readonly icon: string;
}

export function tabDefinition(component: MetadataComponent): TabDefinition {
  const tab = componentXml(component);
  const label = textOf(tab, 'label');
  const flexiPage = textOf(tab, 'flexiPage');
  const lwc = textOf(tab, 'lwcComponent');
  return {
    icon: motifIcon(textOf(tab, 'motif')),
    ...(label === undefined ? {} : { label }),
    ...(flexiPage === undefined ? {} : { flexiPage }),
    ...(lwc === undefined ? {} : { component: lwc }),
  };
}

/** `Custom55: Books` → `custom:custom55`. */
export function motifIcon(motif: string | undefined): string {
  const number = /^Custom(\d+)/i.exec(motif ?? '')?.[1];
  return number === undefined ? 'standard:record' : `custom:custom${number}`;
}

/** The navigation bar: the app's tabs that this person may see, in the app's order. */
export function navigationItems(tabs: readonly string[], facts: TabFacts): NavigationItem[] {
  return tabs.flatMap((name): NavigationItem[] => {
    if (name === 'standard-home')
      return [{ name, label: 'Home', url: '/lightning/page/home', icon: 'standard:home', kind: 'home' }];
    const objectName = name.startsWith('standard-') ? name.slice('standard-'.length) : name;
    const tab = facts.tab(name);
    if (!name.startsWith('standard-') && tab === undefined) return [];
    if (tab?.flexiPage !== undefined || tab?.component !== undefined) {
      return [
        {
          name,
          label: tab.label ?? name,
          url: `/lightning/n/${name}`,
          icon: tab.icon,
          kind: tab.flexiPage === undefined ? 'component' : 'page',
          target: tab.flexiPage ?? tab.component ?? name,
        },
      ];
    }
    const object = facts.object(objectName);
    if (object === undefined) return [];
    const url = `/lightning/o/${objectName}/list`;
    return [{ name, label: object.labelPlural, url, icon: object.icon, kind: 'object', target: objectName }];
  });
}
