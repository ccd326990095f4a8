import type { MetadataComponent } from '../../org.ts';
import type {
  PageItem,
  PageModel,
  PageRegion,
  PageTab,
  PageType,
  PropertyValue,
  VisibilityCriterion,
  VisibilityRule,
} from './types.ts';
import { childOf, childrenOf, componentXml, textOf, type XmlNode } from './xml.ts';

/** Types of a component's design properties (`Integer`, `Boolean`, …) by property name. */
export type PropertyTypes = (componentName: string) => ReadonlyMap<string, string>;

const PAGE_TYPES: readonly string[] = ['RecordPage', 'HomePage', 'AppPage'];

const STANDARD_TABS: Readonly<Record<string, string>> = {
  'Standard.Tab.detail': 'Details',
  'Standard.Tab.relatedLists': 'Related',
  'Standard.Tab.activity': 'Activity',
  'Standard.Tab.collaborate': 'Chatter',
  'Standard.Tab.news': 'News',
};

/** A deployed FlexiPage as a page model; undefined for page types that are not shown here (utility bars, …). */
export function flexiPageModel(component: MetadataComponent, propertyTypes: PropertyTypes): PageModel | undefined {
  const page = componentXml(component);
  const type = textOf(page, 'type') ?? '';
  if (!PAGE_TYPES.includes(type)) return undefined;
  const regions = childrenOf(page, 'flexiPageRegions');
  const facets = new Map(regions.map((region) => [textOf(region, 'name') ?? '', region]));
  const context: Context = { facets, propertyTypes, open: [] };
  const objectApiName = textOf(page, 'sobjectType');
  return {
    name: component.fullName,
    label: textOf(page, 'masterLabel') ?? component.fullName,
    type: type as PageType,
    ...(objectApiName === undefined ? {} : { objectApiName }),
    template: textOf(childOf(page, 'template'), 'name') ?? '',
    regions: regions
      .filter((region) => textOf(region, 'type') !== 'Facet')
      .map((region): PageRegion => ({ name: textOf(region, 'name') ?? '', items: itemsOf(region, context) })),
  };
}

interface Context {
  readonly facets: ReadonlyMap<string, XmlNode>;
  readonly propertyTypes: PropertyTypes;
  /** Facets being read, so that one that holds itself ends. */
  readonly open: readonly string[];
}

function itemsOf(region: XmlNode, context: Context): PageItem[] {
  const wrapped = childrenOf(region, 'itemInstances').map((item) => childOf(item, 'componentInstance'));
  const components = [...wrapped, ...childrenOf(region, 'componentInstances')];
  return components.flatMap((component, index) => (component === undefined ? [] : [itemOf(component, index, context)]));
}

function itemOf(component: XmlNode, index: number, context: Context): PageItem {
  const name = textOf(component, 'componentName') ?? '';
  const properties = propertiesOf(component, context.propertyTypes(name));
  const visibility = visibilityOf(childOf(component, 'visibilityRule'));
  const common = {
    id: textOf(component, 'identifier') ?? `${name}-${index}`,
    ...(visibility === undefined ? {} : { visibility }),
  };
  switch (name) {
    case 'flexipage:tabset':
      return { ...common, kind: 'tabs', tabs: tabsOf(facetNamed(properties['tabs'], context)) };
    case 'flexipage:fieldSection':
      return {
        ...common,
        kind: 'fields',
        label: sectionLabel(properties['label']),
        columns: columnsOf(facetNamed(properties['columns'], context)),
      };
    default:
      return { ...common, kind: 'component', name, properties };
  }
}

interface Facet {
  readonly region: XmlNode;
  readonly context: Context;
}

function facetNamed(name: PropertyValue | undefined, context: Context): Facet | undefined {
  const region = typeof name === 'string' ? context.facets.get(name) : undefined;
  if (typeof name !== 'string' || region === undefined || context.open.includes(name)) return undefined;
  return { region, context: { ...context, open: [...context.open, name] } };
}

function instancesIn(facet: Facet | undefined): readonly XmlNode[] {
  return childrenOf(facet?.region, 'itemInstances').flatMap((item) => childrenOf(item, 'componentInstance'));
}

function tabsOf(facet: Facet | undefined): PageTab[] {
  return instancesIn(facet).map((tab, index): PageTab => {
    const properties = propertiesOf(tab, new Map());
    const body = facet === undefined ? undefined : facetNamed(properties['body'], facet.context);
    const title = String(properties['title'] ?? '');
    return {
      id: textOf(tab, 'identifier') ?? `tab-${index}`,
      label: STANDARD_TABS[title] ?? title,
      active: properties['active'] === 'true',
      items: body === undefined ? [] : itemsOf(body.region, body.context),
    };
  });
}

function columnsOf(facet: Facet | undefined): string[][] {
  return instancesIn(facet).map((column) => {
    const body = facet === undefined ? undefined : facetNamed(propertiesOf(column, new Map())['body'], facet.context);
    return childrenOf(body?.region, 'itemInstances')
      .flatMap((item) => childrenOf(item, 'fieldInstance'))
      .map((field) => (textOf(field, 'fieldItem') ?? '').replace(/^Record\./, ''))
      .filter((field) => field !== '');
  });
}

function sectionLabel(label: PropertyValue | undefined): string {
  const text = String(label ?? '');
  return text.startsWith('@@@') ? '' : text;
}

function propertiesOf(component: XmlNode, types: ReadonlyMap<string, string>): Record<string, PropertyValue> {
  const properties: Record<string, PropertyValue> = {};
  for (const property of childrenOf(component, 'componentInstanceProperties')) {
    const name = textOf(property, 'name');
    if (name === undefined) continue;
    const list = childOf(property, 'valueList');
    if (list !== undefined) {
      properties[name] = childrenOf(list, 'valueListItems').map((item) => textOf(item, 'value') ?? '');
      continue;
    }
    const value = textOf(property, 'value');
    if (value !== undefined) properties[name] = typed(value, types.get(name));
  }
  return properties;
}

function typed(value: string, type: string | undefined): PropertyValue {
  if (type === 'Boolean') return value === 'true';
  if (type === 'Integer') return Number(value);
  return value;
}

function visibilityOf(rule: XmlNode | undefined): VisibilityRule | undefined {
  if (rule === undefined) return undefined;
  const filter = textOf(rule, 'booleanFilter');
  const criteria = childrenOf(rule, 'criteria').map((criterion): VisibilityCriterion => ({
    left: (textOf(criterion, 'leftValue') ?? '').replace(/^\{!|\}$/g, ''),
    operator: (textOf(criterion, 'operator') ?? 'EQUAL') as VisibilityCriterion['operator'],
    right: textOf(criterion, 'rightValue') ?? '',
  }));
  return criteria.length === 0 ? undefined : { criteria, ...(filter === undefined ? {} : { filter }) };
}
