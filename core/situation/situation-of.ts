import type { DealFacts, SignalRegistry, SignalValue, Situation } from './types.ts';

/** The facts of one deal at `now`: every signal of the registry that is not blank. */
export function situationOf(deal: DealFacts, registry: SignalRegistry, now: Date): Situation {
  const facts = new Map<string, SignalValue>();
  for (const signal of registry.signals.values()) {
    const value = signal.derive(deal, now);
    if (value !== undefined) facts.set(signal.code, value);
  }
  return { facts, now };
}
