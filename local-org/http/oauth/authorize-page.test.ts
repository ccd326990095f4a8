import { authorizeHeaders } from './authorize-page.ts';
import type { AuthorizeRequest } from './authorize-request.ts';

it.each([
  ['https://app.example:8443/callback?x=1', 'https://app.example:8443'],
  ['http://localhost:1717/OauthRedirect', 'http://localhost:1717'],
  ['myapp://callback', 'myapp:'],
])('lets the form lead to %s', (redirectUri, source) => {
  const request: AuthorizeRequest = {
    consumerKey: 'app',
    redirectUri,
    scope: 'api',
    state: undefined,
    codeChallenge: undefined,
    fields: {},
  };
  expect(authorizeHeaders(request)['content-security-policy']).toMatch(new RegExp(`form-action 'self' ${source}$`));
});
