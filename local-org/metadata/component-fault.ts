import { FormulaError } from '../schema/formula/formula-error.ts';
import { MetadataFault } from './metadata-fault.ts';
import { XmlError } from './xml.ts';

/** What is wrong with one component. */
export interface ComponentFault {
  /** e.g. `CustomField`; never empty, since clients sort their messages by it. */
  readonly type: string;
  readonly fullName: string;
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
  /** The file, where the component has several. */
  readonly fileName?: string;
}

/** Runs `work`; what it refuses about this component is noted instead of thrown. Gives undefined then. */
export function noteFault<T>(faults: ComponentFault[], type: string, fullName: string, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    faults.push(toFault(type, fullName, error));
    return undefined;
  }
}

/** An error of reading or checking as a fault; any other error is thrown on, since it is one of ours. */
function toFault(type: string, fullName: string, error: unknown): ComponentFault {
  if (error instanceof FormulaError) return { type, fullName, message: error.message };
  if (error instanceof XmlError) {
    const { line, column, message } = error;
    return { type, fullName, message: `Error parsing file: ${message} (${line}:${column})`, line, column };
  }
  if (!(error instanceof MetadataFault)) throw error;
  const { line, column, message } = error;
  return {
    type,
    fullName,
    message,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
}
