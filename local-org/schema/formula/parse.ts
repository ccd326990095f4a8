import { FormulaError } from './formula-error.ts';
import { tokenize, type Token } from './tokenize.ts';

export type Expression =
  | { readonly kind: 'number'; readonly value: number; readonly position: number }
  | { readonly kind: 'text'; readonly value: string; readonly position: number }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly position: number }
  | { readonly kind: 'null'; readonly position: number }
  | { readonly kind: 'name'; readonly name: string; readonly position: number }
  | { readonly kind: 'unary'; readonly operator: string; readonly operand: Expression; readonly position: number }
  | {
      readonly kind: 'binary';
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
      readonly position: number;
    }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly parameters: readonly Expression[];
      readonly position: number;
    };

/** How tightly an operator binds; the higher the tighter. */
const BINDING: ReadonlyMap<string, number> = new Map([
  ['||', 1],
  ['&&', 2],
  ['=', 3],
  ['==', 3],
  ['<>', 3],
  ['!=', 3],
  ['<', 4],
  ['>', 4],
  ['<=', 4],
  ['>=', 4],
  ['&', 5],
  ['+', 6],
  ['-', 6],
  ['*', 7],
  ['/', 7],
  ['^', 9],
]);

/** A sign binds tighter than a product and looser than a power: `-2 ^ 2` is -4. */
const SIGN_BINDING = 8;

/**
 * The tree of a formula's text.
 *
 * @throws FormulaError with the position of what cannot be read.
 */
export function parseFormula(source: string): Expression {
  const parser = new Parser(tokenize(source));
  return parser.parse();
}

class Parser {
  readonly #tokens: readonly Token[];
  #index = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  parse(): Expression {
    if (this.#peek().kind === 'end') throw new FormulaError('Syntax error. The formula is empty.');
    const expression = this.#expression(0);
    const rest = this.#peek();
    if (rest.kind === 'end') return expression;
    throw new FormulaError(
      rest.text === ')' ? "Syntax error. Extra ')'" : `Syntax error. Extra ${rest.text}`,
      rest.position,
    );
  }

  #expression(minimum: number): Expression {
    let left = this.#operand();
    for (;;) {
      const token = this.#peek();
      const binding = token.kind === 'symbol' ? BINDING.get(token.text) : undefined;
      if (binding === undefined || binding <= minimum) return left;
      this.#next();
      const right = this.#expression(binding);
      left = { kind: 'binary', operator: token.text, left, right, position: token.position };
    }
  }

  #operand(): Expression {
    const token = this.#next();
    const { position } = token;
    if (token.kind === 'number') return { kind: 'number', value: Number(token.text), position };
    if (token.kind === 'text') return { kind: 'text', value: token.text, position };
    if (token.kind === 'name') return this.#name(token);
    if (token.text === '(') {
      const inner = this.#expression(0);
      this.#expect(')');
      return inner;
    }
    if (token.text === '-' || token.text === '+') {
      return { kind: 'unary', operator: token.text, operand: this.#expression(SIGN_BINDING), position };
    }
    if (token.text === '!') return { kind: 'unary', operator: '!', operand: this.#expression(SIGN_BINDING), position };
    if (token.kind === 'end') throw new FormulaError('Syntax error. The formula ends too early.', position);
    throw new FormulaError(`Syntax error. Found '${token.text}'`, position);
  }

  #name(token: Token): Expression {
    const { position } = token;
    if (this.#peek().text === '(' && this.#peek().kind === 'symbol') {
      this.#next();
      return { kind: 'call', name: token.text.toUpperCase(), parameters: this.#parameters(), position };
    }
    const word = token.text.toUpperCase();
    if (word === 'TRUE' || word === 'FALSE') return { kind: 'boolean', value: word === 'TRUE', position };
    if (word === 'NULL') return { kind: 'null', position };
    return { kind: 'name', name: token.text, position };
  }

  #parameters(): Expression[] {
    const parameters: Expression[] = [];
    if (this.#peek().text === ')' && this.#peek().kind === 'symbol') {
      this.#next();
      return parameters;
    }
    for (;;) {
      parameters.push(this.#expression(0));
      const token = this.#next();
      if (token.kind === 'symbol' && token.text === ')') return parameters;
      if (token.kind !== 'symbol' || token.text !== ',')
        throw new FormulaError("Syntax error. Missing ')'", token.position);
    }
  }

  #expect(symbol: string): void {
    const token = this.#next();
    if (token.kind !== 'symbol' || token.text !== symbol) {
      throw new FormulaError(`Syntax error. Missing '${symbol}'`, token.position);
    }
  }

  #peek(): Token {
    const token = this.#tokens[Math.min(this.#index, this.#tokens.length - 1)];
    if (token === undefined) throw new FormulaError('Syntax error. The formula is empty.');
    return token;
  }

  #next(): Token {
    const token = this.#peek();
    this.#index++;
    return token;
  }
}
