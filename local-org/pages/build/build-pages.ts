import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { MetadataStore } from '../../org.ts';
import { pagesFolder } from '../location.ts';
import { writeComponentFiles } from './component-files.ts';
import { deployedBundles, deployedLabels, inputsHash, shellFingerprint } from './inputs.ts';
import type { BuildRequest, PagesBuild, PagesManifest, Progress } from './types.ts';

/** Where built files are served; each build below its own hash, so that browsers may keep them for ever. */
export const BUILD_PATH = '/local-org/build';

export interface BuildOptions {
  /** Where compiled modules are remembered between builds. */
  readonly cacheFolder?: string;
}

/**
 * Makes the static files that show the components deployed to an org. A build of the same inputs is used again.
 *
 * @param directory the org's directory; files go below `<directory>/pages`
 * @throws with the bundler's words when a deployed component cannot be built
 */
export async function buildPages(
  org: { readonly metadata: MetadataStore },
  directory: string,
  onProgress: Progress = () => undefined,
  options: BuildOptions = {},
): Promise<PagesBuild> {
  const bundles = deployedBundles(org.metadata);
  const labels = deployedLabels(org.metadata);
  const hash = inputsHash(bundles, labels, fingerprint());
  const root = join(directory, 'pages');
  const folder = join(root, hash);
  const known = readManifest(folder);
  if (known !== undefined) return { hash, folder, base: `${BUILD_PATH}/${hash}`, manifest: known };
  onProgress(`Building pages with ${bundles.length} components`);
  const work = join(root, `.${hash}-${process.pid}`);
  try {
    mkdirSync(join(work, 'lwc'), { recursive: true });
    const request: BuildRequest = {
      browserFolder: join(pagesFolder, 'browser'),
      componentFolder: join(work, 'lwc'),
      cacheFolder: options.cacheFolder ?? join(root, 'cache'),
      output: join(work, 'out'),
      base: `${BUILD_PATH}/${hash}`,
      components: writeComponentFiles(bundles, join(work, 'lwc')),
      labels,
    };
    writeFileSync(join(work, 'request.json'), JSON.stringify(request));
    await runBundler(join(work, 'request.json'));
    removeOldBuilds(root, hash, work);
    rmSync(folder, { recursive: true, force: true });
    renameSync(join(work, 'out'), folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  const manifest = readManifest(folder);
  if (manifest === undefined) throw new Error(`The page build wrote no manifest into ${folder}.`);
  onProgress('Pages are built');
  return { hash, folder, base: `${BUILD_PATH}/${hash}`, manifest };
}

let shell: string | undefined;

/** The shell does not change while the process runs. */
function fingerprint(): string {
  const { resolve } = createRequire(join(pagesFolder, 'index.ts'));
  // The engine and the compiler are released together: one version speaks for both.
  const packages = ['@lwc/compiler', 'lightning-base-components', 'vite'];
  shell ??= shellFingerprint(
    ['browser', 'build', 'model'].map((folder) => join(pagesFolder, folder)),
    packages.map((name) => resolve(`${name}/package.json`)),
  );
  return shell;
}

function readManifest(folder: string): PagesManifest | undefined {
  const file = join(folder, 'manifest.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as PagesManifest) : undefined;
}

/**
 * Bundling has a process of its own: it takes seconds of computing and hundreds of megabytes, and the org answers
 * meanwhile.
 */
function runBundler(requestFile: string): Promise<void> {
  const tsx = createRequire(join(pagesFolder, 'index.ts')).resolve('tsx');
  const script = join(pagesFolder, 'build/bundle-process.ts');
  return new Promise((resolve, reject) => {
    const bundler = spawn(process.execPath, ['--import', tsx, script, requestFile], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' },
    });
    const stop = (): void => void bundler.kill();
    process.once('exit', stop);
    let complaint = '';
    bundler.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
    bundler.on('error', reject);
    bundler.on('close', (code) => {
      process.removeListener('exit', stop);
      if (code === 0) resolve();
      else reject(new Error(`The pages could not be built. ${complaint.trim()}`));
    });
  });
}

/** Keeps the previous build, which open browser tabs may still use; takes away what a killed build left. */
function removeOldBuilds(root: string, current: string, work: string): void {
  for (const name of readdirSync(root)) {
    if (name.startsWith('.') && join(root, name) !== work) rmSync(join(root, name), { recursive: true, force: true });
  }
  const builds = readdirSync(root).filter((name) => /^[0-9a-f]{16}$/.test(name) && name !== current);
  for (const name of builds.slice(0, -1)) rmSync(join(root, name), { recursive: true, force: true });
}
