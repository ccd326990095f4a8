/** Rows above and below the ones in view that are rendered too, so that scrolling shows no blanks. */
const SPARE = 12;
/** The window moves in steps, so that not every pixel of scrolling renders anew. */
const STEP = 8;

/** Which rows are rendered, and how much room the others take. */
export interface RowWindow {
  readonly first: number;
  /** One after the last. */
  readonly end: number;
  /** Pixels. */
  readonly above: number;
  readonly below: number;
}

/**
 * The rows to render of a long list of equally high rows.
 *
 * @param scrollTop pixels scrolled
 * @param viewHeight pixels that can be seen
 */
export function rowWindow(count: number, rowHeight: number, scrollTop: number, viewHeight: number): RowWindow {
  const top = Math.floor(Math.max(0, scrollTop) / rowHeight);
  const seen = Math.ceil(viewHeight / rowHeight) + 1;
  const latest = Math.max(0, count - seen - SPARE);
  const first = Math.min(latest, Math.max(0, Math.floor((top - SPARE) / STEP) * STEP));
  const end = Math.min(count, first + seen + 2 * SPARE + STEP);
  return { first, end, above: first * rowHeight, below: (count - end) * rowHeight };
}

/** The scroll position at which a row can be seen, nearest to the present one. */
export function scrollToRow(row: number, rowHeight: number, scrollTop: number, viewHeight: number): number {
  const top = row * rowHeight;
  if (top < scrollTop) return top;
  return top + rowHeight > scrollTop + viewHeight ? top + rowHeight - viewHeight : scrollTop;
}
