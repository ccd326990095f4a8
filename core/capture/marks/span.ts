import type { HeaderField } from '../words/header-labels.ts';

/** Headers that a client printed above a quoted or forwarded mail; values as they stood. */
export type PrintedHeaders = Partial<Record<HeaderField, string>>;

/** Lines that a mail client wrote where another mail begins: from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly kind: 'attribution' | 'headers' | 'original' | 'forward' | 'above';
  readonly headers?: PrintedHeaders;
}
