import type { ApplicationDefinition, PageOverride } from './application.ts';
import { assignPages } from './assignment.ts';
import type { PageModel, PageType } from './types.ts';

const page = (name: string, type: PageType, objectApiName?: string): PageModel => ({
  name,
  label: name,
  type,
  template: '',
  regions: [],
  ...(objectApiName === undefined ? {} : { objectApiName }),
});
const app = (...overrides: PageOverride[]): ApplicationDefinition => ({
  name: 'App',
  label: 'App',
  tabs: [],
  overrides,
});
const view = (subject: string, content: string, more: Partial<PageOverride> = {}): PageOverride => ({
  action: 'View',
  subject,
  page: content,
  ...more,
});
const pages = [
  page('A', 'RecordPage', 'Opportunity'),
  page('B', 'RecordPage', 'Opportunity'),
  page('Home', 'HomePage'),
];

describe('assignPages', () => {
  it('prefers the profile over the app, and the app over the object', () => {
    const overrides = [view('Opportunity', 'A'), view('Opportunity', 'B', { profile: 'Standard User' })];
    expect(assignPages(app(...overrides), pages, 'Standard User').recordPages).toEqual({ Opportunity: 'B' });
    expect(assignPages(app(...overrides), pages, 'System Administrator').recordPages).toEqual({ Opportunity: 'A' });
    expect(assignPages(app(), pages, 'X', [view('Opportunity', 'B')]).recordPages).toEqual({ Opportunity: 'B' });
  });

  it('prefers the desktop page', () => {
    const overrides = [
      view('Opportunity', 'A', { formFactor: 'Small' }),
      view('Opportunity', 'B', { formFactor: 'Large' }),
    ];
    expect(assignPages(app(...overrides), pages, '').recordPages).toEqual({ Opportunity: 'B' });
  });

  it('prefers the phone page on a phone', () => {
    const overrides = [
      view('Opportunity', 'A', { formFactor: 'Small' }),
      view('Opportunity', 'B', { formFactor: 'Large' }),
    ];
    expect(assignPages(app(...overrides), pages, '', [], 'Small').recordPages).toEqual({ Opportunity: 'A' });
    expect(assignPages(app(...overrides.slice(1)), pages, '', [], 'Small').recordPages).toEqual({ Opportunity: 'B' });
  });

  it('takes the only page of an object without an assignment, and none of several', () => {
    expect(assignPages(app(), pages, '').recordPages).toEqual({});
    expect(assignPages(app(), pages.slice(1), '').recordPages).toEqual({ Opportunity: 'B' });
  });

  it('finds the home page by assignment or because it is the only one', () => {
    const two = [...pages, page('Other', 'HomePage')];
    expect(assignPages(app(), pages, '').homePage).toBe('Home');
    expect(assignPages(app(), two, '').homePage).toBeUndefined();
    expect(assignPages(app({ action: 'Tab', subject: 'standard-home', page: 'Other' }), two, '').homePage).toBe(
      'Other',
    );
  });

  it('overlooks an assignment of a page that is not deployed', () => {
    expect(assignPages(app(view('Opportunity', 'Gone')), pages.slice(0, 1), '').recordPages).toEqual({
      Opportunity: 'A',
    });
  });
});
