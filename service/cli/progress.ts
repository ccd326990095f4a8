import { MultiBar, Presets, type SingleBar } from 'cli-progress';

/** Shows how far a command is. Nothing is shown unless someone is looking. */
export interface Progress {
  step(name: string, done: number, total: number): void;
  stop(): void;
}

const SILENT: Progress = { step: () => undefined, stop: () => undefined };

/** Bars on stderr when it is a terminal and the answer is not JSON; else nothing. */
export function createProgress(
  options: { readonly json: boolean },
  stream: NodeJS.WriteStream = process.stderr,
): Progress {
  if (options.json || !stream.isTTY) return SILENT;
  const bars = new MultiBar(
    { format: ' {bar} {percentage}% {value}/{total} {name}', hideCursor: true, stream, clearOnComplete: false },
    Presets.shades_classic,
  );
  const byName = new Map<string, SingleBar>();
  return {
    step: (name, done, total) => {
      const bar = byName.get(name);
      if (bar) {
        bar.setTotal(Math.max(total, done));
        bar.update(done, { name });
      } else {
        byName.set(name, bars.create(Math.max(total, done), done, { name }));
      }
    },
    stop: () => bars.stop(),
  };
}
