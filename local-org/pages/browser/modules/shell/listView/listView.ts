import { LightningElement, api } from 'lwc';
import type { ObjectModel } from '../../../../model/types.ts';
import { boot } from '../../../boot.ts';
import { errorMessage } from '../../../api/org-request.ts';
import { changes } from '../../../data/changes.ts';
import {
  MAXIMUM_OFFSET,
  countQuery,
  isNumeric,
  listCells,
  listQuery,
  type ListCell,
  type ListState,
} from '../../../data/list-query.ts';
import { query, type QueryRow } from '../../../data/soql.ts';

/** An object's records in a table: mine or all, searched, sorted by a column. */
export default class ListView extends LightningElement {
  /** The API name of the object. */
  @api object = '';

  private state: ListState = { scope: 'mine', search: '', sortBy: '', descending: false };
  private records: readonly QueryRow[] | undefined;
  private total = 0;
  private turn = 0;
  private typing: ReturnType<typeof setTimeout> | undefined;
  private unsubscribe: (() => void) | undefined;
  loadingMore = false;
  message = '';

  connectedCallback(): void {
    const { listColumns, nameField, owned } = this.model;
    const first = listColumns.find(({ path }) => path === 'CloseDate') ?? listColumns.find(({ sortable }) => sortable);
    const sortBy = first?.path ?? nameField;
    this.state = { scope: owned ? 'mine' : 'all', search: '', sortBy, descending: first?.type === 'Date' };
    this.unsubscribe = changes.subscribe(() => this.load());
    void this.start();
  }

  disconnectedCallback(): void {
    clearTimeout(this.typing);
    this.turn += 1;
    this.unsubscribe?.();
  }

  get model(): ObjectModel {
    const model = boot.objects[this.object];
    if (model === undefined) throw new Error(`There is no object ${this.object} in this app.`);
    return model;
  }

  get icon(): string {
    return this.model.icon;
  }

  get title(): string {
    return `${this.state.scope === 'mine' ? 'My' : 'All'} ${this.model.labelPlural}`;
  }

  get searchLabel(): string {
    return `Search ${this.model.labelPlural}`;
  }

  get mineVariant(): string {
    return this.state.scope === 'mine' ? 'brand' : 'neutral';
  }

  get allVariant(): string {
    return this.state.scope === 'all' ? 'brand' : 'neutral';
  }

  get waiting(): boolean {
    return this.records === undefined;
  }

  get empty(): boolean {
    return this.records?.length === 0;
  }

  get emptyText(): string {
    return this.state.search === ''
      ? `There are no ${this.model.labelPlural.toLowerCase()} here.`
      : 'Nothing matches the search.';
  }

  get summary(): string {
    if (this.records === undefined) return '\u00a0';
    const label = this.model.listColumns.find(({ path }) => path === this.state.sortBy)?.label ?? '';
    return `${this.total.toLocaleString(boot.session.locale)} item${this.total === 1 ? '' : 's'} • Sorted by ${label}`;
  }

  get headings(): readonly object[] {
    return this.model.listColumns.map((column) => {
      const sorted = column.path === this.state.sortBy;
      return {
        ...column,
        className: isNumeric(column.type) ? 'heading number' : 'heading',
        sorted: sorted ? (this.state.descending ? 'descending' : 'ascending') : undefined,
        icon: sorted ? (this.state.descending ? 'utility:arrowdown' : 'utility:arrowup') : undefined,
      };
    });
  }

  get rows(): readonly { readonly id: string; readonly cells: readonly ListCell[] }[] {
    return (this.records ?? []).map((row) => ({
      id: String(row['Id']),
      cells: listCells(this.model.listColumns, row),
    }));
  }

  get hasMore(): boolean {
    const shown = this.records?.length ?? 0;
    return shown > 0 && shown < this.total && shown <= MAXIMUM_OFFSET;
  }

  handleScope(event: Event): void {
    const scope = (event.currentTarget as HTMLElement & { name: ListState['scope'] }).name;
    this.change({ scope });
  }

  handleSort(event: Event): void {
    const sortBy = (event.currentTarget as HTMLElement).dataset['path'] ?? '';
    this.change({ sortBy, descending: sortBy === this.state.sortBy ? !this.state.descending : false });
  }

  handleSearch(event: CustomEvent<{ value: string }>): void {
    const search = event.detail.value;
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.change({ search }), 250);
  }

  async handleMore(): Promise<void> {
    const { turn } = this;
    this.loadingMore = true;
    try {
      const { records } = await query(
        listQuery(this.model, this.state, boot.session.userId, this.records?.length ?? 0),
      );
      if (turn === this.turn) this.records = [...(this.records ?? []), ...records];
    } catch (error) {
      this.message = errorMessage(error);
    } finally {
      this.loadingMore = false;
    }
  }

  private change(change: Partial<ListState>): void {
    this.state = { ...this.state, ...change };
    void this.load();
  }

  /** Who owns nothing (a manager, an administrator) starts with everything they may see. */
  private async start(): Promise<void> {
    await this.load();
    if (this.model.owned && this.total === 0 && this.message === '') this.change({ scope: 'all' });
  }

  private async load(): Promise<void> {
    const turn = ++this.turn;
    try {
      const [page, count] = await Promise.all([
        query(listQuery(this.model, this.state, boot.session.userId, 0)),
        query(countQuery(this.model, this.state, boot.session.userId)),
      ]);
      if (turn !== this.turn) return;
      this.records = page.records;
      this.total = count.totalSize;
      this.message = '';
    } catch (error) {
      if (turn === this.turn) this.message = errorMessage(error);
    }
  }
}
