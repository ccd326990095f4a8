import { EXIT, FluencyError } from '../error.ts';

/** The mail server that notifications go through. The URL may hold a password: never print it. */
export interface MailSettings {
  readonly url: string;
  readonly from: string;
  /** What must not appear in any message. */
  readonly secrets: readonly string[];
}

/**
 * The settings in FLUENCY_SMTP_URL (`smtps://user:password@mail.corp.example:465`) and FLUENCY_MAIL_FROM.
 *
 * @throws FluencyError MAIL_SETTINGS_MISSING
 */
export function mailSettings(environment: Readonly<Record<string, string | undefined>>): MailSettings {
  const { FLUENCY_SMTP_URL: url = '', FLUENCY_MAIL_FROM: from = environment['FLUENCY_REPLY_ADDRESS'] ?? '' } =
    environment;
  const parsed = /^smtps?:\/\//.test(url) && URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !from.includes('@')) {
    throw new FluencyError('MAIL_SETTINGS_MISSING', 'It is not known how to send mail.', {
      value: parsed === undefined ? 'FLUENCY_SMTP_URL' : 'FLUENCY_MAIL_FROM',
      nextStep:
        'Set FLUENCY_SMTP_URL (smtps://user:password@host:465, or smtp://host:587) and FLUENCY_MAIL_FROM, in the environment or with --env FILE.',
      exitCode: EXIT.usage,
    });
  }
  const password = decodeURIComponent(parsed.password);
  return { url, from, secrets: [url, parsed.password, password].filter((secret) => secret !== '') };
}
