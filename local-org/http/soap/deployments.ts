import { OrgError } from '../../error.ts';
import type { DeployOptions } from '../../metadata/deploy.ts';
import type { DeployResult } from '../../metadata/deploy-result.ts';
import { makeId } from '../../schema/ids.ts';
import type { Actor } from '../../security/types.ts';
import { messageOf } from '../rest/rest-error.ts';
import type { ServedOrg } from '../served-org.ts';
import { requireMetadataRights } from './metadata-rights.ts';
import { nameOf } from './name-of.ts';

/** A deployment under way or finished. */
export interface Deployment {
  readonly id: string;
  readonly options: DeployOptions;
  readonly actor: Actor;
  readonly actorName: string;
  readonly startedAt: Date;
  finishedAt?: Date;
  result?: DeployResult;
  /** Why the deployment could not even be tried, e.g. because the zip cannot be read. */
  fault?: { readonly code: string; readonly message: string };
}

interface KnownDeployment {
  readonly deployment: Deployment;
  readonly end: Promise<void>;
  /** The package of a validation, which a quick deploy may ask for. */
  readonly zip?: Uint8Array;
}

const KEPT = 100;

/** Deployments of this process. Each has ended when the first question about it can be answered. */
export class Deployments {
  readonly #org: ServedOrg;
  readonly #known = new Map<string, KnownDeployment>();
  #count = Date.now();

  constructor(org: ServedOrg) {
    this.#org = org;
  }

  /** @throws {OrgError} `INSUFFICIENT_ACCESS` */
  start(actor: Actor, zip: Uint8Array, options: DeployOptions): Deployment {
    requireMetadataRights(this.#org, actor);
    this.#count += 1;
    const deployment: Deployment = {
      id: makeId('0Af', this.#count),
      options,
      actor,
      actorName: nameOf(this.#org, 'User', actor.userId),
      startedAt: this.#org.now(),
    };
    // The client learns the id first, as it would from a busy org.
    const end = new Promise<void>((resolve) => {
      setImmediate(() => {
        this.#run(deployment, zip);
        resolve();
      });
    });
    this.#known.set(deployment.id, { deployment, end, ...(options.checkOnly === true ? { zip } : {}) });
    for (const id of [...this.#known.keys()].slice(0, -KEPT)) {
      this.#known.delete(id);
    }
    return deployment;
  }

  /**
   * Deploys what a validation found fit, the platform's quick deploy.
   *
   * @throws {OrgError} `INVALID_ID_FIELD` unless the id is that of a validation that succeeded
   */
  async startValidated(actor: Actor, id: string): Promise<Deployment> {
    const { deployment, end, zip } = this.#find(actor, id);
    await end;
    if (zip === undefined || deployment.result?.success !== true) {
      throw new OrgError('INVALID_ID_FIELD', `${id} is not a validation that succeeded: validate the package again`);
    }
    return this.start(actor, zip, { ...deployment.options, checkOnly: false });
  }

  /** A deployment has ended when a second request can be heard, so it is always too late. */
  async cancel(actor: Actor, id: string): Promise<never> {
    await this.status(actor, id);
    throw new OrgError('INVALID_ID_FIELD', 'Deployment already completed');
  }

  /** The deployment with this id, which may have 15 characters, once it has ended. */
  async status(actor: Actor, id: string): Promise<Deployment> {
    const { deployment, end } = this.#find(actor, id);
    await end;
    return deployment;
  }

  #find(actor: Actor, id: string): KnownDeployment {
    requireMetadataRights(this.#org, actor);
    const key = [...this.#known.keys()].find((known) => known === id || known.slice(0, 15) === id);
    const known = this.#known.get(key ?? '');
    if (known === undefined) {
      throw new OrgError('INVALID_CROSS_REFERENCE_KEY', `no deployment has the id ${id}`, { status: 404 });
    }
    return known;
  }

  #run(deployment: Deployment, zip: Uint8Array): void {
    try {
      deployment.result = this.#org.deploy(deployment.actor, zip, deployment.options);
    } catch (error) {
      const code = error instanceof OrgError ? error.errorCode : 'UNKNOWN_EXCEPTION';
      deployment.fault = { code, message: messageOf(error) };
    }
    deployment.finishedAt = this.#org.now();
  }
}
