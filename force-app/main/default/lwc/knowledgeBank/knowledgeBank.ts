import { LightningElement, wire } from 'lwc';
import { rerank, type SearchFilter, type SearchHit } from 'c/knowledge';
import AskQuestion from 'c/askQuestion';
import { messageOf } from 'c/errors';
import { asksForSomebody, findExperts, HISTORY_QUERY, toHistory, type FoundExpert, type History } from 'c/expertFinder';
import { EVERYBODY, EXPERTS_QUERY, toExpertise, type Expertise } from 'c/expertRecords';
import { createTypedSearch, findRespelled, type Found, type FoundEntry } from 'c/knowledgeSearch';
import { logSearch, noteClick } from 'c/searchLog';
import { commonLabels, expertLabels, format, knowledgeLabels } from 'c/labels';
import { Memo } from 'c/memo';
import type { PanelState } from 'c/statePanel';
import USER_ID from '@salesforce/user/Id';
import { graphql, type GraphqlQuery, type GraphqlResult } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import { filterOf, toBrowsed, VIEWS, type Browsed, type View } from './browse';
import { BROWSE_QUERY } from './browseQuery';
import { FACTS_QUERY, toEntryFacts, withFacts, type EntryFacts } from './entryFacts';
import { toEntryRow, toPersonRow, type EntryRow } from './entryRows';

const labels = { ...commonLabels, ...knowledgeLabels };

/** Without being asked for, people come after so many entries. */
const BEFORE_PEOPLE = 3;

/**
 * The knowledge bank: search as you type over questions, answers and nuggets in one list, browse discussions, ask.
 * The org finds, under the reader's rights; the engine orders. Arrow keys and Enter work from the search field.
 */
export default class KnowledgeBank extends NavigationMixin(LightningElement) {
  readonly labels = labels;
  readonly placeholderLink = '#';

  query = '';
  view: View = 'discussions';
  filter?: SearchFilter;
  tagId = '';
  facts?: EntryFacts;
  /** The entries whose facts were asked for and answered, or could not be read. */
  checked: ReadonlySet<string> = new Set();
  browsed?: Browsed;
  found?: Found;
  expertise?: Expertise;
  history?: History;
  readonly everybody = EVERYBODY;
  searchError?: string;
  browseError?: string;

  private logged?: { readonly query: string; readonly id: Promise<string | undefined> };
  private refreshBrowse?: () => Promise<void>;
  private readonly askOrg = createTypedSearch(
    {
      text: () => this.query,
      found: (found) => {
        if (this.isSearch) this.found = found;
      },
      failed: (error) => {
        this.searchError = messageOf(error);
      },
    },
    findRespelled,
  );
  private readonly complete = new Memo<readonly FoundEntry[]>();
  private readonly ordered = new Memo<readonly SearchHit[]>();
  private readonly experts = new Memo<readonly FoundExpert[]>();

  get variables(): Record<string, unknown> {
    return { where: filterOf(this.view, USER_ID, this.browsed?.followed ?? [], this.tagId), userId: USER_ID };
  }

  @wire(graphql, { query: BROWSE_QUERY, variables: '$variables' })
  wiredBrowse({ data, errors, refresh }: GraphqlResult): void {
    this.refreshBrowse = refresh ?? this.refreshBrowse;
    if (!data && !errors) return;
    this.browseError = errors && messageOf(errors);
    if (data) this.browsed = toBrowsed(data);
  }

  /** Who knows is read with the first search; where it cannot be, nobody is listed. */
  @wire(graphql, { query: '$expertsQuery', variables: '$everybody' })
  wiredExperts({ data }: GraphqlResult): void {
    if (data) this.expertise = toExpertise(data);
  }

  @wire(graphql, { query: '$historyQuery' })
  wiredHistory({ data }: GraphqlResult): void {
    if (data) this.history = toHistory(data);
  }

  /** What else is to be known of what was found is asked for once it is found. */
  @wire(graphql, { query: '$factsQuery', variables: '$factsVariables' })
  wiredFacts({ data, errors }: GraphqlResult): void {
    if (!data && !errors) return;
    this.checked = new Set(this.foundIds);
    if (data) this.facts = toEntryFacts(data);
  }

  get factsQuery(): GraphqlQuery | undefined {
    return this.foundIds.length > 0 ? FACTS_QUERY : undefined;
  }

  get factsVariables(): Record<string, unknown> {
    return { ids: this.foundIds };
  }

  /** What was found, with its tags, verifications and summaries as far as they are known. */
  get entries(): readonly FoundEntry[] {
    const { found, facts } = this;
    return this.complete.of([found, facts], () => (found ? withFacts(found, facts) : []));
  }

  get tagOptions(): { label: string; value: string }[] {
    return [{ label: labels.allTags, value: '' }, ...(this.browsed?.tags ?? [])];
  }

  get expertsQuery(): GraphqlQuery | undefined {
    return this.isSearch ? EXPERTS_QUERY : undefined;
  }

  get historyQuery(): GraphqlQuery | undefined {
    return this.isSearch ? HISTORY_QUERY : undefined;
  }

  get isSearch(): boolean {
    return this.query.trim() !== '';
  }

