import { LightningElement, api } from 'lwc';
import { teamLabels as labels } from 'c/labels';
import { FIRST_ORDER, OVERALL_COLUMN, type TeamMember, type TeamOrder } from 'c/teamData';
import { FIXED_COLUMNS, toGridRow, toHeaders, type ColumnHeader, type GridRow } from './gridRows';
import { moveInGrid, type GridPlace } from './gridKeys';
import { rowWindow, scrollToRow, type RowWindow } from './rowWindow';

/** Pixels; the style sheet says the same. */
const ROW_HEIGHT = 44;
/** Before the height of the frame is known, and where nothing can measure it. */
const DEFAULT_VIEW = 640;

/** A cell of the heat map: whose, and in which column. */
export interface CellChoice {
  readonly personId: string;
  readonly column: string;
}

/**
 * A grid of people by domains. However many people there are, only the rows in view are rendered; head and foot stay.
 * Arrow keys move between cells, Space chooses a person, Enter opens what the cell is about.
 *
 * @fires sort with the column
 * @fires open with the person's id
 * @fires cell with a CellChoice
 * @fires select with `{ ids, isSelected }`
 */
export default class TeamGrid extends LightningElement {
  /** In the order to show. */
  @api members: readonly TeamMember[] = [];
  @api domains: readonly string[] = [];
  @api selectedIds: ReadonlySet<string> = new Set();
  /** Texts of the last row, one for each domain and overall. */
  @api averages: readonly { readonly key: string; readonly text: string }[] = [];

  readonly labels = labels;

  @api
  get order(): TeamOrder {
    return this.currentOrder;
  }

  /** Another order begins at the top again: whoever asks for the weakest wants to see them. */
  set order(order: TeamOrder) {
    const { column, ascending } = this.currentOrder;
    if (order.column !== column || order.ascending !== ascending) {
      this.scrollTop = 0;
      if (this.scroller) this.scroller.scrollTop = 0;
    }
    this.currentOrder = order;
  }

  active: GridPlace = { row: 0, column: 1 };

  private currentOrder: TeamOrder = FIRST_ORDER;
  private scrollTop = 0;
  private viewHeight = DEFAULT_VIEW;
  private focusActive = false;

  override renderedCallback(): void {
    const scroller = this.scroller;
    if (scroller && scroller.clientHeight > 0) this.viewHeight = scroller.clientHeight;
    if (!this.focusActive) return;
    this.focusActive = false;
    const { row, column } = this.active;
    this.template?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`)?.focus();
  }

  /** Puts the focus back on the cell that was left. */
  @api
  focus(): void {
    this.focusActive = true;
    this.active = { ...this.active };
  }

  get headers(): ColumnHeader[] {
    return toHeaders(this.domains, this.order);
  }

  get view(): RowWindow {
    return rowWindow(this.members.length, ROW_HEIGHT, this.scrollTop, this.viewHeight);
  }

  get rows(): GridRow[] {
    const { first, end } = this.view;
    // What the Tab key reaches is always among the rows that are there.
    const active = { ...this.active, row: Math.min(Math.max(this.active.row, first), end - 1) };
    return this.members
      .slice(first, end)
      .map((member, index) => toGridRow(member, first + index, this.domains, active, this.selectedIds.has(member.id)));
  }

  get aboveStyle(): string | undefined {
    return this.view.above > 0 ? `block-size: ${this.view.above}px` : undefined;
  }

  get belowStyle(): string | undefined {
    return this.view.below > 0 ? `block-size: ${this.view.below}px` : undefined;
  }

  get columnCount(): number {
    return FIXED_COLUMNS + this.domains.length + 1;
  }

  /** With the head and the foot. */
  get rowCount(): number {
    return this.members.length + 2;
  }

  get areAllSelected(): boolean {
    return this.members.length > 0 && this.members.every(({ id }) => this.selectedIds.has(id));
  }

  handleScroll(event: Event): void {
    const before = this.view.first;
    const top = (event.currentTarget as HTMLElement).scrollTop;
    if (rowWindow(this.members.length, ROW_HEIGHT, top, this.viewHeight).first !== before) this.scrollTop = top;
  }

  handleKey(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    if (!('row' in target.dataset)) return;
    if (event.key === ' ' && target.dataset.column !== '0') {
      event.preventDefault();
      this.toggle(this.members[this.active.row]?.id);
      return;
    }
    if (event.key === 'Enter' && target.dataset.cell) {
      this.choose(target);
      return;
    }
    const page = Math.max(1, Math.floor(this.viewHeight / ROW_HEIGHT) - 2);
    const size = { rows: this.members.length, columns: this.columnCount, page };
    const place = moveInGrid(this.active, event.key, event.ctrlKey, size);
    if (!place) return;
    event.preventDefault();
    this.active = place;
    this.focusActive = true;
    this.bringIntoView(place.row);
  }

  handleFocus(event: FocusEvent): void {
    const { row, column } = (event.target as HTMLElement).dataset;
    if (row === undefined || column === undefined) return;
    const place = { row: Number(row), column: Number(column) };
    if (place.row !== this.active.row || place.column !== this.active.column) this.active = place;
  }

  handleSort(event: Event): void {
    this.fire('sort', (event.currentTarget as HTMLElement).dataset.columnKey ?? OVERALL_COLUMN);
  }

  handleOpen(event: Event): void {
    this.fire('open', (event.currentTarget as HTMLElement).dataset.personId);
  }

  handleCell(event: Event): void {
    this.choose(event.currentTarget as HTMLElement);
  }

  handleSelect(event: Event): void {
    this.toggle((event.currentTarget as HTMLElement).dataset.personId);
  }

  handleSelectAll(): void {
    this.fire('select', { ids: this.members.map(({ id }) => id), isSelected: !this.areAllSelected });
  }

  private get scroller(): HTMLElement | null | undefined {
    return this.template?.querySelector<HTMLElement>('.scroller');
  }

  private choose({ dataset }: HTMLElement): void {
    this.fire('cell', { personId: dataset.personId ?? '', column: dataset.cell ?? OVERALL_COLUMN });
  }

  private toggle(id: string | undefined): void {
    if (id) this.fire('select', { ids: [id], isSelected: !this.selectedIds.has(id) });
  }

  /** Head and foot cover a row each. */
  private bringIntoView(row: number): void {
    const scroller = this.scroller;
    if (!scroller) return;
    const visible = this.viewHeight - 2 * ROW_HEIGHT;
    scroller.scrollTop = scrollToRow(row, ROW_HEIGHT, scroller.scrollTop, visible);
    this.scrollTop = scroller.scrollTop;
  }

  private fire(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
