import { LightningElement, api } from 'lwc';
import { chartLabels as labels } from 'c/labels';
import { Memo } from 'c/memo';
import { distinctXs, numericSeries } from './numericSeries';
import { layOut, type Plot } from './plot';
import type { ChartSeries, NumericSeries, XKind, YFormat } from './types';
import { writeReading, writeSummary, writeValue, writeX, type Writing } from './writeValues';

export type { BandPoint, ChartPoint, ChartSeries, XKind, YFormat } from './types';

/** Until the real width is known, and where nothing can measure it. */
const DEFAULT_WIDTH = 480;

interface TableRow {
  readonly key: string;
  readonly x: string;
  readonly cells: readonly { readonly key: string; readonly text: string }[];
}

/**
 * Lines over days or numbers. Each line has a dash, a marker and its name; bands show where a value is likely to
 * lie. A pointer or the arrow keys read it point by point, and *Show as table* gives the same numbers as a table.
 */
export default class LineChart extends LightningElement {
  @api series: readonly ChartSeries[] = [];
  /** What the chart shows: its accessible name and the table's caption. */
  @api label = '';
  @api xKind: XKind = 'day';
  /** What x counts, where the ticks alone do not tell; also the head of the table's first column. */
  @api xLabel?: string;
  /** Height of the dotted line, in units of y. */
  @api target?: number;
  /** Ends of the y axis; without them the axis fits the data. */
  @api yMin?: number;
  @api yMax?: number;
  @api yFormat: YFormat = 'number';

  readonly labels = labels;

  showsTable = false;
  activeIndex?: number;
  width = DEFAULT_WIDTH;

  private readonly numeric = new Memo<readonly NumericSeries[]>();
  private readonly drawn = new Memo<Plot | undefined>();
  private observer?: ResizeObserver;

  override renderedCallback(): void {
    if (this.observer || typeof ResizeObserver === 'undefined') return;
    const frame = this.template?.querySelector('.frame');
    if (!frame) return;
    this.observer = new ResizeObserver(([entry]) => {
      const width = Math.round(entry?.contentRect.width ?? 0);
      if (width > 0) this.width = width;
    });
    this.observer.observe(frame);
  }

  override disconnectedCallback(): void {
    this.observer?.disconnect();
    this.observer = undefined;
  }

  get numbers(): readonly NumericSeries[] {
    return this.numeric.of([this.series, this.xKind], () => numericSeries(this.series ?? [], this.xKind));
  }

  get writing(): Writing {
    return { xKind: this.xKind, xLabel: this.xLabel, yFormat: this.yFormat };
  }

  get plot(): Plot | undefined {
    const { numbers: series, width, target, yMin, yMax, xKind, xLabel, yFormat } = this;
    return this.drawn.of([series, width, target, yMin, yMax, xKind, xLabel, yFormat], () =>
      layOut({ series, width, target, yMin, yMax, ...this.writing }),
    );
  }

  get showsPlot(): boolean {
    return !this.showsTable && this.plot !== undefined;
  }

  get showsTableOfPoints(): boolean {
    return this.showsTable && this.plot !== undefined;
  }

  get isEmpty(): boolean {
    return this.plot === undefined;
  }

  get summary(): string {
    return writeSummary(this.label, this.numbers, this.target, this.writing);
  }

  get toggleLabel(): string {
    return this.showsTable ? labels.showChart : labels.showTable;
  }

  get cursor(): { x: number } | undefined {
    const stop = this.activeIndex === undefined ? undefined : this.plot?.stops[this.activeIndex];
    return stop && { x: stop.at };
  }

  get reading(): string {
    const stop = this.activeIndex === undefined ? undefined : this.plot?.stops[this.activeIndex];
    return stop ? writeReading(this.numbers, stop.x, this.writing) : '';
  }

  get hint(): string {
    return this.reading || labels.howToRead;
  }

  get columns(): { key: string; text: string }[] {
    return this.numbers.map(({ name }) => ({ key: name, text: name }));
  }

  get xHeader(): string {
    return this.xLabel ?? labels.day;
  }

  get rows(): TableRow[] {
    return distinctXs(this.numbers).map((x) => ({
      key: String(x),
      x: writeX(x, this.writing),
      cells: this.numbers.map((series) => ({
        key: series.name,
        text: writeValue(series, x, this.yFormat) ?? labels.none,
      })),
    }));
  }

  handleToggle(): void {
    this.showsTable = !this.showsTable;
    this.activeIndex = undefined;
    this.observer?.disconnect();
    this.observer = undefined;
  }

  handlePointer(event: PointerEvent): void {
    const stops = this.plot?.stops ?? [];
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const at = ((event.clientX - box.left) / (box.width || this.width)) * this.width;
    const distances = stops.map((stop) => Math.abs(stop.at - at));
    this.activeIndex = distances.indexOf(Math.min(...distances));
  }

  handleLeave(): void {
    this.activeIndex = undefined;
  }

  handleKey(event: KeyboardEvent): void {
    const last = (this.plot?.stops.length ?? 0) - 1;
    const now = this.activeIndex;
    const moves: Readonly<Record<string, number | undefined>> = {
      ArrowLeft: now === undefined ? last : Math.max(0, now - 1),
      ArrowRight: now === undefined ? 0 : Math.min(last, now + 1),
      Home: 0,
      End: last,
    };
    if (event.key === 'Escape') this.activeIndex = undefined;
    const next = moves[event.key];
    if (next === undefined) return;
    // The page would scroll.
    event.preventDefault();
    this.activeIndex = next;
  }
}
