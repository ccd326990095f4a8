import { OrgError } from '../../error.ts';
import { isObject } from '../../json-object.ts';

const REFERENCE = /@\{([^}]+)\}/g;

/** Puts earlier answers into a subrequest's body: every `@{reference.path[0].field}` in its texts. */
export function fillReferences(value: unknown, answers: ReadonlyMap<string, unknown>): unknown {
  if (typeof value === 'string') {
    // A text that is nothing but a reference takes the referred value with its type.
    const only = /^@\{([^}]+)\}$/.exec(value)?.[1];
    return only === undefined ? fillReferencesInText(value, answers) : resolve(only, answers);
  }
  if (Array.isArray(value)) {
    return value.map((entry: unknown) => fillReferences(entry, answers));
  }
  if (isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, fillReferences(entry, answers)]));
  }
  return value;
}

export function fillReferencesInText(text: string, answers: ReadonlyMap<string, unknown>): string {
  return text.replaceAll(REFERENCE, (_, expression: string) => String(resolve(expression, answers)));
}

function resolve(expression: string, answers: ReadonlyMap<string, unknown>): unknown {
  const [referenceId = '', ...steps] = expression.split(/[.[\]]+/).filter((step) => step !== '');
  let value = answers.get(referenceId);
  for (const step of steps) {
    value = isObject(value) ? value[step] : Array.isArray(value) ? (value[Number(step)] as unknown) : undefined;
  }
  if (!answers.has(referenceId) || value === undefined || value === null) {
    throw new OrgError(
      'PROCESSING_HALTED',
      `Invalid reference specified. No value for ${expression} found in ${referenceId}`,
    );
  }
  return value;
}
