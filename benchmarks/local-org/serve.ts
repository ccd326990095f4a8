import { startLocalOrg } from '../../local-org/start.ts';

const [, , directory = ''] = process.argv;
const started = performance.now();
const { url, close } = await startLocalOrg({ directory });
await fetch(`${url}/services/data`);
process.send?.({ url, startSeconds: Number(((performance.now() - started) / 1000).toFixed(2)) });
process.once('message', () => {
  void close().then(() => {
    process.send?.({ peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024) });
    process.disconnect();
  });
});
