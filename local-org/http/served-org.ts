import type { DeployOptions } from '../metadata/deploy.ts';
import type { DeployResult } from '../metadata/deploy-result.ts';
import type { Org } from '../org.ts';
import type { Actor } from '../security/types.ts';

/** An org that can be administered through the protocols. */
export interface ServedOrg extends Org {
  /** @throws OrgError `INVALID_NEW_PASSWORD` for one that is too short */
  setPassword(userId: string, password: string): void;
  /** @throws OrgError `INSUFFICIENT_ACCESS`, or what `deploy` throws for a package that cannot be read */
  deploy(actor: Actor, zip: Uint8Array, options?: DeployOptions): DeployResult;
}
