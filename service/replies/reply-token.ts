import { createHmac, timingSafeEqual } from 'node:crypto';
import { DAY } from '../../core/index.ts';

/** Whose reply to which question, and until when. */
export interface ReplyGrant {
  /** Salesforce ids, of 15 or 18 characters. */
  readonly questionId: string;
  readonly userId: string;
  readonly expires: Date;
}

export type ReplyCheck =
  | { readonly ok: true; readonly questionId: string; readonly userId: string }
  /** `forged` covers what was altered and what another secret signed: they cannot be told apart. */
  | { readonly ok: false; readonly why: 'forged' | 'expired' };

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const VERSION = 1;
const ID_BYTES = 12;
const DAY_BYTES = 2;
/** 80 bits: each guess costs a connection to the listener. */
const SIGNATURE_BYTES = 10;
const PAYLOAD_BYTES = 2 * ID_BYTES + DAY_BYTES;
const LENGTH = Math.ceil(((PAYLOAD_BYTES + SIGNATURE_BYTES) * 8) / 5);
const SHORTEST_SECRET = 32;

/** Whether a secret is long enough to sign with. */
export function isGoodSecret(secret: string | undefined): secret is string {
  return secret !== undefined && secret.length >= SHORTEST_SECRET;
}

/**
 * A token for the local part of an address: 58 characters of a–z and 2–7, because mail servers may change the case, and
 * a local part has 64. It holds both ids, the last day it is good for (UTC), and an HMAC-SHA-256 over them.
 */
export function signReply({ questionId, userId, expires }: ReplyGrant, secret: string): string {
  const payload = Buffer.alloc(PAYLOAD_BYTES);
  bytesOfId(questionId).copy(payload, 0);
  bytesOfId(userId).copy(payload, ID_BYTES);
  payload.writeUInt16BE(Math.floor(expires.getTime() / DAY), 2 * ID_BYTES);
  return encode(Buffer.concat([payload, signatureOf(payload, secret)]));
}

/** Checks a token; the ids come back with 15 characters. */
export function checkReply(token: string, secret: string, now: Date): ReplyCheck {
  const bytes = decode(token.toLowerCase());
  if (bytes === undefined) return { ok: false, why: 'forged' };
  const payload = bytes.subarray(0, PAYLOAD_BYTES);
  const signature = bytes.subarray(PAYLOAD_BYTES, PAYLOAD_BYTES + SIGNATURE_BYTES);
  if (!timingSafeEqual(signature, signatureOf(payload, secret))) return { ok: false, why: 'forged' };
  if (payload.readUInt16BE(2 * ID_BYTES) < Math.floor(now.getTime() / DAY)) return { ok: false, why: 'expired' };
  return { ok: true, questionId: idOfBytes(payload, 0), userId: idOfBytes(payload, ID_BYTES) };
}

function signatureOf(payload: Buffer, secret: string): Buffer {
  return createHmac('sha256', secret)
    .update(`fluency-reply-${VERSION}:`)
    .update(payload)
    .digest()
    .subarray(0, SIGNATURE_BYTES);
}

/** Fifteen characters of base 62 are 90 bits. The other three of an id are a checksum of its case. */
function bytesOfId(id: string): Buffer {
  let number = 0n;
  for (const character of id.slice(0, 15)) number = number * 62n + BigInt(Math.max(0, BASE62.indexOf(character)));
  return Buffer.from(number.toString(16).padStart(2 * ID_BYTES, '0'), 'hex');
}

function idOfBytes(bytes: Buffer, start: number): string {
  let number = BigInt(`0x${bytes.subarray(start, start + ID_BYTES).toString('hex')}`);
  let id = '';
  for (let i = 0; i < 15; i += 1) {
    id = (BASE62[Number(number % 62n)] ?? '') + id;
    number /= 62n;
  }
  return id;
}

function encode(bytes: Buffer): string {
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += ALPHABET[(value >>> (bits - 5)) & 31];
    value &= (1 << bits) - 1;
  }
  return bits > 0 ? text + ALPHABET[(value << (5 - bits)) & 31] : text;
}

function decode(text: string): Buffer | undefined {
  if (text.length !== LENGTH) return undefined;
  const bytes: number[] = [];
  let bits = 0;
  let value = 0;
  for (const character of text) {
    const digit = ALPHABET.indexOf(character);
    if (digit < 0) return undefined;
    value = (value << 5) | digit;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((value >>> bits) & 255);
      value &= (1 << bits) - 1;
    }
  }
  // One way to write a token: what is left over is nought.
  return value === 0 ? Buffer.from(bytes) : undefined;
}
