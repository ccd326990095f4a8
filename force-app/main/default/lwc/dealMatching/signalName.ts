import type { SignalRegistry } from 'c/core';
import { signalLabels } from 'c/labels';

/** What a signal is called: by its label where it is built in, as the admin named it otherwise. */
export function signalName(code: string, registry: SignalRegistry): string {
  const signal = registry.signals.get(code);
  const label = signal?.labelKey && signalLabels[signal.labelKey as keyof typeof signalLabels];
  return label || (signal?.label ?? code);
}
