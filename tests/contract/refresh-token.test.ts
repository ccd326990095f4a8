import { createHash, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';

import { Connection, OAuth2 } from 'jsforce';

import { describeContract } from './describe-contract.ts';

const CALLBACK = 'https://app.example.com/callback';
const APP = { clientId: 'contract-web', clientSecret: 'a secret of the contract', redirectUri: CALLBACK };

describeContract('Logging in in a browser, and refresh tokens', (subject, testWith) => {
  const oauth = (settings: Partial<typeof APP> = {}): OAuth2 => {
    const { target } = subject();
    const app = { consumerKey: APP.clientId, consumerSecret: APP.clientSecret, callbackUrls: [CALLBACK] };
    writeFileSync(target.connectedAppsFile, JSON.stringify([app, { ...app, consumerKey: 'another-app' }]));
    return new OAuth2({ loginUrl: target.url, ...APP, ...settings });
  };

  /** Fills in the login page as a browser does, and answers where it leads. */
  async function answerPage(url: string, fields: Record<string, string>): Promise<URL> {
    const page = await (await fetch(url)).text();
    const hidden = [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(
      ([, name = '', value = '']): [string, string] => [
        name,
        value.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))),
      ],
    );
    const response = await fetch(new URL('/services/oauth2/authorize', url), {
      method: 'POST',
      body: new URLSearchParams([...hidden, ...Object.entries(fields)]),
      redirect: 'manual',
    });
    return new URL(response.headers.get('location') ?? 'none:');
  }

  async function codeFor(oauth2: OAuth2, params: Record<string, string> = {}): Promise<string> {
    const allowed = { ...subject().target.credentials, answer: 'allow' };
    const back = await answerPage(oauth2.getAuthorizationUrl(params), allowed);
    return back.searchParams.get('code') ?? '';
  }

  async function authorized(): Promise<Connection> {
    const oauth2 = oauth();
    const connection = new Connection({ oauth2, instanceUrl: subject().target.url, version: '66.0' });
    await connection.authorize(await codeFor(oauth2));
    return connection;
  }

  async function tokenRequest(form: Record<string, string>): Promise<unknown> {
    const body = new URLSearchParams({ client_id: APP.clientId, client_secret: APP.clientSecret, ...form });
    const response = await fetch(`${subject().target.url}/services/oauth2/token`, { method: 'POST', body });
    return { status: response.status, ...((await response.json()) as object) };
  }

  testWith('connected app', 'the page leads back to the app with a code and the state', async () => {
    const url = oauth().getAuthorizationUrl({ state: 'a b&c' });
    const back = await answerPage(url, { ...subject().target.credentials, answer: 'allow' });
    expect(back.href.startsWith(`${CALLBACK}?`)).toBe(true);
    expect(back.searchParams.get('state')).toBe('a b&c');
    expect(back.searchParams.get('code')).toMatch(/.{20}/);
  });

  testWith('connected app', 'a person who denies leads back with access_denied', async () => {
    const back = await answerPage(oauth().getAuthorizationUrl(), { answer: 'deny' });
    expect(Object.fromEntries(back.searchParams)).toEqual({
      error: 'access_denied',
      error_description: 'end-user denied authorization',
    });
  });

  testWith('connected app', 'a callback that is not registered is not followed', async () => {
    const url = oauth({ redirectUri: 'https://elsewhere.example.com/' }).getAuthorizationUrl();
    const response = await fetch(url, { redirect: 'manual' });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('error=redirect_uri_mismatch');
  });

  testWith('connected app', 'a code gives a session and a refresh token', async () => {
    const connection = await authorized();
    expect(connection.refreshToken).toMatch(/.{20}/);
    expect((await connection.identity()).username).toBe(subject().target.credentials.username);
  });

  testWith('connected app', 'a scope without refresh_token gives no refresh token', async () => {
    const oauth2 = oauth();
    const answer = await oauth2.requestToken(await codeFor(oauth2, { scope: 'api' }));
    expect(answer).toMatchObject({ scope: 'api', token_type: 'Bearer' });
    expect(answer.refresh_token).toBeUndefined();
  });

  testWith('connected app', 'jsforce opens a new session when the old one has ended', async () => {
    const connection = await authorized();
    const first = connection.accessToken;
    await connection.oauth2.revokeToken(String(first));
    const refreshed: string[] = [];
    connection.on('refresh', (token: string) => refreshed.push(token));
    expect((await connection.query('SELECT Id FROM Organization')).totalSize).toBe(1);
    expect(refreshed).toEqual([connection.accessToken]);
    expect(connection.accessToken).not.toBe(first);
  });

  testWith('connected app', 'a refresh token that is revoked ends its sessions and opens none', async () => {
    const connection = await authorized();
    const { accessToken, refreshToken } = connection;
    await connection.logout(true);
    expect(await tokenRequest({ grant_type: 'refresh_token', refresh_token: String(refreshToken) })).toEqual({
      status: 400,
      error: 'invalid_grant',
      error_description: 'expired access/refresh token',
    });
    const stale = new Connection({ instanceUrl: subject().target.url, accessToken: String(accessToken) });
    await expect(stale.query('SELECT Id FROM User')).rejects.toMatchObject({ errorCode: 'INVALID_SESSION_ID' });
  });

  testWith('connected app', "a refresh token is of no use to another app, nor without the app's secret", async () => {
    const { refreshToken } = await authorized();
    const form = { grant_type: 'refresh_token', refresh_token: String(refreshToken) };
    expect(await tokenRequest({ ...form, client_id: 'another-app' })).toMatchObject({ error: 'invalid_grant' });
    expect(await tokenRequest({ ...form, client_id: 'nobody' })).toEqual({
      status: 400,
      error: 'invalid_client_id',
      error_description: 'client identifier invalid',
    });
    expect(await tokenRequest({ ...form, client_secret: 'wrong' })).toEqual({
      status: 400,
      error: 'invalid_client',
      error_description: 'invalid client credentials',
    });
  });

  testWith('connected app', 'a code is exchanged once', async () => {
    const form = { grant_type: 'authorization_code', redirect_uri: CALLBACK, code: await codeFor(oauth()) };
    expect(await tokenRequest(form)).toMatchObject({ status: 200 });
    expect(await tokenRequest(form)).toMatchObject({ status: 400, error: 'invalid_grant' });
  });

  testWith('connected app', 'a code with a challenge asks for its verifier', async () => {
    const verifier = randomBytes(96).toString('base64url');
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const exchange = async (given: object): Promise<unknown> => {
      const code = await codeFor(oauth(), { code_challenge: challenge });
      return tokenRequest({ grant_type: 'authorization_code', redirect_uri: CALLBACK, code, ...given });
    };
    expect(await exchange({ code_verifier: verifier })).toMatchObject({ status: 200 });
    expect(await exchange({ code_verifier: 'another' })).toMatchObject({ status: 400, error: 'invalid_grant' });
    expect(await exchange({})).toMatchObject({ error_description: 'invalid code verifier' });
  });

  testWith('connected app', 'a field that is sent twice counts as missing', async () => {
    const { target } = subject();
    oauth();
    const body = new URLSearchParams([...Object.entries({ grant_type: 'refresh_token', client_id: APP.clientId })]);
    body.set('client_secret', APP.clientSecret);
    for (const token of ['a', 'b']) body.append('refresh_token', token);
    const response = await fetch(`${target.url}/services/oauth2/token`, { method: 'POST', body });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: 'invalid_grant' });
  });

  test('a token that is none is not revoked', async () => {
    const { target } = subject();
    const body = new URLSearchParams({ token: 'none' });
    const response = await fetch(`${target.url}/services/oauth2/revoke`, { method: 'POST', body });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: 'invalid_token' });
  });
});
