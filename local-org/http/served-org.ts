import type { Org } from '../org.ts';
import type { Actor } from '../security/types.ts';

/** An org whose metadata can be deployed through the protocols. */
export interface ServedOrg extends Org {
  /** @throws OrgError `INVALID_NEW_PASSWORD` for one that is too short */
  setPassword(userId: string, password: string): void;
  deploy?(actor: Actor, zip: Uint8Array, options: DeployOptions): DeployResult | Promise<DeployResult>;
}

export interface DeployOptions {
  readonly checkOnly: boolean;
}

export interface DeployMessage {
  readonly componentType: string;
  readonly fullName: string;
  readonly fileName: string;
  readonly success: boolean;
  readonly changed: boolean;
  readonly created: boolean;
  readonly deleted: boolean;
  readonly problem?: string;
  readonly problemType?: string;
  readonly lineNumber?: number;
  readonly columnNumber?: number;
}

export interface DeployResult {
  readonly success: boolean;
  readonly componentSuccesses: readonly DeployMessage[];
  readonly componentFailures: readonly DeployMessage[];
}
