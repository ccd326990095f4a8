import type { OrgClient, OrgInput } from './org-client.ts';

/** The records without those of `fields` that this user may not write. Asks the org only when a record has one. */
export async function withoutClosedFields(
  client: OrgClient,
  object: string,
  records: readonly OrgInput[],
  fields: readonly string[],
): Promise<readonly OrgInput[]> {
  if (!records.some((record) => fields.some((field) => field in record))) return records;
  const described = (await client.describe(object)) ?? [];
  const open = new Set(described.filter((field) => field.updateable).map((field) => field.name));
  const closed = new Set(fields.filter((field) => !open.has(field)));
  if (closed.size === 0) return records;
  return records.map((record) => Object.fromEntries(Object.entries(record).filter(([name]) => !closed.has(name))));
}
