import type { Actor } from './types.ts';

/** The org itself: reads what nobody in particular asks for, without restrictions. */
export const SYSTEM: Actor = { userId: '', username: '', system: true };

/** The same person without restrictions: for what the org does by itself in their name. */
export function asSystem(actor: Actor): Actor {
  return { ...actor, system: true };
}
