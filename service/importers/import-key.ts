import type { Mapping } from './mapping.ts';

const KEY_LENGTH = 120;

/** An import key: prefix, kind and the source's own key, in lower case. At most 120 characters. */
export function importKey(mapping: Mapping, kind: 'account' | 'opportunity' | 'product', own: string): string {
  return `${mapping.keyPrefix}:${kind}:${own.toLowerCase()}`.slice(0, KEY_LENGTH);
}
