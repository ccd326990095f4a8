import { OrgError } from '../../error.ts';
import type { Org } from '../../org.ts';
import type { Actor } from '../../security/types.ts';

/** @throws {OrgError} `INSUFFICIENT_ACCESS` unless the actor may change the org's metadata */
export function requireMetadataRights(org: Org, actor: Actor): void {
  if (!org.access(actor).has('ModifyMetadata')) {
    throw new OrgError(
      'INSUFFICIENT_ACCESS',
      'use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions',
      { status: 403 },
    );
  }
}
