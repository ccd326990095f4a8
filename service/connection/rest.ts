import type { Connection } from 'jsforce';
import { HttpApi } from 'jsforce/lib/http-api.js';
import { EXIT, FluencyError, errorCodeOf, messageOf } from '../error.ts';
import { isUnreachable } from './login.ts';
import { redact } from './redact.ts';
import { type RetryOptions, withRetry } from './retry.ts';

export interface RestRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** From `/services/…`, or relative to the version (`/query?q=…`). */
  readonly path: string;
  readonly body?: string;
  readonly contentType?: string;
  /** `csv` answers the text itself. */
  readonly answer?: 'json' | 'csv';
  /** True when doing it twice would do harm: then it is tried again only where the org says that it did nothing. */
  readonly once?: boolean;
}

export interface RestAnswer {
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * One request through jsforce (its session, its renewal), with our own retries and typed errors.
 *
 * @throws FluencyError ORG_UNREACHABLE, or ORG_REFUSED with the org's own code and words.
 */
export async function sendRest(
  connection: Connection,
  request: RestRequest,
  retry?: RetryOptions,
): Promise<RestAnswer> {
  const root = `/services/data/v${connection.version}`;
  const path = request.path.startsWith('/services/') ? request.path : root + request.path;
  const send = async (): Promise<RestAnswer> => {
    const api = new HttpApi(connection, {
      // Retries are ours: jsforce's would wait 15 s at an address where nothing listens.
      retry: { maxRetries: 0 },
      responseType: request.answer === 'csv' ? 'text/plain' : 'application/json',
    });
    let headers: Record<string, string> = {};
    api.on('response', (response: { headers: Record<string, string> }) => {
      headers = response.headers;
    });
    const body = await api.request({
      method: request.method,
      url: connection.instanceUrl + path,
      headers: {
        ...(request.body === undefined
          ? {}
          : { 'content-type': request.contentType ?? 'application/json; charset=UTF-8' }),
        ...(request.answer === 'csv' ? { accept: 'text/csv' } : {}),
      },
      ...(request.body === undefined ? {} : { body: request.body }),
    });
    return { body, headers };
  };
  try {
    return await withRetry(send, { ...retry, once: request.once === true });
  } catch (error) {
    throw typedError(error, connection);
  }
}

function typedError(error: unknown, connection: Connection): unknown {
  if (error instanceof FluencyError) return error;
  const secrets = [connection.accessToken ?? ''];
  const message = redact(messageOf(error), secrets);
  if (isUnreachable(error)) {
    return new FluencyError('ORG_UNREACHABLE', 'Nothing answers at the address of the org.', {
      value: connection.instanceUrl,
      nextStep: 'Check the address and the network, then run the command again.',
      exitCode: EXIT.connection,
    });
  }
  if (/Unable to refresh session/.test(message) || errorCodeOf(error) === 'INVALID_SESSION_ID') {
    return new FluencyError('SESSION_EXPIRED', 'The org no longer accepts this session.', {
      value: connection.instanceUrl,
      nextStep:
        'Log in again: a fresh SF_ACCESS_TOKEN, or a username, a JWT key or --target-org, which renew themselves.',
      exitCode: EXIT.connection,
    });
  }
  return new OrgRefusal(errorCodeOf(error) ?? 'UNKNOWN', message);
}

/** The org answered with an error: its code stands in `orgCode`. */
export class OrgRefusal extends FluencyError {
  readonly orgCode: string;

  constructor(orgCode: string, message: string) {
    super('ORG_REFUSED', `${orgCode}: ${message}`);
    this.name = 'OrgRefusal';
    this.orgCode = orgCode;
  }
}
