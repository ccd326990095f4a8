import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';

import { Connection, OAuth2 } from 'jsforce';
import jsonwebtoken from 'jsonwebtoken';

import { describeContract } from './describe-contract.ts';

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

describeContract('Logging in', (subject, testWith) => {
  testWith('password', 'by SOAP with username and password gives a session, the user and the org', async () => {
    const { target } = subject();
    const connection = new Connection({ loginUrl: target.url });
    const { id, organizationId } = await connection.login(target.credentials.username, target.credentials.password);
    expect(id).toMatch(/^005\w{15}$/);
    expect(organizationId).toMatch(/^00D\w{15}$/);
    expect((await connection.identity()).username).toBe(target.credentials.username);
  });

  test('by SOAP with a wrong password is refused as INVALID_LOGIN', async () => {
    const connection = new Connection({ loginUrl: subject().target.url });
    await expect(connection.login('nobody@example.invalid', 'wrong')).rejects.toThrow(/INVALID_LOGIN/);
  });

  testWith('password', 'by the OAuth password grant gives a token; a logout ends it', async () => {
    const { target } = subject();
    const oauth2 = new OAuth2({ loginUrl: target.url, clientId: 'contract', clientSecret: 'contract' });
    const connection = new Connection({ oauth2, instanceUrl: target.url, version: '66.0' });
    await connection.login(target.credentials.username, target.credentials.password);
    expect(connection.accessToken).toContain('!');
    const { accessToken } = connection;
    await connection.logout();
    const stale = new Connection({ instanceUrl: target.url, accessToken: accessToken ?? '', version: '66.0' });
    await expect(stale.query('SELECT Id FROM User')).rejects.toThrow(/Session expired or invalid/);
  });

  test('by the OAuth password grant with a wrong password is refused as invalid_grant', async () => {
    const { target } = subject();
    const form = new URLSearchParams({ grant_type: 'password', client_id: 'x', username: 'nobody', password: 'wrong' });
    const response = await fetch(`${target.url}/services/oauth2/token`, { method: 'POST', body: form });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: 'invalid_grant', error_description: 'authentication failure' });
  });

  test('with a token reaches the identity service and the org', async () => {
    const { target, connection } = subject();
    const other = new Connection({ instanceUrl: target.url, accessToken: connection.accessToken ?? '' });
    const identity = await other.identity();
    expect(identity.user_id).toMatch(/^005/);
    expect(identity.organization_id).toMatch(/^00D/);
    const { records } = await other.query<{ Name: string }>('SELECT Name, OrganizationType FROM Organization');
    expect(records).toHaveLength(1);
  });

  testWith('password', 'the identity tells what the time zone adds to UTC outside of summer time', async () => {
    // jsforce's type of the identity leaves both out.
    const identity: object = await subject().connection.identity();
    expect(identity).toMatchObject({ timezone: 'America/Los_Angeles', utcOffset: -8 * 3_600_000 });
  });

  test('a token that nobody has is refused with status 401', async () => {
    const { target } = subject();
    const response = await fetch(`${target.url}/services/data/v66.0/sobjects`, {
      headers: { authorization: 'Bearer 00D000000000000!no.such.token' },
    });
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual([{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }]);
  });

  test('a session asks for a link that brings a browser into the org', async () => {
    const { connection } = subject();
    const link = await connection.request<{ frontdoor_uri: string }>(
      `${connection.instanceUrl}/services/oauth2/singleaccess?redirect_uri=lightning/page/home`,
    );
    const { origin, pathname } = new URL(link.frontdoor_uri);
    expect({ origin, pathname }).toEqual({
      origin: new URL(connection.instanceUrl).origin,
      pathname: '/secur/frontdoor.jsp',
    });
    expect(link.frontdoor_uri).not.toContain(encodeURIComponent(connection.accessToken ?? ''));
  });

  test('userinfo tells who one is', async () => {
    const { target, connection } = subject();
    const response = await fetch(`${target.url}/services/oauth2/userinfo`, {
      headers: { authorization: `Bearer ${connection.accessToken ?? ''}` },
    });
    const identity = await connection.identity();
    expect(await response.json()).toMatchObject({ user_id: identity.user_id, preferred_username: identity.username });
  });
});

describeContract('Logging in by JWT bearer', (subject, testWith) => {
  const keys = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const stranger = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

  /** The status and body of a token request. */
  async function assertAs(
    privateKey: string,
    claims: Record<string, unknown>,
  ): Promise<{ status: number; body: Record<string, unknown> }> {
    const { target } = subject();
    writeFileSync(
      target.connectedAppsFile,
      JSON.stringify([
        { consumerKey: 'service', certificate: keys.publicKey, usernames: [target.credentials.username] },
      ]),
    );
    const assertion = jsonwebtoken.sign(
      {
        iss: 'service',
        sub: target.credentials.username,
        aud: 'https://login.salesforce.com',
        exp: inTwoMinutes(),
        ...claims,
      },
      privateKey,
      { algorithm: 'RS256' },
    );
    const form = new URLSearchParams({ grant_type: JWT_BEARER, assertion });
    const response = await fetch(`${target.url}/services/oauth2/token`, { method: 'POST', body: form });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  testWith('connected app', 'with the registered key gives a token', async () => {
    const { status, body } = await assertAs(keys.privateKey, {});
    expect(status).toBe(200);
    expect(body['access_token']).toContain('!');
  });

  const past = Math.floor(Date.now() / 1_000) - 3_600;
  const refused: readonly (readonly [string, string, Record<string, unknown>, string, string])[] = [
    ["a stranger's key", stranger.privateKey, {}, 'invalid_grant', 'invalid assertion'],
    ['another audience', keys.privateKey, { aud: 'https://elsewhere.example' }, 'invalid_grant', 'audience is invalid'],
    [
      'a user whom the client may not log in',
      keys.privateKey,
      { sub: 'somebody@example.com' },
      'invalid_grant',
      "user hasn't approved this consumer",
    ],
    [
      'a client that is not registered',
      keys.privateKey,
      { iss: 'unknown' },
      'invalid_client_id',
      'client identifier invalid',
    ],
    ['an assertion of the past', keys.privateKey, { exp: past }, 'invalid_grant', 'expired authorization code'],
  ];
  for (const [what, privateKey, claims, error, words] of refused) {
    testWith('connected app', `with ${what} is refused`, async () => {
      expect(await assertAs(privateKey, claims)).toEqual({ status: 400, body: { error, error_description: words } });
    });
  }
});

/** Seconds since 1970, as JSON web tokens count. */
function inTwoMinutes(): number {
  return Math.floor(Date.now() / 1_000) + 120;
}
