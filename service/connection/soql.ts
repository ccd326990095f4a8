/** A text as a SOQL literal, quotes included. */
export function soqlText(text: string): string {
  const escaped = text.replace(/\\/g, '\\\\').replace(/'/g, "\\'").replace(/\n/g, '\\n').replace(/\r/g, '\\r');
  return `'${escaped}'`;
}

/** `('a', 'b')`, for IN. The list must not be empty. */
export function soqlList(texts: readonly string[]): string {
  return `(${texts.map(soqlText).join(', ')})`;
}

/** Lists short enough for a query in a URL. */
export function inLists(texts: readonly string[], size = 100): string[][] {
  const lists: string[][] = [];
  for (let start = 0; start < texts.length; start += size) lists.push(texts.slice(start, start + size));
  return lists;
}
