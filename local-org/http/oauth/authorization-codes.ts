import { createHash, randomBytes } from 'node:crypto';

import { OAuthError } from './oauth-error.ts';

/** How long the platform keeps an authorization code. */
const LIFETIME_MS = 15 * 60_000;

/** What a code stands for. */
export interface Authorization {
  readonly userId: string;
  readonly consumerKey: string;
  readonly redirectUri: string;
  readonly scope: string;
  /** The client's PKCE challenge: SHA-256 of its verifier, in base64url. */
  readonly codeChallenge: string | undefined;
}

/** Codes that a browser carries to a client, each to be exchanged once for tokens. */
export class AuthorizationCodes {
  readonly #codes = new Map<string, { readonly authorization: Authorization; readonly endsAt: number }>();

  /** Hands out a code. */
  add(authorization: Authorization): string {
    for (const [code, { endsAt }] of this.#codes) if (endsAt < Date.now()) this.#codes.delete(code);
    const code = `aPrx${randomBytes(48).toString('base64url')}`;
    this.#codes.set(code, { authorization, endsAt: Date.now() + LIFETIME_MS });
    return code;
  }

  /**
   * Takes a code back from the client that it was given to.
   *
   * @throws {OAuthError} `invalid_grant` for a code that is unknown, used, old, another client's or without its
   *   verifier; `redirect_uri_mismatch`
   */
  redeem(code: string, client: { consumerKey: string; redirectUri: string; codeVerifier?: string }): Authorization {
    const found = this.#codes.get(code);
    this.#codes.delete(code);
    if (found?.authorization.consumerKey !== client.consumerKey) {
      throw new OAuthError('invalid_grant', 'invalid authorization code');
    }
    const { authorization, endsAt } = found;
    if (endsAt < Date.now()) throw new OAuthError('invalid_grant', 'expired authorization code');
    if (authorization.redirectUri !== client.redirectUri) {
      throw new OAuthError('redirect_uri_mismatch', 'redirect_uri must match configuration');
    }
    const { codeChallenge } = authorization;
    if (codeChallenge !== undefined && codeChallenge !== challengeOf(client.codeVerifier ?? '')) {
      throw new OAuthError('invalid_grant', 'invalid code verifier');
    }
    return authorization;
  }
}

function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}
