import { LightningElement, wire } from 'lwc';
import { isBareRequest, rerank, type SearchFilter, type SearchHit } from 'c/knowledge';
import AskQuestion from 'c/askQuestion';
import { messageOf } from 'c/errors';
import { asksForSomebody, findExperts, HISTORY_QUERY, toHistory, type FoundExpert, type History } from 'c/expertFinder';
import { EVERYBODY, EXPERTS_QUERY, toExpertise, type Expertise } from 'c/expertRecords';
import { createTypedSearch, findRespelled, type Found, type FoundEntry } from 'c/knowledgeSearch';
import { logSearch, noteClick } from 'c/searchLog';
import { commonLabels, format, knowledgeLabels } from 'c/labels';
import { Memo } from 'c/memo';
import type { PanelState } from 'c/statePanel';
import USER_ID from '@salesforce/user/Id';
import { graphql, type GraphqlQuery, type GraphqlResult } from 'lightning/graphql';
import { CurrentPageReference, NavigationMixin, type PageReference } from 'lightning/navigation';
import { nextStop } from './arrowKeys';
import { KeptPlace } from './bankPlace';
import { filterOf, toBrowsed, toHits, type Browsed, type View } from './browse';
import { BROWSE_QUERY } from './browseQuery';
import { FACTS_QUERY, idsOf, toEntryFacts, withFacts, type EntryFacts } from './entryFacts';
import { nameViews, wordEmptyList, wordEmptySearch, type EmptyWords } from './listWords';
import { toRows, type EntryRow } from './entryRows';

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
  readonly viewRows = nameViews();

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
        if (this.isAnswerable) this.found = found;
        this.keepPlace();
      },
      failed: (error) => {
        this.searchError = messageOf(error);
      },
    },
    findRespelled,
  );
  private readonly place = new KeptPlace();
  private readonly complete = new Memo<readonly FoundEntry[]>();
  private readonly ordered = new Memo<readonly SearchHit[]>();
  private readonly experts = new Memo<readonly FoundExpert[]>();

  /** Whoever comes back, or by a link to a list, finds what the address names. */
  @wire(CurrentPageReference)
  wiredPage(reference?: PageReference): void {
    const place = reference && this.place.arrive(reference);
    if (!place) return;
    ({ query: this.query, view: this.view, tagId: this.tagId, filter: this.filter } = place);
    this.follow();
  }

  override disconnectedCallback(): void {
    this.place.leave();
  }

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
    this.checked = new Set(idsOf(this.found));
    if (data) this.facts = toEntryFacts(data);
  }

  get factsQuery(): GraphqlQuery | undefined {
    return idsOf(this.found).length > 0 ? FACTS_QUERY : undefined;
  }

  get factsVariables(): Record<string, unknown> {
    return { ids: idsOf(this.found) };
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

  /** Of "who knows about" the rest is still to come. */
  get isBare(): boolean {
    return asksForSomebody(this.query) && isBareRequest(this.query);
  }

  get isAnswerable(): boolean {
    return this.isSearch && !this.isBare;
  }

  get panelState(): PanelState {
    if (this.isBare) return 'empty';
    if (this.isSearch ? this.searchError : this.browseError) return 'error';
    if (!(this.isSearch ? this.found : this.browsed)) return 'loading';
    if (this.hits.length + this.people.length > 0) return 'ready';
    return this.isSearch && this.found?.summed.some(({ id }) => !this.checked.has(id)) ? 'loading' : 'empty';
  }

  get isReady(): boolean {
    return this.panelState === 'ready';
  }

  get panelHeading(): string {
    return this.panelState === 'error' ? labels.bankErrorTitle : this.emptyWords.heading;
  }

  get panelMessage(): string {
    return (this.isSearch ? this.searchError : this.browseError) ?? this.emptyWords.message;
  }

  get countText(): string {
    if (!this.isAnswerable || this.panelState === 'loading' || this.panelState === 'error') return '';
    const count = this.hits.length + this.people.length;
    return count === 1 ? labels.oneResult : format(labels.resultCount, count);
  }

  get hits(): readonly SearchHit[] {
    const { isSearch, query, entries, filter, browsed } = this;
    return this.ordered.of([isSearch, query, entries, filter, browsed], () => {
      if (isSearch) return rerank(query, entries, { typing: true, now: new Date(), ...(filter && { filter }) });
      return toHits(browsed);
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
    const { hits, people, query } = this;
    return toRows(hits, people, this.isSearch ? query : '', asksForSomebody(query) ? 0 : BEFORE_PEOPLE);
  }

  handleQuery(event: CustomEvent<{ value: string }>): void {
    this.query = event.detail.value;
    this.follow();
    if (!this.isSearch) this.keepPlace();
  }

  /** Whoever leaves the field, or presses Enter, meant the search. */
  handleCommit(): void {
    if (this.isSearch && this.panelState !== 'loading' && this.found) this.log();
  }

  handleFilter(event: CustomEvent<{ filter?: SearchFilter }>): void {
    this.filter = event.detail.filter;
    this.keepPlace();
  }

  handleTag(event: CustomEvent<{ value: string }>): void {
    this.tagId = event.detail.value;
    this.keepPlace();
  }

  handleView(event: Event): void {
    this.view = (event.target as unknown as { value: View }).value;
    this.keepPlace();
  }

  /** The arrow keys go from the search field through the entries and back. */
  handleKey(event: KeyboardEvent): void {
    const next = nextStop(event, [...(this.template?.querySelectorAll<HTMLElement>('.query, .open') ?? [])]);
    if (!next) return;
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
    this.show(questionId, 'Question__c');
  }

  handleRetry(): void {
    if (this.isSearch) this.follow();
    else this.refreshBrowse?.();
  }

  private get emptyWords(): EmptyWords {
    return this.isSearch ? wordEmptySearch(this.isBare) : wordEmptyList(this.view, this.tagId);
  }

  /** Searches for what is typed; without it nothing is found, nor narrowed. */
  private follow(): void {
    this.searchError = undefined;
    if (this.isAnswerable) {
      this.askOrg();
      return;
    }
    this.found = undefined;
    if (!this.isSearch) this.filter = undefined;
  }

  /** In place of the page's address as it was, so that Back leaves the bank rather than undoing letters. */
  private keepPlace(): void {
    const page = this.place.keep(this);
    if (page) this[NavigationMixin.Navigate](page, true);
  }

  /** Notes the search, once a query. */
  private log(): Promise<string | undefined> {
    if (this.logged?.query !== this.query)
      this.logged = { query: this.query, id: logSearch(this.query, this.hits.length) };
    return this.logged.id;
  }

  private open(id: string): void {
    if (this.isSearch) noteClick(this.log());
    const kind = this.hits.find((hit) => hit.entry.id === id)?.entry.kind;
    const listed = kind === 'nugget' ? 'Nugget__c' : 'Question__c';
    this.show(id, this.people.some((person) => person.id === id) ? 'User' : listed);
  }

  private show(recordId: string, objectApiName: string): void {
    this.place.leave();
    const attributes = { recordId, objectApiName, actionName: 'view' };
    this[NavigationMixin.Navigate]({ type: 'standard__recordPage', attributes });
  }
}
