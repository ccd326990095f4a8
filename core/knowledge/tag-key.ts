/** `Year-end discount` → `year-end-discount`: what makes two spellings the same tag. */
export function tagKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
