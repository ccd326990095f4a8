export type * from './types.ts';
export { DAY, dayOf, daysBetween, instantOf, isoDateOf } from './days.ts';
export { normalizeText } from './normalize-text.ts';
export { SignalError, type SignalErrorCode } from './signal-error.ts';
export { BUILT_IN_SIGNALS } from './built-in-signals.ts';
export { checkCustomSignal } from './custom-signal.ts';
export { createSignalRegistry } from './signal-registry.ts';
export { situationOf } from './situation-of.ts';
