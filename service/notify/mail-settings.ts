import { EXIT, FluencyError } from '../error.ts';

/** The mail server that notifications go through. The URL may hold a password: never print it. */
export interface MailSettings {
  readonly url: string;
  readonly from: string;
  /** What must not appear in any message. */
  readonly secrets: readonly string[];
}

const EXAMPLE = 'smtps://user:password@host:465, or smtp://host:587';

/**
 * The settings in FLUENCY_SMTP_URL (`smtps://user:password@mail.corp.example:465`) and FLUENCY_MAIL_FROM.
 *
 * @throws FluencyError MAIL_SETTINGS_MISSING, MAIL_SETTINGS_WRONG; neither holds the URL
 */
export function mailSettings(environment: Readonly<Record<string, string | undefined>>): MailSettings {
  const { FLUENCY_SMTP_URL: url = '', FLUENCY_MAIL_FROM: from = environment['FLUENCY_REPLY_ADDRESS'] ?? '' } =
    environment;
  if (url === '' || from === '') {
    throw new FluencyError('MAIL_SETTINGS_MISSING', 'It is not known how to send mail.', {
      value: url === '' ? 'FLUENCY_SMTP_URL' : 'FLUENCY_MAIL_FROM',
      nextStep: `Set FLUENCY_SMTP_URL (${EXAMPLE}) and FLUENCY_MAIL_FROM, in the environment or with --env FILE.`,
      exitCode: EXIT.usage,
    });
  }
  if (!from.includes('@')) throw wrong('FLUENCY_MAIL_FROM', 'It holds no e-mail address', 'Use fluency@corp.example.');
  return { url, from, secrets: [url, ...passwordsIn(url)].filter((secret) => secret !== '') };
}

/** The password as it is written and as it is, once the URL is known to be one. */
function passwordsIn(url: string): string[] {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(url)?.[1];
  if (scheme === undefined) throw wrongUrl('It has no scheme', `Begin it with smtps:// or smtp://: ${EXAMPLE}.`);
  if (!/^smtps?$/i.test(scheme))
    throw wrongUrl(`It begins with ${scheme}://`, 'Use smtps:// (TLS from the first byte) or smtp:// (STARTTLS).');
  // What stands between the slashes and the last @ is user and password, whatever a URL takes it for.
  const [, login = ''] = /^[^:]*:\/\/(.*)@/.exec(url) ?? [];
  if (/[\s/?#@]/.test(login) || !isEncoded(login))
    throw wrongUrl(
      'A character in its user or password has to be written in another way',
      'Write % as %25, @ as %40, / as %2F, ? as %3F, # as %23 and a blank as %20 there.',
    );
  if (!URL.canParse(url)) throw wrongUrl('Its host or port cannot be read', `Write ${EXAMPLE}; a port is 1 to 65535.`);
  const { hostname, port, password } = new URL(url);
  if (hostname === '') throw wrongUrl('It names no host', `Write ${EXAMPLE}.`);
  if (port === '0') throw wrongUrl('Its port is 0', 'Use 465 with smtps://, 587 with smtp://.');
  return [password, decodeURIComponent(password)];
}

function isEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

function wrongUrl(what: string, nextStep: string): FluencyError {
  return wrong('FLUENCY_SMTP_URL', what, nextStep);
}

function wrong(variable: string, what: string, nextStep: string): FluencyError {
  return new FluencyError('MAIL_SETTINGS_WRONG', `The setting of the mail server cannot be used. ${what}.`, {
    value: variable,
    nextStep,
    exitCode: EXIT.usage,
  });
}
