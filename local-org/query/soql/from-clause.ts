import type { FieldPath } from '../plan.ts';
import type { TokenReader } from './token-reader.ts';

/** `FROM Contact c, c.Account a`: the object or child relationship, and names for its parents. */
export interface From {
  readonly name: string;
  readonly alias: string | undefined;
  readonly relationships: readonly { readonly path: FieldPath; readonly alias: string }[];
  /** Where the name stands in the text. */
  readonly at: number;
  /** The place of FROM among the tokens. */
  readonly position: number;
}

const CLAUSES: ReadonlySet<string> = new Set([
  'USING',
  'WHERE',
  'WITH',
  'GROUP',
  'HAVING',
  'ORDER',
  'LIMIT',
  'OFFSET',
  'FOR',
  'UPDATE',
  'ALL',
]);

/** Finds and reads the FROM of the query whose select list begins here; the reader then stands behind it. */
export function readFrom(reader: TokenReader): From {
  moveToFrom(reader);
  const { position } = reader;
  reader.expectWord('FROM');
  const { at } = reader.peek();
  const path = readNames(reader);
  const alias = readAlias(reader);
  const relationships: { path: FieldPath; alias: string }[] = [];
  while (reader.takeSymbol(',')) {
    const relationship = readNames(reader);
    relationships.push({ path: relationship, alias: readAlias(reader) ?? relationship.at(-1) ?? '' });
  }
  return { name: path.at(-1) ?? '', alias, relationships, at, position };
}

function moveToFrom(reader: TokenReader): void {
  for (let depth = 0; ; reader.next()) {
    if (reader.peek().kind === 'end') reader.unexpected();
    if (reader.isSymbol('(')) depth++;
    if (reader.isSymbol(')') && --depth < 0) reader.unexpected();
    if (depth === 0 && reader.isWord('FROM')) return;
  }
}

function readNames(reader: TokenReader): string[] {
  const names = [reader.expectName().text];
  while (reader.takeSymbol('.')) names.push(reader.expectName().text);
  return names;
}

function readAlias(reader: TokenReader): string | undefined {
  if (reader.takeWords('AS')) return reader.expectName().text;
  const token = reader.peek();
  if (token.kind !== 'word' || CLAUSES.has(token.text.toUpperCase())) return undefined;
  return reader.next().text;
}
