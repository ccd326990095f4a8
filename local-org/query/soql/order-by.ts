import type { Ordering } from '../plan.ts';
import { readReference, type Names } from './references.ts';
import type { TokenReader } from './token-reader.ts';

/** One term of ORDER BY. Nulls come first in both directions unless the query says otherwise. */
export function readOrdering(reader: TokenReader, names: Names): Ordering {
  const reference = readReference(reader, names);
  const direction = reader.takeWords('DESC') ? 'desc' : 'asc';
  if (direction === 'asc') reader.takeWords('ASC');
  if (!reader.takeWords('NULLS')) return { ...reference, direction, nulls: 'first' };
  if (reader.takeWords('LAST')) return { ...reference, direction, nulls: 'last' };
  reader.expectWord('FIRST');
  return { ...reference, direction, nulls: 'first' };
}
