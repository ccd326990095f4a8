import type { SqlFragment } from '../../../security/types.ts';
import { FormulaError } from '../formula-error.ts';
import { fits, refusePicklist, typeName, type Typed } from '../typed.ts';
import type { CompileOptions, FormulaScope, FormulaType } from '../types.ts';

/** One use of a function, with its parameters already compiled. */
export interface Call {
  readonly name: string;
  readonly parameters: readonly Typed[];
  readonly position: number;
  readonly options: CompileOptions;
}

/** How a function is checked and turned into SQL. */
export interface FormulaFunction {
  readonly minimum: number;
  readonly maximum: number;
  /** True where a picklist may be a parameter; every other function refuses it before `compile`. */
  readonly picklists?: boolean;
  /** True for functions that compare with the record before the write. */
  readonly recordState?: boolean;
  compile(call: Call): Typed;
}

export type FunctionTable = Readonly<Record<string, FormulaFunction>>;

/** Checks what is common to all functions and compiles the call. */
export function compileCall(definition: FormulaFunction, call: Call): Typed {
  const { minimum, maximum, picklists, recordState } = definition;
  const received = call.parameters.length;
  if (received < minimum || received > maximum) {
    const expected = received < minimum ? minimum : maximum;
    throw new FormulaError(
      `Incorrect number of parameters for function '${call.name}()'. Expected ${expected}, received ${received}`,
      call.position,
    );
  }
  if (recordState === true && call.options.allowRecordState !== true) {
    throw new FormulaError(`Function ${call.name} may not be used in this type of formula`, call.position);
  }
  if (picklists !== true) call.parameters.forEach(refusePicklist);
  return definition.compile(call);
}

/** The n-th parameter, of one of these types; NULL fits all. */
export function parameter(call: Call, index: number, ...types: readonly FormulaType[]): Typed {
  const typed = call.parameters[index];
  if (typed === undefined) throw new FormulaError(`Function ${call.name} lacks a parameter`, call.position);
  if (types.length > 0 && !types.some((type) => fits(typed.type, type))) refuseType(call, types, typed);
  return typed;
}

export function refuseType(call: Call, expected: readonly (FormulaType | string)[], received: Typed): never {
  const names = expected.map((type) => (isFormulaType(type) ? typeName(type) : type));
  throw new FormulaError(
    `Incorrect parameter type for function '${call.name}()'. Expected ${names.join(', ')}, received ${typeName(received.type)}`,
    received.position,
  );
}

const FORMULA_TYPES: readonly string[] = [
  'text',
  'number',
  'boolean',
  'date',
  'datetime',
  'picklist',
  'multipicklist',
  'id',
] satisfies FormulaType[];

function isFormulaType(type: string): type is FormulaType {
  return FORMULA_TYPES.includes(type);
}

/** The text of a parameter that must be written out in the formula. */
export function literalText(call: Call, index: number): string {
  const typed = parameter(call, index);
  if (typeof typed.literal === 'string') return typed.literal;
  throw new FormulaError(
    `Incorrect parameter type for function '${call.name}()'. Expected Text Literal, received ${typeName(typed.type)}`,
    typed.position,
  );
}

/** A part of type `type` at the place of the call. */
export function typed(call: Call, type: Typed['type'], toSql: (scope: FormulaScope) => SqlFragment): Typed {
  return { type, position: call.position, toSql };
}
