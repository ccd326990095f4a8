import type { OrgClient, OrgRecord } from '../connection/index.ts';
import type { FoundPerson } from './find-person.ts';
import { PERSONAL_OBJECTS, type PersonalObject, recordsOf } from './personal-objects.ts';

/** Everything the org holds about a person, as it is written to a file. docs/privacy.md describes it. */
export interface PersonExport {
  readonly format: 'fluency-person-export/1';
  readonly exportedAt: string;
  readonly organization: string;
  readonly person: FoundPerson;
  readonly objects: readonly ExportedObject[];
  /** Objects of which nothing can be said, because the user who exported may not see them. */
  readonly notVisible: readonly string[];
}

export interface ExportedObject {
  readonly object: string;
  readonly says: string;
  /** Label by field name. */
  readonly fields: Readonly<Record<string, string>>;
  readonly records: readonly Readonly<Record<string, unknown>>[];
}

/** Reads every record about the person, with every field that the connection's user may see. */
export async function exportPerson(
  client: OrgClient,
  person: FoundPerson,
  now: Date,
  onProgress?: (done: number, total: number, object: string) => void,
): Promise<PersonExport> {
  const objects: ExportedObject[] = [];
  const notVisible: string[] = [];
  for (const [index, personal] of PERSONAL_OBJECTS.entries()) {
    onProgress?.(index, PERSONAL_OBJECTS.length, personal.object);
    const exported = await exportObject(client, personal, person.id);
    if (exported === undefined) notVisible.push(personal.object);
    else objects.push(exported);
  }
  return {
    format: 'fluency-person-export/1',
    exportedAt: now.toISOString(),
    organization: (await client.identity()).organizationId,
    person,
    objects,
    notVisible,
  };
}

async function exportObject(
  client: OrgClient,
  personal: PersonalObject,
  personId: string,
): Promise<ExportedObject | undefined> {
  const fields = await client.describe(personal.object);
  if (fields === undefined) return undefined;
  const names = fields.map(({ name }) => name);
  const records = await client.query(`SELECT ${names.join(', ')} FROM ${recordsOf(personal, personId)} ORDER BY Id`);
  return {
    object: personal.object,
    says: personal.says,
    fields: Object.fromEntries(fields.map(({ name, label }) => [name, label])),
    records: records.map(withoutAttributes),
  };
}

function withoutAttributes(record: OrgRecord): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== 'attributes'));
}
