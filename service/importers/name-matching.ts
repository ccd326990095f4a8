/** Finds the one name that is equal without white space and case; undefined where none or several are. */
export function createSpacelessMatcher(names: readonly string[]): (name: string) => string | undefined {
  const byForm = new Map<string, Set<string>>();
  for (const name of names) {
    const form = spaceless(name);
    byForm.set(form, (byForm.get(form) ?? new Set()).add(name));
  }
  return (name) => {
    const found = byForm.get(spaceless(name));
    return found?.size === 1 ? [...found][0] : undefined;
  };
}

/** The one name nearest to `text` within `distance` edits; undefined where none is, or two are equally near. */
export function nearestName(text: string, names: readonly string[], distance: number): string | undefined {
  const near = names
    .map((name) => ({ name, edits: editDistance(text.toLowerCase(), name.toLowerCase()) }))
    .filter(({ edits }) => edits <= distance)
    .sort((a, b) => a.edits - b.edits);
  const [first, second] = near;
  return first !== undefined && first.edits !== second?.edits ? first.name : undefined;
}

/** Fewest insertions, deletions, replacements and swaps of neighbours that make `a` into `b` (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

function spaceless(name: string): string {
  return name.replace(/\s+/g, '').toLowerCase();
}
