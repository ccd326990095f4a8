import { redact } from './redact.ts';

const SESSION = '00D000000000001!AQEAQ.abcdefgh_12345';

it.each([
  ['a session id', `session ${SESSION} is bad`],
  ['a bearer header', `Authorization: Bearer ${SESSION}`],
  ['a form', `grant_type=password&password=${SESSION}&x=1`],
  ['JSON', `{"access_token":"${SESSION}"}`],
  ['XML', `<sessionId>${SESSION}</sessionId>`],
  ['a JWT', 'assertion eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.c2lnbmF0dXJl'],
])('takes a secret out of %s', (_name, text) => {
  expect(redact(text)).not.toMatch(/AQEAQ|eyJpc3Mi/);
});

it('takes out values that are known to be secret', () => {
  expect(redact('wrong password hunter22 given', ['hunter22'])).toBe('wrong password *** given');
});

it('leaves ordinary words alone', () => {
  const text = 'An instance URL is given, but SF_ACCESS_TOKEN is missing. The password is wrong.';
  expect(redact(text)).toBe(text);
});
