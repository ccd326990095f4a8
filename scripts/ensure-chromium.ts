import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const CANDIDATES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The path of an installed Chromium or Chrome, or undefined. `CHROMIUM_PATH` wins. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    return existsSync(named) ? named : undefined;
  }
  return CANDIDATES.find((candidate) => existsSync(candidate));
}

/**
 * Makes sure that a Chromium is there, installing Debian's package where that is possible.
 *
 * @returns the path of the browser
 * @throws Error that says how to install one where it cannot
 */
export async function ensureChromium(): Promise<string> {
  const found = findChromium();
  if (found) {
    return found;
  }
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium (apt-get) …');
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  const installed = findChromium();
  if (!installed) {
    throw new Error(
      'The end-to-end tests need Chromium or Chrome. Install one, or set CHROMIUM_PATH to its executable.',
    );
  }
  return installed;
}
