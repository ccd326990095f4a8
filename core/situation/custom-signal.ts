import { readValue } from './read-value.ts';
import { SignalError } from './signal-error.ts';
import type { CustomSignal, Signal, SignalType } from './types.ts';

const CODE = /^[a-z][a-z0-9_]{0,78}$/;
const PATH = /^[A-Za-z][A-Za-z0-9_]*(\.[A-Za-z][A-Za-z0-9_]*){0,4}$/;
const TYPES: readonly SignalType[] = ['text', 'number', 'boolean', 'date'];

/** Why an admin's signal cannot be registered, or undefined where it can. `taken` are the codes in use. */
export function checkCustomSignal(
  { code, label, type, path }: CustomSignal,
  taken: ReadonlySet<string> = new Set(),
): SignalError | undefined {
  if (!CODE.test(code)) {
    return new SignalError(
      'invalidCode',
      code,
      `The signal code "${code}" is not valid: use small letters, digits and underscores, and begin with a letter.`,
    );
  }
  if (taken.has(code)) {
    return new SignalError('duplicateCode', code, `There is already a signal "${code}": choose another code.`);
  }
  if (label.trim() === '') {
    return new SignalError('missingLabel', code, `The signal "${code}" has no name: give it one.`);
  }
  if (!TYPES.includes(type)) {
    return new SignalError(
      'invalidType',
      String(type),
      `The signal "${code}" has the type "${type}": use ${TYPES.join(', ')}.`,
    );
  }
  if (!PATH.test(path)) {
    return new SignalError(
      'invalidPath',
      path,
      `The signal "${code}" has the path "${path}": name a field from Opportunity, such as Region__c or Account.Tier__c.`,
    );
  }
  return undefined;
}

/** The signal that reads one field of the deal. Throws {@link SignalError} where it cannot be registered. */
export function customSignal(custom: CustomSignal, taken: ReadonlySet<string>): Signal {
  const fault = checkCustomSignal(custom, taken);
  if (fault) throw fault;
  const { code, label, type, path } = custom;
  return {
    code,
    label,
    type,
    fields: [path],
    equality: type === 'text' || type === 'boolean',
    share: type === 'text' ? 0.1 : 0.3,
    derive: (deal) => readValue(deal.fields[path], type),
  };
}
