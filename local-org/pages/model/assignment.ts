import type { ApplicationDefinition, PageOverride } from './application.ts';
import type { PageModel } from './types.ts';

export interface PageAssignments {
  readonly homePage?: string;
  /** FlexiPage by object. */
  readonly recordPages: Readonly<Record<string, string>>;
}

/**
 * Which page a person of this profile sees where. As on the platform the most particular assignment wins: app and
 * profile, then app, then the object's own; an object with a single page and no assignment gets that page.
 *
 * @param objectOverrides the org-wide assignments from object metadata
 * @param formFactor desktop or phone; where only the other has a page, that one is taken
 */
export function assignPages(
  application: ApplicationDefinition,
  pages: readonly PageModel[],
  profile: string,
  objectOverrides: readonly PageOverride[] = [],
  formFactor: 'Large' | 'Small' = 'Large',
): PageAssignments {
  const known = new Set(pages.map(({ name }) => name));
  const assigned = (action: string, subject: string): string | undefined => {
    const fitting = [...application.overrides, ...objectOverrides]
      .filter((override) => override.action === action && override.subject === subject && known.has(override.page))
      .filter((override) => override.profile === undefined || override.profile === profile);
    const [best] = fitting.sort((a, b) => rank(a, formFactor) - rank(b, formFactor));
    return best?.page;
  };
  const recordPages: Record<string, string> = {};
  for (const object of new Set(pages.flatMap(({ objectApiName }) => objectApiName ?? []))) {
    const own = pages.filter(({ type, objectApiName }) => type === 'RecordPage' && objectApiName === object);
    const page = assigned('View', object) ?? (own.length === 1 ? own[0]?.name : undefined);
    if (page !== undefined) recordPages[object] = page;
  }
  const homes = pages.filter(({ type }) => type === 'HomePage');
  const homePage = assigned('Tab', 'standard-home') ?? (homes.length === 1 ? homes[0]?.name : undefined);
  return homePage === undefined ? { recordPages } : { homePage, recordPages };
}

/** Profile before app, the wanted form factor before the other. */
function rank({ profile, formFactor = 'Large' }: PageOverride, wanted: 'Large' | 'Small'): number {
  return (profile === undefined ? 2 : 0) + (formFactor === wanted ? 0 : 1);
}
