/** A place in Lightning as components name it. */
export interface PageReference {
  readonly type: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly state: Readonly<Record<string, string>>;
}

export type PageTarget = Partial<PageReference> & Pick<PageReference, 'type'>;

/** The URL of a place; undefined for a type of reference that has none here. */
export function pageUrl(target: PageTarget, objectOfId: (id: string) => string | undefined): string | undefined {
  const { attributes = {}, state = {} } = target;
  const path = pathOf(target.type, attributes, objectOfId);
  if (path === undefined || target.type === 'standard__webPage') return path;
  const query = new URLSearchParams(
    Object.entries(state).filter(([, value]) => value !== undefined && value !== null),
  ).toString();
  return query === '' ? path : `${path}?${query}`;
}

function pathOf(
  type: string,
  attributes: PageReference['attributes'],
  objectOfId: (id: string) => string | undefined,
): string | undefined {
  switch (type) {
    case 'standard__recordPage': {
      const { recordId = '', actionName = 'view' } = attributes;
      const object = attributes['objectApiName'] ?? objectOfId(recordId) ?? 'sObject';
      return `/lightning/r/${object}/${recordId}/${actionName}`;
    }
    case 'standard__objectPage':
      return `/lightning/o/${attributes['objectApiName'] ?? ''}/${attributes['actionName'] ?? 'list'}`;
    case 'standard__navItemPage':
      return `/lightning/n/${attributes['apiName'] ?? ''}`;
    case 'standard__namedPage':
      return `/lightning/page/${attributes['pageName'] ?? 'home'}`;
    case 'standard__component':
      return `/lightning/cmp/${attributes['componentName'] ?? ''}`;
    case 'standard__app':
      return '/lightning/page/home';
    case 'standard__webPage':
      return attributes['url'];
    default:
      return undefined;
  }
}

/** The place that a URL of this site shows; anything unknown is the home page. */
export function pageReference(url: URL, objectOfId: (id: string) => string | undefined): PageReference {
  const state = Object.fromEntries(url.searchParams);
  const [, root, kind, first, second, third] = url.pathname.split('/').map(decodeURIComponent);
  const home: PageReference = { type: 'standard__namedPage', attributes: { pageName: 'home' }, state };
  if (root !== 'lightning' || first === undefined || first === '') return home;
  switch (kind) {
    case 'r': {
      const short = first.length >= 15;
      const recordId = short ? first : (second ?? '');
      const objectApiName = short || first === 'sObject' ? objectOfId(recordId) : first;
      const actionName = (short ? second : third) ?? 'view';
      return { type: 'standard__recordPage', attributes: { recordId, objectApiName, actionName }, state };
    }
    case 'o':
      return {
        type: 'standard__objectPage',
        attributes: { objectApiName: first, actionName: second ?? 'list' },
        state,
      };
    case 'n':
      return { type: 'standard__navItemPage', attributes: { apiName: first }, state };
    case 'cmp':
      return { type: 'standard__component', attributes: { componentName: first }, state };
    case 'page':
      return { ...home, attributes: { pageName: first } };
    default:
      return home;
  }
}
