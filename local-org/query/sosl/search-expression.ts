import { queryError } from '../query-error.ts';

/** What a record's words must be like. */
export type SearchExpression =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly SearchExpression[] }
  | { readonly kind: 'not'; readonly part: SearchExpression }
  | { readonly kind: 'phrase'; readonly words: readonly RegExp[]; readonly longest: string };

const WORD = /[\p{L}\p{N}_]+/gu;

/** The words of a text, in lower case. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

/**
 * The text between FIND's braces: words that must all be there, `"phrases"`, AND, OR, AND NOT, parentheses, and the
 * wildcards `*` and `?`.
 *
 * @throws OrgError `MALFORMED_SEARCH` when there is nothing to search for.
 */
export function parseSearch(text: string): SearchExpression {
  const parser = new SearchParser(piecesOf(text));
  const expression = parser.alternatives();
  if (!expression || !parser.atEnd)
    throw queryError(
      'MALFORMED_SEARCH',
      `No search term found. The search term must be longer than one character: ${text}`,
    );
  return expression;
}

/** True when the words, in their order, hold what is searched for. */
export function matchesSearch(expression: SearchExpression, words: readonly string[]): boolean {
  switch (expression.kind) {
    case 'and':
      return expression.parts.every((part) => matchesSearch(part, words));
    case 'or':
      return expression.parts.some((part) => matchesSearch(part, words));
    case 'not':
      return !matchesSearch(expression.part, words);
    case 'phrase':
      return words.some((_, start) => expression.words.every((word, index) => word.test(words[start + index] ?? '')));
  }
}

type Piece = { readonly kind: 'quoted' | 'parenthesis' | 'word'; readonly text: string };

function piecesOf(text: string): Piece[] {
  return [...text.trim().matchAll(/"((?:[^"\\]|\\.)*)"|([()])|((?:\\.|[^\s"()\\])+)/g)].map(
    ([, quoted, parenthesis, word]) => {
      if (quoted !== undefined) return { kind: 'quoted', text: quoted };
      return parenthesis === undefined
        ? { kind: 'word', text: word ?? '' }
        : { kind: 'parenthesis', text: parenthesis };
    },
  );
}

class SearchParser {
  readonly #pieces: readonly Piece[];
  #position = 0;

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  get atEnd(): boolean {
    return this.#position === this.#pieces.length;
  }

  alternatives(): SearchExpression | undefined {
    const parts: SearchExpression[] = [];
    do {
      const part = this.#conjunction();
      if (part) parts.push(part);
    } while (this.#takeWord('OR'));
    return combined('or', parts);
  }

  #conjunction(): SearchExpression | undefined {
    const parts: SearchExpression[] = [];
    for (;;) {
      this.#takeWord('AND');
      const negated = this.#takeWord('NOT');
      const part = this.#term();
      if (!part) return combined('and', parts);
      parts.push(negated ? { kind: 'not', part } : part);
    }
  }

  #term(): SearchExpression | undefined {
    const piece = this.#pieces[this.#position];
    if (!piece || (piece.kind === 'word' && piece.text === 'OR') || piece.text === ')') return undefined;
    this.#position++;
    if (piece.text !== '(' || piece.kind !== 'parenthesis') return phrase(piece.text) ?? this.#term();
    const inner = this.alternatives();
    if (this.#pieces[this.#position]?.text === ')') this.#position++;
    return inner;
  }

  #takeWord(word: string): boolean {
    const piece = this.#pieces[this.#position];
    if (piece?.kind !== 'word' || piece.text !== word) return false;
    this.#position++;
    return true;
  }
}

function combined(kind: 'and' | 'or', parts: readonly SearchExpression[]): SearchExpression | undefined {
  return parts.length > 1 ? { kind, parts } : parts[0];
}

/** Words that stand together; what is not a word, like a dash, only parts them. */
function phrase(text: string): SearchExpression | undefined {
  const plain = text.replace(/\\(.)/g, '$1').toLowerCase();
  const words = plain.match(/[\p{L}\p{N}_*?]+/gu)?.filter((word) => /[\p{L}\p{N}]/u.test(word)) ?? [];
  const runs = words.flatMap((word) => word.split(/[*?]/)).sort((a, b) => b.length - a.length);
  if (words.length === 0) return undefined;
  return { kind: 'phrase', words: words.map(wordPattern), longest: runs[0] ?? '' };
}

function wordPattern(word: string): RegExp {
  return new RegExp(`^${word.replaceAll('*', '[^]*').replaceAll('?', '[^]')}$`, 'u');
}
