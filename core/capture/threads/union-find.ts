/** Disjoint sets of ids with path compression; the smaller id leads, so that the order of joins does not matter. */
export class UnionFind {
  readonly #leader = new Map<string, string>();

  /** The id that leads the set of `id`. */
  find(id: string): string {
    let root = id;
    for (let next = this.#leader.get(root); next !== undefined; next = this.#leader.get(root)) root = next;
    for (let at = id; at !== root;) {
      const next = this.#leader.get(at) ?? root;
      this.#leader.set(at, root);
      at = next;
    }
    return root;
  }

  join(a: string, b: string): void {
    const [left, right] = [this.find(a), this.find(b)];
    if (left === right) return;
    if (left < right) this.#leader.set(right, left);
    else this.#leader.set(left, right);
  }
}
