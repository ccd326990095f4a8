import { EXIT, FluencyError } from '../error.ts';
import { isGoodSecret, signReply, type ReplyGrant } from './reply-token.ts';

/** Where replies to notifications go, and the secret that signs them. Never print the secret. */
export interface ReplySettings {
  readonly local: string;
  readonly domain: string;
  readonly secret: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** A token has 58 characters, a local part 64; one is the plus. */
const LONGEST_LOCAL = 5;

/**
 * The settings in FLUENCY_REPLY_ADDRESS (such as `reply@corp.example`) and FLUENCY_REPLY_SECRET; undefined where neither
 * is set.
 *
 * @throws FluencyError REPLY_SETTINGS_WRONG
 */
export function replySettings(environment: Environment): ReplySettings | undefined {
  const address = environment['FLUENCY_REPLY_ADDRESS'];
  const secret = environment['FLUENCY_REPLY_SECRET'];
  if (address === undefined && secret === undefined) return undefined;
  const [, local = '', domain = ''] = /^([\w.-]+)@([\w.-]+)$/.exec(address ?? '') ?? [];
  const wrong = (message: string, value: string, nextStep: string): FluencyError =>
    new FluencyError('REPLY_SETTINGS_WRONG', message, { value, nextStep, exitCode: EXIT.usage });
  if (local === '' || local.length > LONGEST_LOCAL) {
    throw wrong(
      'The address for replies is missing or too long.',
      `FLUENCY_REPLY_ADDRESS=${address ?? ''}`,
      `Use an address with at most ${LONGEST_LOCAL} characters before the @, such as reply@corp.example, whose mail server keeps what stands behind a plus.`,
    );
  }
  if (!isGoodSecret(secret)) {
    throw wrong(
      'The secret that signs addresses for replies is missing or too short.',
      'FLUENCY_REPLY_SECRET',
      'Set it to 32 characters or more that nobody can guess, such as `openssl rand -base64 33` prints, and to the same for notify and capture.',
    );
  }
  return { local: local.toLowerCase(), domain: domain.toLowerCase(), secret };
}

/** The address that takes a person's reply to a question. */
export function replyAddress({ local, domain, secret }: ReplySettings, grant: ReplyGrant): string {
  return `${local}+${signReply(grant, secret)}@${domain}`;
}

/** The token in an address for replies; undefined for any other address. */
export function tokenIn(address: string, { local, domain }: ReplySettings): string | undefined {
  const lower = address.trim().toLowerCase();
  const ending = `@${domain}`;
  if (!lower.startsWith(`${local}+`) || !lower.endsWith(ending)) return undefined;
  return lower.slice(local.length + 1, -ending.length);
}
