import { FluencyError } from '../error.ts';
import { mailSettings } from './mail-settings.ts';

const FROM = 'fluency@corp.example';

const errorOf = (environment: Readonly<Record<string, string>>): FluencyError => {
  try {
    mailSettings(environment);
  } catch (error) {
    if (error instanceof FluencyError) return error;
    throw error;
  }
  throw new Error('the settings are taken');
};

it.each([
  [{}, 'FLUENCY_SMTP_URL'],
  [{ FLUENCY_SMTP_URL: '', FLUENCY_MAIL_FROM: FROM }, 'FLUENCY_SMTP_URL'],
  [{ FLUENCY_SMTP_URL: 'smtp://x' }, 'FLUENCY_MAIL_FROM'],
])('says which setting is missing: %j', (environment, value) => {
  expect(errorOf(environment)).toMatchObject({ code: 'MAIL_SETTINGS_MISSING', value, exitCode: 2 });
});

it.each([
  ['mail.corp.example', /no scheme/, /smtps:\/\//],
  ['https://mail.corp.example', /begins with https/, /smtps:\/\//],
  ['smtp:mail.corp.example', /no scheme/, /smtps:\/\//],
  ['smtps://', /no host/, /host:465/],
  ['smtps://bot:Pass-Word-1@:465', /host or port|no host/, /host:465/],
  ['smtps://bot:Pass-Word-1@mail:70000', /host or port/, /65535/],
  ['smtps://bot:Pass-Word-1@mail:smtp', /host or port/, /65535/],
  ['smtp://mail:0', /port is 0/, /587/],
  ['smtps://bot:Pass-Word-1%@mail', /user or password/, /% as %25/],
  ['smtps://bot:%zzPass-Word-1@mail', /user or password/, /% as %25/],
  ['smtps://bot:%E4Pass-Word-1@mail', /user or password/, /% as %25/],
  ['smtps://bot:Pass-Word-1@x@mail', /user or password/, /@ as %40/],
  ['smtps://bot:12/Pass-Word-1@mail', /user or password/, /\/ as %2F/],
  ['smtps://bot:Pass-Word-1#x@mail', /user or password/, /# as %23/],
  ['smtps://bot:Pass-Word-1?x@mail', /user or password/, /\? as %3F/],
  ['smtps://bot:Pass-Word-1 x@mail', /user or password/, /blank as %20/],
])('says in words, without the password, what is wrong with %s', (url, what, nextStep) => {
  const error = errorOf({ FLUENCY_SMTP_URL: url, FLUENCY_MAIL_FROM: FROM });
  expect(error).toMatchObject({ code: 'MAIL_SETTINGS_WRONG', value: 'FLUENCY_SMTP_URL', exitCode: 2 });
  expect(error.message).toMatch(what);
  expect(error.nextStep).toMatch(nextStep);
  expect(`${error.message} ${error.nextStep ?? ''}`).not.toContain('Pass-Word-1');
});

it('says that the sender is no address', () => {
  const error = errorOf({ FLUENCY_SMTP_URL: 'smtp://mail', FLUENCY_MAIL_FROM: 'Fluency' });
  expect(error).toMatchObject({ code: 'MAIL_SETTINGS_WRONG', value: 'FLUENCY_MAIL_FROM' });
});

it('takes what is well written, and knows the password in both of its forms', () => {
  const url = 'smtps://bot%40corp.example:100%25@mail.corp.example:465';
  expect(mailSettings({ FLUENCY_SMTP_URL: url, FLUENCY_REPLY_ADDRESS: 'reply@corp.example' })).toEqual({
    url,
    from: 'reply@corp.example',
    secrets: [url, '100%25', '100%'],
  });
  expect(mailSettings({ FLUENCY_SMTP_URL: 'smtp://[::1]:587', FLUENCY_MAIL_FROM: FROM }).secrets).toEqual([
    'smtp://[::1]:587',
  ]);
});
