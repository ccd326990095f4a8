import type { OrgClient } from '../connection/index.ts';
import { EXIT, FluencyError } from '../error.ts';
import type { MailSource } from './mail-source.ts';
import { type Environment, imapSource } from './sources/imap-source.ts';
import { maildirSource } from './sources/maildir-source.ts';
import { mboxSource } from './sources/mbox-source.ts';
import { orgSource } from './sources/org-source.ts';
import { type SmtpSettings, smtpSource } from './sources/smtp-source.ts';

export interface SourceOptions {
  readonly environment: Environment;
  /** Opens the org, for `org` alone. */
  readonly connect: () => Promise<OrgClient>;
  readonly where?: string;
  readonly smtp: Pick<SmtpSettings, 'lmtp' | 'recipients' | 'replies' | 'allowRemote' | 'onListening'>;
}

/**
 * Opens what `--from` names: `mbox:FILE`, `maildir:DIR`, `imap:NAME`, `smtp:HOST:PORT` or `org`.
 *
 * @throws FluencyError SOURCE_UNKNOWN and what the sources throw
 */
export async function openSource(from: string, options: SourceOptions): Promise<MailSource> {
  const [kind, rest] = [from.split(':', 1)[0] ?? '', from.slice(from.indexOf(':') + 1)];
  if (from === 'org') return orgSource(await options.connect(), options.where);
  if (rest !== '' && from.includes(':')) {
    if (kind === 'mbox') return mboxSource(rest);
    if (kind === 'maildir') return maildirSource(rest);
    if (kind === 'imap') return imapSource(rest, options.environment);
    const listen = kind === 'smtp' ? /^(?:\[([^\]]+)\]|([^:]*)):(\d{1,5})$/.exec(rest) : null;
    if (listen && Number(listen[3]) <= 65_535) {
      return smtpSource({ ...options.smtp, host: listen[1] ?? (listen[2] || '127.0.0.1'), port: Number(listen[3]) });
    }
  }
  throw new FluencyError('SOURCE_UNKNOWN', 'There is no such source of mail.', {
    value: from,
    nextStep: 'Use mbox:FILE, maildir:DIR, imap:NAME, smtp:HOST:PORT or org.',
    exitCode: EXIT.usage,
  });
}
