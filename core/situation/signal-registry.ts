import { BUILT_IN_SIGNALS } from './built-in-signals.ts';
import { customSignal } from './custom-signal.ts';
import type { CustomSignal, Signal, SignalRegistry } from './types.ts';

/**
 * All signals an org has: the built-in ones, then those an admin added.
 * Throws SignalError for an added one whose code, type or path is invalid or whose code is taken.
 */
export function createSignalRegistry(custom: readonly CustomSignal[] = []): SignalRegistry {
  const signals = new Map<string, Signal>(BUILT_IN_SIGNALS.map((signal) => [signal.code, signal]));
  const taken = new Set(signals.keys());
  for (const added of custom) {
    signals.set(added.code, customSignal(added, taken));
    taken.add(added.code);
  }
  const opportunityFields = [...new Set([...signals.values()].flatMap((signal) => signal.fields))].sort();
  return { signals, opportunityFields };
}
