import cookie from '@fastify/cookie';
import fastify, { type FastifyInstance } from 'fastify';

import { Sessions } from '../../http/session/sessions.ts';
import { openTestOrg, type TestOrg } from '../../testing/test-org.ts';
import { registerSessionRoutes } from './session-routes.ts';
import type { PagesOptions } from './types.ts';

let test: TestOrg;
let app: FastifyInstance;
let sessions: Sessions;

beforeAll(async () => {
  test = openTestOrg();
  sessions = new Sessions(':memory:', test.org.organizationId);
  app = fastify();
  await app.register(cookie);
  const options: Pick<PagesOptions, 'sessions' | 'personSwitcher'> = { sessions, personSwitcher: true };
  registerSessionRoutes(app, test.org, options as PagesOptions);
});
afterAll(async () => {
  await app.close();
  sessions.close();
  test.close();
});

it.each([
  ['a program', {}, 200],
  ['a page of this org', { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' }, 200],
  ['a page of another site', { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' }, 403],
  ['a page of another site in a browser that says only the origin', { origin: 'http://evil.example' }, 403],
  ['a page of another port', { origin: 'http://localhost:8080' }, 403],
])('a session asked for by %s gives the right status', async (_, headers, status) => {
  const response = await app.inject({
    method: 'POST',
    url: '/local-org/session',
    headers: { host: 'localhost', accept: 'application/json', ...headers },
    payload: { userId: test.admin.userId },
  });
  expect(response.statusCode).toBe(status);
  expect(response.headers['set-cookie'] !== undefined).toBe(status === 200);
});
