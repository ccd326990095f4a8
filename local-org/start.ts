import type { AddressInfo } from 'node:net';

import type { FastifyInstance } from 'fastify';

import { createApp } from './http/create-app.ts';
import type { ServedOrg } from './http/served-org.ts';
import { isLoopback } from './http/session/loopback-host.ts';
import type { Sessions } from './http/session/sessions.ts';
import { OrgError } from './error.ts';
import { openOrg, type OpenOrgOptions } from './open-org.ts';

const LOOPBACK = '127.0.0.1';

/** What pages are given besides the org. */
export interface PageServices {
  readonly directory: string;
  readonly sessions: Sessions;
  /** True when the pages may offer to become another person. */
  readonly personSwitcher: boolean;
}

export interface StartOptions extends OpenOrgOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** Loopback unless stated: the org is one person's own. */
  readonly host?: string;
  /** Lets an administrator's requests state their own moment in `x-local-org-now`: how a seed gives an org a past. */
  readonly timeTravel?: boolean;
  readonly personSwitcher?: boolean;
  /** Opens `/local-org/faults`, where a client can make calls go wrong, on loopback. */
  readonly faults?: boolean;
  /** Mounts the Lightning pages. Absent: an org without pages. */
  readonly pages?: (app: FastifyInstance, org: ServedOrg, services: PageServices) => void | Promise<void>;
}

export interface StartedOrg {
  /** e.g. `http://127.0.0.1:4000` */
  readonly url: string;
  readonly org: ServedOrg;
  close(): Promise<void>;
}

/**
 * Opens the org in a directory and serves it.
 *
 * @throws {OrgError} `PORT_IN_USE`, `LOOPBACK_ONLY` for faults on demand where other machines reach the org, or what
 *   `openOrg` throws
 */
export async function startLocalOrg(options: StartOptions): Promise<StartedOrg> {
  const { faults = false, host = LOOPBACK } = options;
  if (faults && !isLoopback(host)) {
    throw new OrgError(
      'LOOPBACK_ONLY',
      `Faults on demand would let every machine that reaches ${host} break calls. Start with host ${LOOPBACK}, or without faults.`,
    );
  }
  const org = openOrg(options);
  try {
    return await serve(org, options);
  } catch (error) {
    org.close();
    throw isPortTaken(error) ? portInUse(options.port ?? 0) : error;
  }
}

async function serve(org: ServedOrg, options: StartOptions): Promise<StartedOrg> {
  const { directory, timeTravel = false, faults = false, personSwitcher = false, host = LOOPBACK } = options;
  const { app, services } = await createApp(org, { directory, timeTravel, faults, loopback: isLoopback(host) });
  try {
    await options.pages?.(app, org, { directory, sessions: services.sessions, personSwitcher });
    await app.listen({ port: options.port ?? 0, host });
  } catch (error) {
    await app.close();
    throw error;
  }
  const { port } = app.server.address() as AddressInfo;
  return {
    url: `http://${host}:${port}`,
    org,
    close: async () => {
      await app.close();
      org.close();
    },
  };
}

function isPortTaken(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EADDRINUSE';
}

function portInUse(port: number): OrgError {
  return new OrgError(
    'PORT_IN_USE',
    `Port ${port} is taken by another program. Stop that one, or start with another port.`,
  );
}
