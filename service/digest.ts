import { createHash } from 'node:crypto';

/**
 * One-way: what it is of is known again by it, and cannot be read from it.
 *
 * @param length how many hexadecimal digits of SHA-256, at most all 64
 */
export function digestOf(content: string | Uint8Array, length = 40): string {
  return createHash('sha256').update(content).digest('hex').slice(0, length);
}
