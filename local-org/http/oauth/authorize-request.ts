import type { ConnectedApps } from './connected-apps.ts';
import { OAuthError } from './oauth-error.ts';
import type { TokenForm } from './token-form.ts';

const DEFAULT_SCOPE = 'refresh_token api web full';
const FIELDS = ['response_type', 'client_id', 'redirect_uri', 'scope', 'state', 'code_challenge'] as const;

/** What a client asks a browser's user for. */
export interface AuthorizeRequest {
  readonly consumerKey: string;
  readonly redirectUri: string;
  readonly scope: string;
  readonly state: string | undefined;
  readonly codeChallenge: string | undefined;
  /** The request as its fields, for a form that repeats it. */
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Reads a request of `/services/oauth2/authorize`. One that this throws at must not be answered by a redirect: where
 * it leads is not known to be the app's.
 *
 * @throws {OAuthError} `invalid_client_id`, `redirect_uri_mismatch`
 */
export function readAuthorizeRequest(apps: ConnectedApps, form: TokenForm): AuthorizeRequest {
  const app = apps.find(form['client_id'] ?? '');
  if (app === undefined) throw new OAuthError('invalid_client_id', 'client identifier invalid');
  const redirectUri = form['redirect_uri'];
  if (redirectUri === undefined) throw new OAuthError('redirect_uri_missing', 'redirect_uri not provided');
  if (app.callbackUrls?.includes(redirectUri) !== true) {
    throw new OAuthError('redirect_uri_mismatch', 'redirect_uri must match configuration');
  }
  return {
    consumerKey: app.consumerKey,
    redirectUri,
    scope: form['scope'] ?? DEFAULT_SCOPE,
    state: form['state'],
    codeChallenge: form['code_challenge'],
    fields: Object.fromEntries(
      FIELDS.flatMap((name) => {
        const value = form[name];
        return value === undefined ? [] : [[name, value]];
      }),
    ),
  };
}

/** Where the browser goes with the answer. */
export function redirectOf({ redirectUri, state }: AuthorizeRequest, answer: Readonly<Record<string, string>>): string {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
  if (state !== undefined) url.searchParams.set('state', state);
  return url.href;
}
