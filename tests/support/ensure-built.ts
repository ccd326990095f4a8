import { execFileSync } from 'node:child_process';
import { missingLwcBuilds } from '../../service/deploy/missing-lwc-builds.ts';

/** Builds the components unless each is built. */
export function ensureBuilt(): void {
  if (missingLwcBuilds('force-app').length > 0) buildComponents();
}

/** Builds the components, in a process of its own. */
export function buildComponents(): void {
  const command = ['--import', 'tsx', 'scripts/build-lwc.ts'];
  execFileSync(process.execPath, command, { stdio: ['ignore', 'ignore', 'inherit'] });
}
