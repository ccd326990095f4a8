import type { OrgClient } from '../connection/index.ts';
import { FluencyError } from '../error.ts';
import { requiredTextOf } from '../sync/field-values.ts';
import { exchangesNaming } from './captured-texts.ts';
import type { FoundPerson } from './find-person.ts';
import { PERSONAL_OBJECTS, recordsOf } from './personal-objects.ts';

/** What an erasure would delete of one object. */
export interface PlannedObject {
  readonly object: string;
  readonly says: string;
  readonly ids: readonly string[];
  /** Deleted before, and still in the org's recycle bin. */
  readonly inBin: readonly string[];
}

export interface KeptObject {
  readonly object: string;
  readonly says: string;
  readonly count: number;
  readonly because: string;
}

export interface ErasurePlan {
  readonly person: FoundPerson;
  readonly objects: readonly PlannedObject[];
  readonly kept: readonly KeptObject[];
  /** Captured exchanges whose texts name the person: the texts go, the key stays. */
  readonly captured: readonly string[];
  /** The user record says that the person sells; that goes, or readiness would be published anew. */
  readonly hasSalesRole: boolean;
  /** Objects that the user of the connection does not see, or may not delete although there is something to delete. */
  readonly forbidden: readonly string[];
}

/** What there is of the person, and what would become of it; changes nothing. */
export async function planErasure(client: OrgClient, person: FoundPerson): Promise<ErasurePlan> {
  const objects: PlannedObject[] = [];
  const kept: KeptObject[] = [];
  const forbidden: string[] = [];
  for (const personal of PERSONAL_OBJECTS) {
    const { object, says, keptBecause } = personal;
    const mayDelete = await client.mayDelete(object);
    if (mayDelete === undefined) {
      forbidden.push(object);
      continue;
    }
    const records = await client.query(`SELECT Id, IsDeleted FROM ${recordsOf(personal, person.id)}`, { all: true });
    const idsOf = (deleted: boolean): string[] =>
      records.filter((record) => isTrue(record['IsDeleted']) === deleted).map((record) => requiredTextOf(record, 'Id'));
    const ids = idsOf(false);
    if (keptBecause !== undefined) {
      if (ids.length > 0) kept.push({ object, says, count: ids.length, because: keptBecause });
      continue;
    }
    if (ids.length > 0 && !mayDelete) forbidden.push(object);
    objects.push({ object, says, ids, inBin: idsOf(true) });
  }
  const hasSalesRole = person.salesRole !== null || person.salesRoleStart !== null;
  if (hasSalesRole && !(await mayBlankSalesRole(client))) forbidden.push('User.Sales_Role__c');
  const captured = await exchangesNaming(client, person);
  return { person, objects, kept, captured, hasSalesRole, forbidden };
}

async function mayBlankSalesRole(client: OrgClient): Promise<boolean> {
  const fields = (await client.describe('User')) ?? [];
  return ['Sales_Role__c', 'Sales_Role_Start__c'].every(
    (field) => fields.find(({ name }) => name === field)?.updateable === true,
  );
}

/** @throws FluencyError ERASURE_FORBIDDEN when the user of the connection could erase a part only */
export function requireRights({ forbidden }: ErasurePlan): void {
  if (forbidden.length === 0) return;
  throw new FluencyError('ERASURE_FORBIDDEN', 'This user may not erase everything; nothing was deleted.', {
    value: forbidden.join(', '),
    nextStep:
      'Assign Fluency_Admin (evidence) and Fluency_Sync (computed records) to the user who erases; who may not edit users has the sales role blanked by an administrator first.',
  });
}

/** Bulk API 2.0 answers text. */
function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}
