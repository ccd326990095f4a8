import {
  ApexErrorListener,
  ApexParserBaseVisitor,
  ApexParserFactory,
  type ClassDeclarationContext,
  type MethodDeclarationContext,
  type SoqlLiteralContext,
  type SoslLiteralContext,
} from '@apexdevtools/apex-parser';

/** Where the source does not parse. Line and column count from 1. */
export interface ApexSyntaxFault {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** SOQL or SOSL between brackets; `binds` are the places of `:name` in `text`. */
export interface ApexQuery {
  readonly kind: 'soql' | 'sosl';
  readonly text: string;
  readonly binds: readonly { readonly start: number; readonly end: number; readonly name: string }[];
}

/** A static method that components may call. */
export interface ApexMethod {
  readonly name: string;
  /** Names of the parameters, in order. */
  readonly parameters: readonly string[];
  readonly cacheable: boolean;
  /** The query that it returns, where that is all it does. */
  readonly query?: ApexQuery;
}

export interface ApexClass {
  readonly name: string;
  readonly withSharing: boolean;
  /** The `@AuraEnabled` static methods. */
  readonly methods: readonly ApexMethod[];
}

export interface ReadApexClass {
  /** Undefined where the source does not parse or holds no class. */
  readonly apexClass?: ApexClass;
  readonly faults: readonly ApexSyntaxFault[];
}

/** Parses the source of one top-level class. */
export function readApexClass(source: string): ReadApexClass {
  const listener = new FaultListener();
  const { parser } = ApexParserFactory.createLexerAndParser(source, listener);
  const unit = parser.compilationUnit();
  if (listener.faults.length > 0) return { faults: listener.faults };
  const visitor = new ClassVisitor(source);
  visitor.visit(unit);
  const { apexClass } = visitor;
  return apexClass === undefined ? { faults: [] } : { apexClass, faults: [] };
}

class FaultListener extends ApexErrorListener {
  readonly faults: ApexSyntaxFault[] = [];

  override apexSyntaxError(line: number, column: number, message: string): void {
    this.faults.push({ message, line, column: column + 1 });
  }
}

class ClassVisitor extends ApexParserBaseVisitor<void> {
  readonly #source: string;
  readonly #methods: ApexMethod[] = [];
  #outer?: Omit<ApexClass, 'methods'>;

  constructor(source: string) {
    super();
    this.#source = source;
  }

  get apexClass(): ApexClass | undefined {
    return this.#outer && { ...this.#outer, methods: this.#methods };
  }

  visitClassDeclaration(context: ClassDeclarationContext): void {
    // Methods of inner classes cannot be called by components.
    if (this.#outer !== undefined) return;
    const text = this.#source.slice(0, context.start.start);
    this.#outer = { name: context.id().getText(), withSharing: /\bwith\s+sharing\s*$/i.test(text) };
    this.visitChildren(context);
  }

  visitMethodDeclaration(context: MethodDeclarationContext): void {
    const declaration = context.parentCtx?.parentCtx;
    const modifiers = this.#source.slice(declaration?.start.start, context.start.start);
    const enabled = /@AuraEnabled\b(?:\s*\(([^)]*)\))?/i.exec(modifiers);
    if (!enabled || !/\bstatic\b/i.test(modifiers)) return;
    const query = this.#returnedQuery(context);
    const parameters = context.formalParameters().formalParameterList()?.formalParameter_list() ?? [];
    this.#methods.push({
      name: context.id().getText(),
      parameters: parameters.map((parameter) => parameter.id().getText()),
      cacheable: /\bcacheable\s*=\s*true\b/i.test(enabled[1] ?? ''),
      ...(query && { query }),
    });
  }

  /** The query of a body that is `return [ … ];` and nothing else. */
  #returnedQuery(context: MethodDeclarationContext): ApexQuery | undefined {
    const block = context.block();
    const [statement, ...others] = block?.statement_list() ?? [];
    const returned = statement?.returnStatement()?.expression();
    if (!returned || others.length > 0) return undefined;
    const finder = new QueryFinder(this.#source);
    finder.visit(returned);
    return finder.queryAt(returned.start.start, returned.stop?.stop ?? -1);
  }
}

class QueryFinder extends ApexParserBaseVisitor<void> {
  readonly #source: string;
  #found: { readonly from: number; readonly to: number; readonly kind: ApexQuery['kind'] } | undefined;
  readonly #binds: { start: number; end: number; name: string }[] = [];

  constructor(source: string) {
    super();
    this.#source = source;
  }

  visitSoslLiteral(context: SoslLiteralContext): void {
    this.#note(context, 'sosl');
  }

  visitSoqlLiteral(context: SoqlLiteralContext): void {
    this.#note(context, 'soql');
  }

  visitBoundExpression(context: { start: { start: number }; stop?: { stop: number } | null; getText(): string }): void {
    const [start, end] = [context.start.start, (context.stop?.stop ?? -1) + 1];
    this.#binds.push({ start, end, name: context.getText().slice(1) });
  }

  /** The query that takes up the whole of this stretch of source. */
  queryAt(from: number, to: number): ApexQuery | undefined {
    const found = this.#found;
    if (!found || found.from !== from || found.to !== to) return undefined;
    const first = from + 1;
    return {
      kind: found.kind,
      text: this.#source.slice(first, to),
      binds: this.#binds.map(({ start, end, name }) => ({ start: start - first, end: end - first, name })),
    };
  }

  #note(context: SoslLiteralContext | SoqlLiteralContext, kind: ApexQuery['kind']): void {
    this.#found ??= { from: context.start.start, to: context.stop?.stop ?? -1, kind };
    this.visitChildren(context);
  }
}
