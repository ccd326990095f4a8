import type { ApplicationModel, BootModel, PageItem, PageModel } from '../../model/types.ts';
import type { PageReference } from './page-url.ts';

/** What the shell shows for a URL. Exactly one of `page`, `list`, `component` is set, or none for a message. */
export interface View {
  /** Views with the same key are the same place: the shell keeps their components. */
  readonly key: string;
  readonly heading: string;
  readonly text?: string;
  readonly page?: PageModel;
  readonly list?: string;
  readonly component?: string;
  readonly recordId?: string;
  readonly objectApiName?: string;
  /** The navigation item this place belongs to. */
  readonly tab?: string;
}

/** Finds what to show at a place, from the pages and tabs deployed to the org. */
export function viewOf(reference: PageReference, boot: BootModel, isPhone = false): View {
  const { attributes } = reference;
  switch (reference.type) {
    case 'standard__recordPage':
      return recordView(attributes['recordId'] ?? '', attributes['objectApiName'], boot, isPhone);
    case 'standard__objectPage':
      return listView(attributes['objectApiName'] ?? '', boot);
    case 'standard__navItemPage':
      return tabView(attributes['apiName'] ?? '', boot);
    case 'standard__component': {
      const component = (attributes['componentName'] ?? '').replace(/^c__/, '');
      return { key: `component/${component}`, heading: component, component };
    }
    default:
      return homeView(boot);
  }
}

/** The name of the navigation item to mark as current. */
export function tabOf(view: View, { navigation }: ApplicationModel): string | undefined {
  const target = view.tab ?? view.objectApiName ?? view.list;
  return navigation.find(({ name, target: shown }) => name === target || (target !== undefined && shown === target))
    ?.name;
}

function recordView(recordId: string, objectApiName: string | undefined, boot: BootModel, isPhone: boolean): View {
  const object = objectApiName === undefined ? undefined : boot.objects[objectApiName];
  if (object === undefined) return missing(`record/${recordId}`);
  const assigned = isPhone ? object.phonePage : object.page;
  const page = boot.pages.find(({ name }) => name === assigned) ?? defaultRecordPage(object.apiName, object.label);
  return { key: `record/${recordId}`, heading: object.label, page, recordId, objectApiName: object.apiName };
}

function listView(objectApiName: string, boot: BootModel): View {
  const object = boot.objects[objectApiName];
  if (object === undefined) return missing(`list/${objectApiName}`);
  return { key: `list/${objectApiName}`, heading: object.labelPlural, list: objectApiName };
}

function tabView(name: string, boot: BootModel): View {
  const tab = boot.application.navigation.find((item) => item.name === name);
  if (tab?.kind === 'object' && tab.target !== undefined) return { ...listView(tab.target, boot), tab: name };
  if (tab?.kind === 'home') return homeView(boot);
  if (tab?.kind === 'component' && tab.target !== undefined) {
    return { key: `tab/${name}`, heading: tab.label, component: tab.target, tab: name };
  }
  const page = boot.pages.find((candidate) => candidate.name === (tab?.target ?? name));
  return page === undefined ? missing(`tab/${name}`) : { key: `tab/${name}`, heading: page.label, page, tab: name };
}

function homeView(boot: BootModel): View {
  const page = boot.pages.find(({ name }) => name === boot.application.homePage);
  const view = { key: 'home', heading: 'Home', tab: 'standard-home' };
  return page === undefined
    ? { ...view, heading: `Welcome, ${boot.session.name}`, text: 'No home page is deployed to this org yet.' }
    : { ...view, page };
}

function missing(key: string): View {
  return { key, heading: "Page doesn't exist", text: 'Enter a valid URL and try again, or choose a tab above.' };
}

/** What the platform shows for an object without a Lightning page of its own. */
function defaultRecordPage(objectApiName: string, label: string): PageModel {
  const item = (name: string): PageItem => ({ kind: 'component', id: name, name, properties: {} });
  return {
    name: '',
    label,
    type: 'RecordPage',
    objectApiName,
    template: 'flexipage:recordHomeTemplateDesktop',
    regions: [
      { name: 'header', items: [item('force:highlightsPanel')] },
      { name: 'main', items: [item('force:detailPanel')] },
      { name: 'sidebar', items: [item('force:relatedListContainer')] },
    ],
  };
}
