/** How many, and the words for one or for several. */
export function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}

/** The same as a line, if there is any. */
export function countedIfAny(count: number, one: string, several: string): string[] {
  return count > 0 ? [counted(count, one, several)] : [];
}
