import type { QueryPlan } from '../plan.ts';
import type { TokenReader } from './token-reader.ts';

/** The largest offset of a query. */
const MAXIMUM_OFFSET = 2_000;

/** What may stand behind ORDER BY. `FOR VIEW` and its kin change nothing that a query shows. */
export function readTail(reader: TokenReader): Pick<QueryPlan, 'limit' | 'offset'> {
  const limit = reader.takeWords('LIMIT') ? reader.expectWholeNumber() : undefined;
  const offset = reader.takeWords('OFFSET') ? readOffset(reader) : undefined;
  while (reader.takeWords('FOR')) {
    if (!['VIEW', 'REFERENCE', 'UPDATE'].some((purpose) => reader.takeWords(purpose))) reader.unexpected();
  }
  skipUpdates(reader);
  if (reader.isWord('ALL') && reader.isWord('ROWS', 1)) reader.fail('ALL ROWS not allowed in this context');
  return { limit, offset };
}

/** `UPDATE TRACKING, VIEWSTAT`: counts of articles, of which there are none. */
export function skipUpdates(reader: TokenReader): void {
  while (reader.takeWords('UPDATE')) {
    reader.list(() => {
      if (!['TRACKING', 'VIEWSTAT'].some((purpose) => reader.takeWords(purpose))) reader.unexpected();
    });
  }
}

function readOffset(reader: TokenReader): number {
  const { at } = reader.peek();
  const offset = reader.expectWholeNumber();
  if (offset <= MAXIMUM_OFFSET) return offset;
  return reader.fail(`Maximum SOQL offset allowed is ${MAXIMUM_OFFSET}`, at, 'NUMBER_OUTSIDE_VALID_RANGE');
}
