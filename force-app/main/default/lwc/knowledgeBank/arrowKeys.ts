const STEPS: ReadonlyMap<string, number> = new Map([
  ['ArrowDown', 1],
  ['ArrowUp', -1],
]);

/** Where an arrow key leads from the stop that has the focus; undefined where it leads nowhere. */
export function nextStop({ key, target }: KeyboardEvent, stops: readonly HTMLElement[]): HTMLElement | undefined {
  const step = STEPS.get(key);
  const at = stops.indexOf(target as HTMLElement);
  return step === undefined || at < 0 ? undefined : stops[at + step];
}
