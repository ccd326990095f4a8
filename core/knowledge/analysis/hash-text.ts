/** FNV-1a (Fowler, Noll and Vo) over the code units from `from` to `to`: a whole number of 32 bits, not negative. */
export function hashText(text: string, from = 0, to = text.length): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
