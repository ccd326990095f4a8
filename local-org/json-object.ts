export type JsonObject = Readonly<Record<string, unknown>>;

/** What stands at a path such as `Owner.Name`, or undefined where the way ends before. */
export function valueAt(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, name) => (isObject(inner) ? inner[name] : undefined), value);
}

/** True for `{…}`: neither null nor a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
