import { pageReference, pageUrl, type PageTarget } from './page-url.ts';

const ID = '006000000000001AAA';
const objectOfId = (id: string): string | undefined => (id.startsWith('006') ? 'Opportunity' : undefined);
const at = (path: string): ReturnType<typeof pageReference> =>
  pageReference(new URL(path, 'http://127.0.0.1'), objectOfId);

describe('page URLs', () => {
  const cases: readonly (readonly [PageTarget, string])[] = [
    [
      { type: 'standard__recordPage', attributes: { recordId: ID, objectApiName: 'Opportunity', actionName: 'view' } },
      `/lightning/r/Opportunity/${ID}/view`,
    ],
    [
      { type: 'standard__objectPage', attributes: { objectApiName: 'Account', actionName: 'list' } },
      '/lightning/o/Account/list',
    ],
    [
      { type: 'standard__navItemPage', attributes: { apiName: 'My_Readiness' }, state: { c__tab: 'a b' } },
      '/lightning/n/My_Readiness?c__tab=a+b',
    ],
    [{ type: 'standard__namedPage', attributes: { pageName: 'home' } }, '/lightning/page/home'],
    [{ type: 'standard__component', attributes: { componentName: 'c__deal' } }, '/lightning/cmp/c__deal'],
  ];

  it.each(cases)('%j ↔ %s', (target, url) => {
    expect(pageUrl(target, objectOfId)).toBe(url);
    expect(at(url)).toEqual({ state: {}, ...target });
  });

  it('finds the object of a record by its key prefix', () => {
    expect(pageUrl({ type: 'standard__recordPage', attributes: { recordId: ID } }, objectOfId)).toBe(
      `/lightning/r/Opportunity/${ID}/view`,
    );
    expect(at(`/lightning/r/${ID}/view`).attributes).toEqual({
      recordId: ID,
      objectApiName: 'Opportunity',
      actionName: 'view',
    });
  });

  it('leaves web addresses as they are and has no URL for the unknown', () => {
    expect(pageUrl({ type: 'standard__webPage', attributes: { url: 'https://example.org/?a=1' } }, objectOfId)).toBe(
      'https://example.org/?a=1',
    );
    expect(pageUrl({ type: 'comm__loginPage' }, objectOfId)).toBeUndefined();
  });

  it('shows the home page for anything else', () => {
    expect(at('/lightning').type).toBe('standard__namedPage');
    expect(at('/lightning/unknown/x').attributes).toEqual({ pageName: 'home' });
  });
});
