import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { registerPages, type RegisteredPages } from '../../local-org/pages/index.ts';
import { startLocalOrg, type StartedOrg } from '../../local-org/start.ts';
import { connect, type OrgClient } from '../../service/connection/index.ts';
import { importContent, readContent, formatFault } from '../../service/content/index.ts';
import { assignPermissionSets, deploySource } from '../../service/deploy/index.ts';
import { openReplica } from '../../service/replica/index.ts';
import { runSync } from '../../service/sync/index.ts';
import { OrgClient as SeedClient } from '../seed/org-client.ts';
import { seedLaunches } from '../seed/launches.ts';
import { usernameOf } from '../seed/people.ts';
import { seedKnowledge } from '../seed/seed-knowledge.ts';
import { closeAccounts, seedLearning } from '../seed/seed-learning.ts';
import { seedPlans } from '../seed/seed-plans.ts';
import { seedSales, type Directory } from '../seed/seed-sales.ts';
import type { DemoArguments } from './arguments.ts';
import { captureExchanges } from './capture-exchanges.ts';
import { DemoError } from './demo-error.ts';
import { hashFolder, readDemoState, writeDemoState, type DemoState } from './demo-state.ts';
import type { Reporter } from './reporter.ts';
import { writeEnvironmentFile } from './environment-file.ts';

const PACKAGE = 'force-app';
const CONTENT = 'content';
const REPLICA = 'replica.db';
/** What the seed needs besides the package: the right to set when a record was created. */
const SEED_PACKAGE = 'scripts/seed/package';
const ADMINISTRATOR = usernameOf('Org', 'Owner');
const SYNC_USER = usernameOf('Sync', 'Service');
const TRAINER_ADMIN = usernameOf('Eve', 'Marsh');

/** The running demo. */
export interface Demo {
  readonly url: string;
  /** File of environment variables with which `fluency` reaches the org as the integration user: for `sync`. */
  readonly syncEnvironment: string;
  /** The replica that the demo syncs into, relative to the working directory. */
  readonly replica: string;
  /** The same for an administrator: for imports and deploys. */
  readonly adminEnvironment: string;
  close(): Promise<void>;
}

/**
 * Starts the embedded org and brings it to where a customer's org is after installation: package deployed, people
 * and deals there, content imported, readiness synced, pages built. What an earlier start has done is kept.
 *
 * @throws DemoError, OrgError, FluencyError with a message that says what to do
 */
export async function runDemo(options: DemoArguments, reporter: Reporter): Promise<Demo> {
  const directory = path.resolve(options.data);
  let state = prepare(directory, options.fresh, reporter);
  let pages: RegisteredPages | undefined;
  const started = await reporter.step('Starting the embedded org', () =>
    startLocalOrg({
      directory: path.join(directory, 'org'),
      port: options.port,
      timeTravel: true,
      personSwitcher: true,
      faults: options.faults,
      administrator: { username: ADMINISTRATOR, password: state.password },
      pages: async (app, org, services) => {
        pages = await registerPages(app, org, services);
      },
    }),
  );
  try {
    const save = (change: Partial<DemoState>): void => {
      state = { ...state, ...change };
      writeDemoState(directory, state);
    };
    save({});
    await deployPackage(started, state, save, reporter);
    const building = pages?.build();
    // A failure is reported when the step that waits for the pages is reached.
    building?.catch(() => undefined);
    const filled = await fillOrg(started, state, save, options, reporter);
    await sync(started, state, directory, reporter);
    // Whoever left was there once: the first sync still computes their readiness.
    if (filled) await closeAccounts(filled.org, filled.people);
    await reporter.step('Building the pages', () => building);
    const environment = (name: string, username: string): string =>
      writeEnvironmentFile(directory, name, {
        SF_LOGIN_URL: started.url,
        SF_USERNAME: username,
        SF_PASSWORD: state.password,
      });
    const syncEnvironment = environment('sync.env', SYNC_USER);
    const adminEnvironment = environment('admin.env', TRAINER_ADMIN);
    const replica = path.relative(process.cwd(), path.join(directory, REPLICA));
    return { url: started.url, syncEnvironment, replica, adminEnvironment, close: () => started.close() };
  } catch (error) {
    await started.close();
    throw error;
  }
}

