/** Many short lists of numbers in one typed array. */
export interface Arena<T extends Uint16Array | Uint32Array> {
  readonly values: T;
  /** Appends a list and gives back where it begins. */
  append(list: ArrayLike<number>, length: number): number;
}

/** An empty arena; `make` makes an array of the wanted size. */
export function createArena<T extends Uint16Array | Uint32Array>(make: (size: number) => T): Arena<T> {
  let values = make(1024);
  let used = 0;
  return {
    get values() {
      return values;
    },
    append(list, length) {
      if (used + length > values.length) {
        const larger = make(Math.max(used + length, Math.ceil(values.length * 1.6)));
        larger.set(values);
        values = larger;
      }
      for (let i = 0; i < length; i += 1) values[used + i] = list[i] ?? 0;
      used += length;
      return used - length;
    },
  };
}
