import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { readDemoState } from '../../scripts/demo/demo-state.ts';
import { usernameOf } from '../../scripts/seed/people.ts';
import { connect, type OrgClient } from '../../service/connection/index.ts';
import { openReplica } from '../../service/replica/index.ts';
import { runSync, type SyncReport } from '../../service/sync/index.ts';
import { buildComponents } from './ensure-built.ts';

/** A running copy of the seeded demo. */
export interface DemoOrg {
  readonly url: string;
  /** As the administrator of the seed: the one who may read everything. */
  readonly admin: OrgClient;
  /** As the integration user of the service. */
  service(): Promise<OrgClient>;
  /** The id of a seeded person, e.g. `Ana Ruiz`. */
  personId(name: string): Promise<string>;
  /** One sync with the demo's own replica, as the integration user. */
  sync(): Promise<SyncReport>;
  close(): Promise<void>;
}

interface DemoProcess {
  readonly url: string;
  stop(): Promise<void>;
}

const SOURCES = ['force-app', 'content', 'core', 'service', 'local-org', 'scripts'];
/** Tests, and what the build emits beside the components. */
const IRRELEVANT = /\.test\.ts$|__tests__|force-app.*\.js$|lwc\/core\/core\.(d\.)?ts$/;
const PREFIX = 'fluency-demo-template-';

/** Starts a copy of the seeded demo: the seeding is done once a day for each state of the sources. */
export async function startDemoOrg(): Promise<DemoOrg> {
  const template = await demoTemplate();
  const directory = mkdtempSync(join(tmpdir(), 'fluency-demo-'));
  cpSync(template, directory, { recursive: true });
  const { url, stop } = await startDemo(directory);
  const { password } = readDemoState(directory);
  const login = (first: string, last: string): Promise<OrgClient> =>
    connect({}, { SF_LOGIN_URL: url, SF_USERNAME: usernameOf(first, last), SF_PASSWORD: password });
  const admin = await login('Eve', 'Marsh');
  return {
    url,
    admin,
    service: () => login('Sync', 'Service'),
    async personId(name) {
      const [user] = await admin.query(`SELECT Id FROM User WHERE Name = '${name}'`);
      if (user?.Id === undefined) throw new Error(`The demo has nobody called ${name}.`);
      return user.Id;
    },
    async sync() {
      const replica = await openReplica(join(directory, 'replica.db'));
      try {
        return await runSync(await login('Sync', 'Service'), replica, { now: new Date() });
      } finally {
        await replica.close();
      }
    },
    async close() {
      await stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function demoTemplate(): Promise<string> {
  const template = join(tmpdir(), PREFIX + stateOfSources());
  if (existsSync(template)) return template;
  removeOldTemplates();
  buildComponents();
  const building = mkdtempSync(join(tmpdir(), 'fluency-demo-building-'));
  // Compiled modules outlive the template: the next one is quick.
  mkdirSync(join(building, 'org/pages'), { recursive: true });
  mkdirSync('.cache/pages', { recursive: true });
  symlinkSync(resolve('.cache/pages'), join(building, 'org/pages/cache'));
  try {
    const demo = await startDemo(building);
    await demo.stop();
    renameSync(building, template);
  } catch (error) {
    rmSync(building, { recursive: true, force: true });
    // Another test run may have been faster.
    if (!existsSync(template)) throw error;
  }
  return template;
}

/** Changes with whatever the demo is made from: the sources, and the day, from which the seed counts its dates back. */
function stateOfSources(): string {
  const state = createHash('sha256').update(new Date().toISOString().slice(0, 10));
  for (const folder of SOURCES) {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !IRRELEVANT.test(join(entry.parentPath, entry.name)))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    for (const file of files) state.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return state.digest('hex').slice(0, 16);
}

function removeOldTemplates(): void {
  for (const name of readdirSync(tmpdir())) {
    if (name.startsWith(PREFIX)) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

async function startDemo(directory: string): Promise<DemoProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/demo-process.ts', directory], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' },
  });
  let complaint = '';
  child.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once('line', (line) => resolve((JSON.parse(line) as { url: string }).url));
    child.once('error', reject);
    child.once('close', () => reject(new Error(`The demo ended before it was ready.\n${complaint}`)));
  });
  return { url, stop: () => stop(child) };
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('close', () => resolve());
    child.stdin?.end();
  });
}
