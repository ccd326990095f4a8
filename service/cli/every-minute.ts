const MINUTE = 60_000;

/** What a question was answered, until the answer is a minute old; after an error the next call asks again. */
export function everyMinute<T>(ask: () => Promise<T>, now: () => number = Date.now): () => Promise<T> {
  let last: { readonly answer: Promise<T>; readonly at: number } | undefined;
  return () => {
    if (last === undefined || now() - last.at > MINUTE) {
      const asked = { answer: ask(), at: now() };
      last = asked;
      asked.answer.catch(() => {
        if (last === asked) last = undefined;
      });
    }
    return last.answer;
  };
}
