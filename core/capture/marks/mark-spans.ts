import { type Line, isBlankLine } from '../text/lines.ts';
import { attributionAt } from './attribution.ts';
import { headerBlockAt } from './header-block.ts';
import { separatorAt } from './separator.ts';
import type { Span } from './span.ts';

/** A line that nobody's client prints: too long to be looked at. */
const LONGEST_MARK = 5_000;

/** A mail with more lines than this is no exchange between people; the rest is not searched. */
const MOST_SEARCHED = 20_000;

/** The places where another mail begins, in order and without overlaps. Looks at a bounded window per line: linear. */
export function markSpans(lines: readonly Line[]): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < Math.min(lines.length, MOST_SEARCHED);) {
    const line = lines[at] as Line;
    const span = line.text.length > LONGEST_MARK || isBlankLine(line) ? undefined : spanAt(lines, at);
    if (span) spans.push(span);
    at = span ? Math.max(span.end, at + 1) : at + 1;
  }
  return spans;
}

function spanAt(lines: readonly Line[], at: number): Span | undefined {
  return separatorAt(lines, at) ?? headerBlockAt(lines, at, false) ?? attributionAt(lines, at);
}
