import { startLocalOrg } from '../../local-org/start.ts';

const [, , directory = ''] = process.argv;
const started = performance.now();
const { url, close } = await startLocalOrg({ directory });
await fetch(`${url}/services/data`);
process.send?.({ url, startSeconds: Number(((performance.now() - started) / 1000).toFixed(2)) });
process.on('message', (asked) => {
  if (asked === 'usage') report();
  else void close().then(end);
});

function report(): void {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  process.send?.({ peakRssMb: Math.round(maxRSS / 1024), cpuSeconds: (userCPUTime + systemCPUTime) / 1e6 });
}

function end(): void {
  report();
  process.disconnect();
}
