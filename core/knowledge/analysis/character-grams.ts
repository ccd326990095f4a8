import { foldText } from './fold-text.ts';
import { hashText } from './hash-text.ts';

/** Characters in a gram: long enough to mean something, short enough to survive a typing error. */
const GRAM = 3;
/** Grams are told apart by 16 bits of hash. */
export const GRAM_BUCKETS = 2 ** 16;

/** The distinct character grams of a text's words (each word with its borders), as sorted bucket numbers. */
export function characterGrams(text: string): number[] {
  const buckets = new Set<number>();
  const plain = ` ${foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
  for (let at = 0; at + GRAM <= plain.length; at += 1) buckets.add(bucketOf(plain, at));
  return [...buckets].sort((a, b) => a - b);
}

/** The hash of a gram, folded to its bucket. */
function bucketOf(text: string, at: number): number {
  const hash = hashText(text, at, at + GRAM);
  return (hash ^ (hash >>> 16)) & (GRAM_BUCKETS - 1);
}