/** Reads where an earlier start left off; a seed that was cut short is begun anew. */
function prepare(directory: string, fresh: boolean, reporter: Reporter): DemoState {
  if (fresh) {
    rmSync(directory, { recursive: true, force: true });
  }
  const state = readDemoState(directory);
  if (state.seeded === 'begun') {
    reporter.say('The last start was cut short while it filled the org: beginning anew.');
    rmSync(directory, { recursive: true, force: true });
    return readDemoState(directory);
  }
  mkdirSync(directory, { recursive: true });
  return state;
}

const login = (started: StartedOrg, username: string, password: string): Promise<OrgClient> =>
  connect({}, { SF_LOGIN_URL: started.url, SF_USERNAME: username, SF_PASSWORD: password });

async function deployPackage(
  started: StartedOrg,
  state: DemoState,
  save: (change: Partial<DemoState>) => void,
  reporter: Reporter,
): Promise<void> {
  const hash = hashFolder(PACKAGE);
  if (state.deployed === hash) {
    return;
  }
  await reporter.step('Deploying the package', async (progress) => {
    const client = await login(started, ADMINISTRATOR, state.password);
    const report = await deploySource(client, PACKAGE, {
      onProgress: (done, total) => {
        progress('components', done, total);
      },
    });
    if (!report.succeeded) {
      const faults = report.failures.map(({ file, line, problem }) => `  ${file}:${line ?? 1} ${problem}`);
      throw new DemoError(`The org refused the package:\n${faults.join('\n')}`);
    }
  });
  save({ deployed: hash });
}

/**
 * People, deals, content and learning history, once; later starts only import content that changed.
 *
 * @returns who was hired, where that was now
 */
async function fillOrg(
  started: StartedOrg,
  state: DemoState,
  save: (change: Partial<DemoState>) => void,
  { seed, data }: DemoArguments,
  reporter: Reporter,
): Promise<{ readonly org: SeedClient; readonly people: Directory } | undefined> {
  const now = new Date();
  const administrator = await login(started, ADMINISTRATOR, state.password);
  const org = new SeedClient(started.url, administrator.session().accessToken);
  const isNew = state.seeded === 'no';
  let directory: Directory | undefined;
  if (isNew) {
    save({ seeded: 'begun' });
    directory = await reporter.step('Hiring a sales organisation', async (progress) => {
      await deploySource(administrator, SEED_PACKAGE);
      await assignPermissionSets(administrator, ['Demo_History_Import', 'Fluency_Admin']);
      return seedSales(org, { now, seed, password: state.password, progress });
    });
  }
  const content = hashFolder(CONTENT);
  if (state.content !== content) {
    await reporter.step('Importing the starter content', async (progress) => {
      await importStarterContent(await login(started, TRAINER_ADMIN, state.password), progress);
    });
  }
  if (directory) {
    const people = directory;
    await reporter.step('Filling the knowledge bank', () => seedKnowledge(org, people, now));
    await reporter.step('Capturing exchanges by e-mail', async () => {
      await captureExchanges(await login(started, SYNC_USER, state.password), path.resolve(data), now);
    });
    await reporter.step('Announcing launches', () => seedLaunches(org, now));
    await reporter.step('Recalling a year of learning', (progress) =>
      seedLearning(org, people, { now, seed, progress }),
    );
    await reporter.step('Planning who learns what', () => seedPlans(org, people, { now, seed }));
  }
  save({ seeded: 'yes', content });
  return directory && { org, people: directory };
}

async function importStarterContent(client: OrgClient, progress: (detail: string) => void): Promise<void> {
  const { content, registry, faults } = readContent(CONTENT);
  const errors = faults.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    throw new DemoError(`The content has errors:\n${errors.map((fault) => `  ${formatFault(fault)}`).join('\n')}`);
  }
  const report = await importContent(client, content, registry, {
    onProgress: (_done, _total, object) => {
      progress(object);
    },
  });
  if (report.refused.length > 0) {
    const rows = report.refused.map(({ object, key, reason }) => `  ${object} ${key}: ${reason}`);
    throw new DemoError(`The org refused content:\n${rows.join('\n')}`);
  }
}

async function sync(started: StartedOrg, state: DemoState, directory: string, reporter: Reporter): Promise<void> {
  await reporter.step('Syncing readiness', async (progress) => {
    const client = await login(started, SYNC_USER, state.password);
    const replica = await openReplica(path.join(directory, REPLICA));
    try {
      const report = await runSync(client, replica, {
        now: new Date(),
        onProgress: (done, total, step) => {
          progress(step, done, total);
        },
      });
      const [first] = report.refused;
      if (first) {
        throw new DemoError(`The org refused ${report.refused.length} computed records, first: ${first.reason}`);
      }
    } finally {
      await replica.close();
    }
  });
}
