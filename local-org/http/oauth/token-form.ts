import { isObject } from '../../json-object.ts';

/** The fields of an OAuth request, from its form or its query. */
export type TokenForm = Readonly<Record<string, string | undefined>>;

/** What was sent as fields. A field that is sent twice counts as missing: RFC 6749 (3.2) forbids it. */
export function toForm(sent: unknown): TokenForm {
  if (!isObject(sent)) return {};
  return Object.fromEntries(
    Object.entries(sent).filter((field): field is [string, string] => typeof field[1] === 'string'),
  );
}
