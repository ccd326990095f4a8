import type { Store } from './store/types.ts';

class Rollback extends Error {
  readonly result: unknown;

  constructor(result: unknown) {
    super('rolled back');
    this.result = result;
  }
}

/** Runs `work` in a transaction that is undone when its result is not acceptable; the result is answered either way. */
export function undoUnless<T>(store: Store, work: () => T, isAcceptable: (result: T) => boolean): T {
  try {
    return store.transaction(() => {
      const result = work();
      if (!isAcceptable(result)) {
        throw new Rollback(result);
      }
      return result;
    });
  } catch (error) {
    if (error instanceof Rollback) {
      return error.result as T;
    }
    throw error;
  }
}
