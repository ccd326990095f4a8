import type { Actor } from '../../security/types.ts';
import type { ServedOrg } from '../served-org.ts';
import { actorOf } from '../session/caller.ts';
import type { Sessions } from '../session/sessions.ts';
import type { Deployments } from './deployments.ts';
import type { SoapRequest } from './envelope.ts';
import { nameOf } from './name-of.ts';
import type { Retrievals } from './retrievals.ts';
import { SoapFault } from './soap-fault.ts';

/** What a SOAP operation works with. */
export class SoapContext {
  readonly org: ServedOrg;
  readonly sessions: Sessions;
  readonly deployments: Deployments;
  readonly retrievals: Retrievals;
  readonly instanceUrl: string;
  /** e.g. `66.0` */
  readonly version: string;
  /** By user id: a list of components names the same few people again and again. */
  readonly #personNames = new Map<string, string>();

  constructor(
    parts: { org: ServedOrg; sessions: Sessions; deployments: Deployments; retrievals: Retrievals },
    request: { instanceUrl: string; version: string },
  ) {
    this.org = parts.org;
    this.sessions = parts.sessions;
    this.deployments = parts.deployments;
    this.retrievals = parts.retrievals;
    this.instanceUrl = request.instanceUrl;
    this.version = request.version;
  }

  /** @throws {SoapFault} `INVALID_SESSION_ID` */
  actorOf(request: SoapRequest): Actor {
    const actor = request.sessionId === undefined ? undefined : actorOf(request.sessionId, this.org, this.sessions);
    if (actor === undefined) {
      throw new SoapFault('INVALID_SESSION_ID', 'Invalid Session ID found in SessionHeader: Illegal Session');
    }
    return actor;
  }

  organizationName(): string {
    return nameOf(this.org, 'Organization', this.org.organizationId);
  }

  /** The full name of a user, or an empty text for nobody. */
  personName(userId: string): string {
    const known = this.#personNames.get(userId);
    if (known !== undefined) return known;
    const name = nameOf(this.org, 'User', userId);
    this.#personNames.set(userId, name);
    return name;
  }
}
