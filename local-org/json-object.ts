export type JsonObject = Readonly<Record<string, unknown>>;

/** True for `{…}`: neither null nor a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
