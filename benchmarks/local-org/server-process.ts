import { spawn } from 'node:child_process';

export interface ServerProcess {
  readonly url: string;
  /** From the start of the open to the first answer; starting Node and loading the code is not in it. */
  readonly startSeconds: number;
  /** Processor time that it took so far, in seconds: on a busy machine it says more than the clock. */
  cpuSeconds(): Promise<number>;
  /** Ends the process and answers the most memory that it took, in MB. */
  stop(): Promise<number>;
}

/** Serves the org of a directory in a process of its own, so that the client's work is not measured with it. */
export async function startServer(directory: string): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'benchmarks/local-org/serve.ts', directory], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const next = (): Promise<Record<string, unknown>> =>
    new Promise((resolve, reject) => {
      const lost = (code: number | null): void => reject(new Error(`The org's process ended with ${String(code)}`));
      child.once('exit', lost);
      child.once('message', (message) => {
        child.off('exit', lost);
        resolve(message as Record<string, unknown>);
      });
    });
  const { url, startSeconds } = await next();
  return {
    url: String(url),
    startSeconds: Number(startSeconds),
    async cpuSeconds() {
      const answer = next();
      child.send('usage');
      return Number((await answer)['cpuSeconds']);
    },
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      const last = next();
      child.send('stop');
      const { peakRssMb } = await last;
      await ended;
      return Number(peakRssMb);
    },
  };
}
