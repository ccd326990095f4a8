import type { SearchFilter } from 'c/knowledge';
import type { PageReference } from 'lightning/navigation';
import { VIEWS, type View } from './browse';

/** What somebody looks at in the bank. */
export interface Place {
  readonly query: string;
  readonly view: View;
  /** Empty for all topics. */
  readonly tagId: string;
  readonly filter?: SearchFilter;
}

type State = Readonly<Record<string, string>>;

const OWN = /^c__(search|list|topic|answered|verified|kinds|tags)$/;

/** A place as parameters of the page's address; what is as at first is left out. */
export function toState({ query, view, tagId, filter }: Place): State {
  const { answered, verified, kinds = [], tags = [] } = filter ?? {};
  return {
    ...(query.trim() !== '' && { c__search: query }),
    ...(view !== 'discussions' && { c__list: view }),
    ...(tagId !== '' && { c__topic: tagId }),
    ...(answered && { c__answered: '1' }),
    ...(verified && { c__verified: '1' }),
    ...(kinds.length > 0 && { c__kinds: toList(kinds) }),
    ...(tags.length > 0 && { c__tags: toList(tags) }),
  };
}

/** The place that an address names; whatever it does not name, or names wrongly, is as at first. */
export function toPlace(state: State = {}): Place {
  const [kinds, tags] = [fromList(state.c__kinds), fromList(state.c__tags)];
  const filter: SearchFilter = {
    ...(state.c__answered === '1' && { answered: true }),
    ...(state.c__verified === '1' && { verified: true }),
    ...(kinds.length > 0 && { kinds }),
    ...(tags.length > 0 && { tags }),
  };
  return {
    query: state.c__search ?? '',
    view: VIEWS.find((view) => view === state.c__list) ?? 'discussions',
    tagId: /^[a-zA-Z0-9]{15,18}$/.test(state.c__topic ?? '') ? (state.c__topic ?? '') : '',
    ...(Object.keys(filter).length > 0 && { filter }),
  };
}

function toList(values: readonly string[]): string {
  return values.map(encodeURIComponent).join(',');
}

function fromList(text = ''): string[] {
  try {
    return text.split(',').filter(Boolean).map(decodeURIComponent);
  } catch {
    // Somebody cut the address within an escape: the list is as if it were not there.
    return [];
  }
}

/**
 * Keeps a place in the page's address, so that going back finds it. What the page itself kept comes back as an arrival
 * and is not to be shown again: more may have been typed meanwhile. A page in the background hears of other pages too;
 * it keeps nothing until its own is shown again.
 */
export class KeptPlace {
  private page?: PageReference;
  private isHere = false;
  /** What was kept and did not come back yet, as text. */
  private kept: readonly string[] = [];

  /** The place to show, where the address became another. */
  arrive(reference: PageReference): Place | undefined {
    this.isHere = !this.page || identityOf(this.page) === identityOf(reference);
    if (!this.isHere) return undefined;
    this.page = reference;
    const place = toPlace(reference.state);
    const known = this.kept.indexOf(JSON.stringify(toState(place)));
    this.kept = this.kept.slice(known + 1);
    return known < 0 ? place : undefined;
  }

  /** From now on another page is shown. */
  leave(): void {
    this.isHere = false;
  }

  /** Where to navigate to in place of the page, so that its address names the place; undefined where it does. */
  keep(place: Place): PageReference | undefined {
    const { page } = this;
    if (!page || !this.isHere) return undefined;
    const state = toState(place);
    const text = JSON.stringify(state);
    if (text === (this.kept.at(-1) ?? JSON.stringify(toState(toPlace(page.state))))) return undefined;
    this.kept = [...this.kept, text];
    const others = Object.entries(page.state ?? {}).filter(([name]) => !OWN.test(name));
    return { ...page, state: { ...Object.fromEntries(others), ...state } };
  }
}

function identityOf({ type, attributes = {} }: PageReference): string {
  return JSON.stringify([type, Object.entries(attributes).sort()]);
}
