import { queryError } from '../query-error.ts';
import { tokenize, type Token } from './tokens.ts';

/** Walks over a query's tokens. Keywords are matched without regard to case. */
export class TokenReader {
  readonly source: string;
  readonly #tokens: readonly Token[];
  #position = 0;

  constructor(source: string) {
    this.source = source;
    this.#tokens = tokenize(source);
  }

  peek(ahead = 0): Token {
    return this.#tokens[this.#position + ahead] ?? { kind: 'end', text: '<EOF>', at: this.source.length };
  }

  next(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.#position++;
    return token;
  }

  get position(): number {
    return this.#position;
  }

  /** Goes on at an earlier or later token. */
  moveTo(position: number): void {
    this.#position = position;
  }

  isSymbol(symbol: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'symbol' && token.text === symbol;
  }

  isWord(word: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'word' && token.text.toUpperCase() === word;
  }

  /** Takes the words when they come next, all or none. */
  takeWords(...words: readonly string[]): boolean {
    if (!words.every((word, index) => this.isWord(word, index))) return false;
    this.#position += words.length;
    return true;
  }

  takeSymbol(symbol: string): boolean {
    if (!this.isSymbol(symbol)) return false;
    this.#position++;
    return true;
  }

  expectSymbol(symbol: string): void {
    if (this.takeSymbol(symbol)) return;
    const names: Readonly<Record<string, string>> = {
      '(': 'a left parentheses',
      ')': 'a right parentheses',
      ':': 'a colon',
    };
    this.fail(`expecting ${names[symbol] ?? `'${symbol}'`}, found '${this.peek().text}'`);
  }

  expectWord(word: string): void {
    if (!this.takeWords(word)) this.unexpected();
  }

  /** Any name: of a field, an object, a function, an alias. */
  expectName(): Token {
    if (this.peek().kind !== 'word') this.unexpected();
    return this.next();
  }

  expectWholeNumber(): number {
    const token = this.peek();
    if (token.kind !== 'number' || !/^\d+$/.test(token.text)) this.unexpected();
    return Number(this.next().text);
  }

  /** Items separated by commas. */
  list<T>(item: () => T): T[] {
    const items = [item()];
    while (this.takeSymbol(',')) items.push(item());
    return items;
  }

  unexpected(token: Token = this.peek()): never {
    return this.fail(`unexpected token: '${token.text}'`, token.at);
  }

  /** @throws OrgError always. */
  fail(message: string, at: number = this.peek().at, code = 'MALFORMED_QUERY'): never {
    throw queryError(code, message, this.source, at);
  }
}
