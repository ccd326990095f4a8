/**
 * Type-checks every part with its own settings: what a part may use (Node, the browser) differs. What a run found out is
 * kept in `.cache/types`, so that the next one looks at what changed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const projects = ['core', 'service', 'local-org', 'local-org/pages', 'local-org/pages/browser', 'force-app', '.'];
const failed = projects
  .filter((project) => existsSync(path.join(project, 'tsconfig.json')))
  .filter((project) => {
    const memory = path.resolve('.cache/types', `${project.replaceAll('/', '-')}.tsbuildinfo`);
    const result = spawnSync(
      path.join('node_modules', '.bin', 'tsc'),
      ['-p', project, '--noEmit', '--incremental', '--tsBuildInfoFile', memory],
      { stdio: 'inherit' },
    );
    return result.status !== 0;
  });

if (failed.length > 0) {
  console.error(`Types do not hold in: ${failed.join(', ')}`);
  process.exitCode = 1;
}
