import type { IncomingHttpHeaders } from 'node:http';

import type { Actor } from '../security/types.ts';
import type { ServedOrg } from './served-org.ts';
import type { Services } from './services.ts';

/** One request to a REST resource, whoever sent it: a client, or a composite request on its behalf. */
export interface Call {
  readonly org: ServedOrg;
  readonly services: Services;
  readonly actor: Actor;
  readonly method: string;
  /** The version as asked for, e.g. `v66.0`. */
  readonly version: string;
  /** Values of the `:name` segments of the resource's pattern, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** Parsed JSON, or text for CSV and XML. Undefined when nothing was sent. */
  readonly body: unknown;
  /** Where the caller found the org, e.g. `http://127.0.0.1:4000`. */
  readonly instanceUrl: string;
  /** The moment that the request states for itself (see `requestClock`); undefined means now. */
  readonly clock: Date | undefined;
}

/** What a resource answers. A body that is not text is sent as JSON. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A resource below `/services/data/vXX.0`. */
export interface Resource {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Segments after the version; `:name` stands for any one segment, e.g. `/sobjects/:object/describe`. */
  readonly pattern: string;
  handle(call: Call): Answer | Promise<Answer>;
}

export function ok(body: unknown, headers?: Record<string, string>): Answer {
  return { status: 200, body, headers };
}

export function noContent(): Answer {
  return { status: 204 };
}
