/** Says what is being done, and how long it took: one line a step. */
export interface Reporter {
  /** Runs one step; its line gets a check mark and the seconds when it is done. */
  step<T>(name: string, work: (progress: StepProgress) => Promise<T> | T): Promise<T>;
  say(line: string): void;
}

/** Told by a step how far it is; shown only where there is a terminal. */
export type StepProgress = (detail: string, done?: number, total?: number) => void;

/** A reporter that writes to a stream; on a terminal a running step is redrawn in place. */
export function createReporter(stream: NodeJS.WriteStream): Reporter {
  const clear = (): void => {
    if (stream.isTTY) {
      stream.clearLine(0);
      stream.cursorTo(0);
    }
  };
  const draw = (text: string): void => {
    if (stream.isTTY) {
      clear();
      stream.write(text.slice(0, Math.max(20, stream.columns - 1)));
    }
  };
  return {
    say: (line) => {
      stream.write(`${line}\n`);
    },
    async step(name, work) {
      const started = performance.now();
      let drawn = 0;
      draw(`  ${name} …`);
      try {
        const result = await work((detail, done, total) => {
          const now = performance.now();
          if (now - drawn > 80) {
            drawn = now;
            draw(`  ${name} … ${detail}${total === undefined ? '' : ` ${String(done)}/${String(total)}`}`);
          }
        });
        clear();
        stream.write(`✓ ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)\n`);
        return result;
      } catch (error) {
        clear();
        stream.write(`✗ ${name}\n`);
        throw error;
      }
    },
  };
}
