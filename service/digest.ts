import { createHash } from 'node:crypto';

/** One-way: a text is known again by it, and cannot be read from it. So many hexadecimal digits of SHA-256, 40 at first. */
export function digestOf(text: string, length = 40): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}
