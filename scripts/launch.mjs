// Runs scripts/<name>.ts after making sure that everything it needs is installed.
// Plain JavaScript without dependencies, because on a fresh clone there are none yet.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const [name, ...rest] = process.argv.slice(2);

function fail(message) {
  console.error(message);
  process.exit(1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(`Fluency needs Node.js 20.19 or newer; this is ${process.version}. Install it from https://nodejs.org.`);
  }
}

/** Whether npm has installed what the lock file says: it keeps a lock file of its own of what it installed. */
function isInstalled() {
  const packagesOf = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages;
  const own = path.join('node_modules', '.package-lock.json');
  if (!existsSync(path.join(root, own))) return false;
  const installed = packagesOf(own);
  return Object.entries(packagesOf('package-lock.json')).every(([folder, { version, optional, devOptional }]) => {
    if (folder === '') return true;
    const there = installed[folder];
    return there === undefined ? (optional ?? devOptional ?? false) : there.version === version;
  });
}

/** Installs the packages of the lock file when they are missing or older than the lock file. */
function install() {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  const marker = path.join(root, 'node_modules', '.fluency-lock');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === lock) {
    return;
  }
  if (isInstalled()) {
    writeFileSync(marker, lock);
    return;
  }
  console.log('Installing packages (npm ci) …');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.error) {
    fail(`npm could not be started: ${npm.error.message}. Node.js brings npm; check your PATH.`);
  }
  if (npm.status !== 0) {
    fail('npm ci did not succeed; what it said stands above. Check the network and run the command again.');
  }
  writeFileSync(marker, lock);
}

checkNode();
install();

const child = spawn(process.execPath, ['--import', 'tsx', path.join(root, 'scripts', `${name}.ts`), ...rest], {
  cwd: root,
  stdio: 'inherit',
});
// A terminal sends Ctrl-C to the child as well: wait for it to end what it started.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