  get panelState(): PanelState {
    if (this.isSearch ? this.searchError : this.browseError) return 'error';
    if (!(this.isSearch ? this.found : this.browsed)) return 'loading';
    if (this.hits.length + this.people.length > 0) return 'ready';
    return this.isSearch && this.found?.summed.some(({ id }) => !this.checked.has(id)) ? 'loading' : 'empty';
  }

  get isReady(): boolean {
    return this.panelState === 'ready';
  }

  get panelHeading(): string {
    if (this.panelState === 'error') return labels.bankErrorTitle;
    return this.isSearch ? labels.nothingFoundTitle : labels.nothingHereTitle;
  }

  get panelMessage(): string {
    const error = this.isSearch ? this.searchError : this.browseError;
    return error ?? (this.isSearch ? labels.nothingFoundMessage : labels.nothingHereMessage);
  }

  get countText(): string {
    if (!this.isSearch || this.panelState === 'loading' || this.panelState === 'error') return '';
    const count = this.hits.length + this.people.length;
    return count === 1 ? labels.oneResult : format(labels.resultCount, count);
  }

  get hits(): readonly SearchHit[] {
    const { isSearch, query, entries, filter, browsed } = this;
    return this.ordered.of([isSearch, query, entries, filter, browsed], () => {
      if (isSearch) return rerank(query, entries, { typing: true, now: new Date(), ...(filter && { filter }) });
      const listed = browsed?.entries ?? [];
      return listed.map((entry) => ({ entry, score: 0, coverage: 0, likeness: 0, reasons: [] }));
    });
  }

  /** Who knows about what is searched for; filters ask for something else. */
  get people(): readonly FoundExpert[] {
    const { isSearch, query, found, expertise, history, filter } = this;
    return this.experts.of([query, found, expertise, history, filter], () => {
      if (!isSearch || !found || !expertise || filter) return [];
      return findExperts(query, expertise, history, new Date());
    });
  }

  get rows(): EntryRow[] {
    const now = new Date();
    const query = this.isSearch ? this.query : '';
    const entries = this.hits.map((hit) => toEntryRow(hit, query, now));
    return entries.toSpliced(asksForSomebody(query) ? 0 : BEFORE_PEOPLE, 0, ...this.people.map(toPersonRow));
  }

  get viewRows(): { value: View; label: string }[] {
    const words: Record<View, string> = {
      discussions: labels.viewDiscussions,
      unanswered: labels.viewUnanswered,
      mine: labels.viewMine,
      asked: expertLabels.viewAsked,
      following: labels.viewFollowing,
    };
    return VIEWS.map((value) => ({ value, label: words[value] }));
  }

  handleQuery(event: CustomEvent<{ value: string }>): void {
    this.query = event.detail.value;
    if (this.isSearch) {
      this.search();
      return;
    }
    this.found = undefined;
    this.filter = undefined;
    this.searchError = undefined;
  }

  /** Whoever leaves the field, or presses Enter, meant the search. */
  handleCommit(): void {
    if (this.isSearch && this.panelState !== 'loading' && this.found) this.log();
  }

  handleFilter(event: CustomEvent<{ filter?: SearchFilter }>): void {
    this.filter = event.detail.filter;
  }

  handleTag(event: CustomEvent<{ value: string }>): void {
    this.tagId = event.detail.value;
  }

  handleView(event: Event): void {
    this.view = (event.target as unknown as { value: View }).value;
  }

  /** The arrow keys go from the search field through the entries and back. */
  handleKey(event: KeyboardEvent): void {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step === undefined) return;
    const stops = [...(this.template?.querySelectorAll<HTMLElement>('.query, .open') ?? [])];
    const at = stops.indexOf(event.target as HTMLElement);
    const next = stops[at + step];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  }

  handleOpen(event: Event): void {
    event.preventDefault();
    event.stopPropagation();
    this.open((event.currentTarget as HTMLElement).dataset.id ?? '');
  }

  async handleAsk(): Promise<void> {
    const questionId = await AskQuestion.open<{ initialTitle: string }, string>({
      label: labels.ask,
      size: 'medium',
      initialTitle: this.query,
    });
    if (!questionId) return;
    await this.refreshBrowse?.();
    this.navigate(questionId, 'Question__c');
  }

  handleRetry(): void {
    if (this.isSearch) this.search();
    else this.refreshBrowse?.();
  }

  private get foundIds(): string[] {
    return [...(this.found?.entries ?? []), ...(this.found?.summed ?? [])].map(({ id }) => id);
  }

  private search(): void {
    this.searchError = undefined;
    this.askOrg();
  }

  /** Notes the search, once a query. */
  private log(): Promise<string | undefined> {
    if (this.logged?.query !== this.query)
      this.logged = { query: this.query, id: logSearch(this.query, this.hits.length) };
    return this.logged.id;
  }

  private open(id: string): void {
    if (this.isSearch) noteClick(this.log());
    if (this.people.some((person) => person.id === id)) {
      this.navigate(id, 'User');
      return;
    }
    const entry = this.hits.find((hit) => hit.entry.id === id)?.entry;
    this.navigate(id, entry?.kind === 'nugget' ? 'Nugget__c' : 'Question__c');
  }

  private navigate(recordId: string, objectApiName: string): void {
    this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId, objectApiName, actionName: 'view' },
    });
  }
}
