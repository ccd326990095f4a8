import { spawn } from 'node:child_process';
import { type IncomingMessage, type ServerResponse, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where in a run the process is killed: at its n-th request, before the org sees it or after the org has done it. */
export interface KillPoint {
  readonly request: number;
  readonly when: 'before' | 'after';
}

export interface KilledRun {
  /** True when the run ended by itself before the point came. */
  readonly completed: boolean;
  readonly output: string;
}

/**
 * Runs `fluency` as a process of its own, through a proxy that kills it (SIGKILL) at a given request.
 */
export async function runKilled(
  args: readonly string[],
  target: { readonly url: string; readonly accessToken: string },
  point: KillPoint,
): Promise<KilledRun> {
  let seen = 0;
  let kill: () => void = () => undefined;
  const proxy = createServer((incoming, outgoing) => {
    seen += 1;
    const fatal = seen === point.request;
    if (fatal && point.when === 'before') {
      kill();
      outgoing.destroy();
      return;
    }
    forward(target.url, incoming, outgoing, fatal ? kill : undefined);
  });
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
  const { port } = proxy.address() as AddressInfo;
  const child = spawn(process.execPath, ['--import', 'tsx', 'service/cli/main.ts', ...args], {
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      SF_INSTANCE_URL: `http://127.0.0.1:${port}`,
      SF_ACCESS_TOKEN: target.accessToken,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  kill = () => void child.kill('SIGKILL');
  const output: string[] = [];
  child.stdout.on('data', (data: Buffer) => output.push(data.toString()));
  child.stderr.on('data', (data: Buffer) => output.push(data.toString()));
  const signal = await new Promise<NodeJS.Signals | null>((ended) => child.on('close', (_code, by) => ended(by)));
  proxy.closeAllConnections();
  await new Promise((closed) => proxy.close(closed));
  return { completed: signal !== 'SIGKILL', output: output.join('') };
}

function forward(url: string, incoming: IncomingMessage, outgoing: ServerResponse, kill?: () => void): void {
  const onward = request(
    url + (incoming.url ?? '/'),
    { method: incoming.method ?? 'GET', headers: { ...incoming.headers, host: new URL(url).host } },
    (answer) => {
      if (kill === undefined) {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
        return;
      }
      answer.resume();
      answer.on('end', () => {
        kill();
        outgoing.destroy();
      });
    },
  );
  onward.on('error', () => outgoing.destroy());
  incoming.pipe(onward);
}
