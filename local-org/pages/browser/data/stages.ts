import { MASTER_RECORD_TYPE, objectInfo, picklistValues } from './object-info.ts';
import type { Stage } from './path-steps.ts';
import { query } from './soql.ts';

/** The fields that a path can follow. */
const PATH_FIELDS: Readonly<Record<string, string>> = {
  Opportunity: 'StageName',
  Lead: 'Status',
  Case: 'Status',
  Contract: 'Status',
};

export function pathFieldOf(object: string): string | undefined {
  return PATH_FIELDS[object];
}

/** The stages of an object's path, in the org's order. */
export async function stagesOf(object: string): Promise<Stage[]> {
  if (object === 'Opportunity') {
    const { records } = await query(
      'SELECT ApiName, MasterLabel, IsClosed, IsWon FROM OpportunityStage WHERE IsActive = true ORDER BY SortOrder',
    );
    return records.map((row) => ({
      value: String(row['ApiName']),
      label: String(row['MasterLabel']),
      closed: row['IsClosed'] === true,
      won: row['IsWon'] === true,
    }));
  }
  const info = await objectInfo(object);
  const values = await picklistValues(object, info.defaultRecordTypeId ?? MASTER_RECORD_TYPE);
  const field = values[pathFieldOf(object) ?? ''];
  return (field?.values ?? []).map(({ value, label }) => ({ value, label, closed: false, won: false }));
}
