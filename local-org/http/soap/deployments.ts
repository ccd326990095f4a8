import { OrgError } from '../../error.ts';
import { makeId } from '../../schema/ids.ts';
import type { Actor } from '../../security/types.ts';
import type { DeployOptions, DeployResult, ServedOrg } from '../served-org.ts';
import { messageOf } from '../rest/rest-error.ts';

/** A deployment under way or finished. */
export interface Deployment {
  readonly id: string;
  readonly options: DeployOptions;
  readonly actor: Actor;
  readonly startedAt: Date;
  finishedAt?: Date;
  result?: DeployResult;
  /** Why the deployment could not even be tried, e.g. because the zip cannot be read. */
  fault?: string;
}

const KEPT = 100;
/** How long a status request may wait for the end: a client that polls every few seconds then needs one poll. */
const PATIENCE_MS = 2_000;

/** Deployments of this process, one at a time, in the order in which they came. */
export class Deployments {
  readonly #org: ServedOrg;
  readonly #known = new Map<string, { deployment: Deployment; end: Promise<void> }>();
  #queue: Promise<void> = Promise.resolve();
  #count = Date.now();

  constructor(org: ServedOrg) {
    this.#org = org;
  }

  /** @throws {OrgError} `INSUFFICIENT_ACCESS` unless the actor may change metadata */
  start(actor: Actor, zip: Uint8Array, options: DeployOptions): Deployment {
    const access = this.#org.access(actor);
    if (!access.has('ModifyAllData') && !access.has('ModifyMetadata') && !access.has('CustomizeApplication')) {
      throw new OrgError(
        'INSUFFICIENT_ACCESS',
        'use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions',
        { status: 403 },
      );
    }
    this.#count += 1;
    const deployment: Deployment = { id: makeId('0Af', this.#count), options, actor, startedAt: this.#org.now() };
    this.#queue = this.#queue.then(() => this.#run(deployment, zip));
    this.#known.set(deployment.id, { deployment, end: this.#queue });
    for (const id of [...this.#known.keys()].slice(0, -KEPT)) {
      this.#known.delete(id);
    }
    return deployment;
  }

  /** The deployment as it stands, after a short wait for its end. */
  async status(id: string): Promise<Deployment> {
    const known =
      this.#known.get(id) ?? this.#known.get([...this.#known.keys()].find((key) => key.startsWith(id)) ?? '');
    if (known === undefined) {
      throw new OrgError('INVALID_ID_FIELD', `No deployment has the id ${id}`, { status: 404 });
    }
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([known.end, new Promise((resolve) => (timer = setTimeout(resolve, PATIENCE_MS)))]);
    clearTimeout(timer);
    return known.deployment;
  }

  async #run(deployment: Deployment, zip: Uint8Array): Promise<void> {
    try {
      deployment.result = await this.#org.deploy?.(deployment.actor, zip, deployment.options);
    } catch (error) {
      deployment.fault = messageOf(error);
    }
    deployment.finishedAt = this.#org.now();
  }
}
