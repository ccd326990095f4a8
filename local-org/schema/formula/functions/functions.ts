import type { FormulaFunction } from './call.ts';
import { DATE_FUNCTIONS } from './date-functions.ts';
import { LOGIC_FUNCTIONS } from './logic-functions.ts';
import { MATH_FUNCTIONS } from './math-functions.ts';
import { RECORD_FUNCTIONS } from './record-functions.ts';
import { TEXT_FUNCTIONS } from './text-functions.ts';

/** Every function that a formula may call, by its name in capitals. */
export const FUNCTIONS: ReadonlyMap<string, FormulaFunction> = new Map(
  Object.entries({ ...LOGIC_FUNCTIONS, ...TEXT_FUNCTIONS, ...MATH_FUNCTIONS, ...DATE_FUNCTIONS, ...RECORD_FUNCTIONS }),
);
