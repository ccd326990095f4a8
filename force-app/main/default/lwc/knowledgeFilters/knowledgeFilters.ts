import { LightningElement, api } from 'lwc';
import type { KnowledgeEntry, SearchFilter } from 'c/knowledge';
import { format, knowledgeLabels as labels } from 'c/labels';

/** More tags than this are not offered; the most frequent are. */
const MOST_TAGS = 10;

interface Facet {
  /** `answered`, `kind:question`, `tag:Globex`. */
  readonly key: string;
  readonly name: string;
  readonly fits: (entry: KnowledgeEntry) => boolean;
}

interface FacetRow {
  readonly key: string;
  readonly label: string;
  readonly selected: boolean;
}

const FIXED: readonly Facet[] = [
  {
    key: 'answered',
    name: labels.filterAnswered,
    fits: ({ acceptedAnswer, answers }) => acceptedAnswer !== undefined || (answers?.length ?? 0) > 0,
  },
  { key: 'verified', name: labels.filterVerified, fits: ({ verified }) => verified === true },
  { key: 'kind:question', name: labels.filterQuestions, fits: ({ kind }) => kind === 'question' },
  { key: 'kind:nugget', name: labels.filterNuggets, fits: ({ kind }) => kind === 'nugget' },
];

/**
 * What a list of entries can be narrowed to: answered, verified, questions or nuggets, tags; each with how many of the
 * entries it has.
 *
 * @fires filter with `detail.filter`, a `SearchFilter`; undefined where nothing is chosen
 */
export default class KnowledgeFilters extends LightningElement {
  /** What was found, before it is narrowed. */
  @api entries: readonly KnowledgeEntry[] = [];

  readonly labels = labels;

  chosen: ReadonlySet<string> = new Set();

  /** What is chosen; undefined where nothing is. */
  @api
  get filter(): SearchFilter | undefined {
    if (this.chosen.size === 0) return undefined;
    const [kinds, tags] = [this.chosenOf('kind:'), this.chosenOf('tag:')];
    return {
      ...(this.chosen.has('answered') && { answered: true }),
      ...(this.chosen.has('verified') && { verified: true }),
      ...(kinds.length > 0 && { kinds }),
      ...(tags.length > 0 && { tags }),
    };
  }

  set filter(filter: SearchFilter | undefined) {
    const { answered, verified, kinds = [], tags = [] } = filter ?? {};
    this.chosen = new Set([
      ...(answered ? ['answered'] : []),
      ...(verified ? ['verified'] : []),
      ...kinds.map((kind) => `kind:${kind}`),
      ...tags.map((tag) => `tag:${tag}`),
    ]);
  }

  get fixedRows(): FacetRow[] {
    return FIXED.map((facet) => this.toRow(facet));
  }

  /** The most frequent tags, and what is chosen, so that it can be taken back. */
  get tagRows(): FacetRow[] {
    const counts = new Map<string, number>();
    for (const { tags = [] } of this.entries) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    const frequent = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_TAGS);
    const names = new Set([...frequent.map(([tag]) => tag), ...this.chosenOf('tag:')]);
    return [...names].map((name) =>
      this.toRow({ key: `tag:${name}`, name, fits: ({ tags }) => tags?.includes(name) === true }),
    );
  }

  get hasTags(): boolean {
    return this.tagRows.length > 0;
  }

  handleFacet(event: Event): void {
    const key = (event.currentTarget as HTMLElement).dataset.key ?? '';
    const chosen = new Set(this.chosen);
    if (!chosen.delete(key)) chosen.add(key);
    this.chosen = chosen;
    this.dispatchEvent(new CustomEvent('filter', { detail: { filter: this.filter } }));
  }

  private chosenOf(prefix: string): string[] {
    return [...this.chosen].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  }

  private toRow({ key, name, fits }: Facet): FacetRow {
    const count = this.entries.filter(fits).length;
    return { key, label: format(labels.facet, name, count), selected: this.chosen.has(key) };
  }
}
