import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openReplica } from '../../service/replica/index.ts';
import { type TestOrg, startDeployedOrg } from './support/deployed-org.ts';

jest.setTimeout(120_000);

let org: TestOrg;
let folder: string;

beforeAll(async () => {
  org = await startDeployedOrg();
  folder = mkdtempSync(join(tmpdir(), 'fluency-cli-'));
});

afterAll(async () => {
  await org.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Run {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

function fluency(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = org.environment,
): Promise<Run> {
  const env = { PATH: process.env['PATH'], HOME: folder, ...environment };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', 'service/cli/main.ts', ...args],
      { env },
      (_error, out, error) => resolve({ code: child.exitCode ?? -1, out, error }),
    );
  });
}

it('ends with the code of what happened, and says what to do', async () => {
  mkdirSync(join(folder, 'content', 'nuggets'), { recursive: true });
  writeFileSync(join(folder, 'content', 'nuggets', 'x.md'), 'no front matter');
  const [help, unknown, noOrg, badContent] = await Promise.all([
    fluency(['--help']),
    fluency(['snyc']),
    fluency(['sync'], {}),
    fluency(['content', 'check', '--from', join(folder, 'content')]),
  ]);
  expect(help).toMatchObject({ code: 0, out: expect.stringContaining('content') as string });
  expect(unknown).toMatchObject({ code: 2, error: expect.stringContaining('Did you mean sync?') as string });
  expect(noOrg).toMatchObject({
    code: 3,
    error: expect.stringMatching(/^error CONNECTION_NOT_CONFIGURED: .*\n {2}Set SF_INSTANCE_URL/) as string,
  });
  expect(badContent).toMatchObject({ code: 5, out: expect.stringContaining('x.md:1: error:') as string });
});

it('syncs, and answers JSON alone on standard output', async () => {
  const replica = join(folder, 'replica.db');
  const run = await fluency(['sync', '--replica', replica, '--json']);
  expect(run).toMatchObject({ code: 0, error: '' });
  expect(JSON.parse(run.out)).toMatchObject({ dryRun: false, refused: [], apiCalls: expect.any(Number) as number });
  const doctor = await fluency(['doctor', '--replica', replica, '--json']);
  expect(doctor.code).toBe(0);
  const { checks } = JSON.parse(doctor.out) as { checks: { name: string; status: string }[] };
  expect(checks.filter((check) => check.status === 'failure')).toEqual([]);
  expect(checks.map((check) => check.name)).toEqual([
    'connection',
    'package',
    'read access',
    'write access',
    'last sync',
    'content',
    'rules',
    'replica',
    'replica org',
    'watermarks',
  ]);
});

it('does not run beside another sync', async () => {
  const path = join(folder, 'busy.db');
  const owner = await openReplica(path);
  const run = await fluency(['sync', '--replica', path]);
  await owner.close();
  expect(run).toMatchObject({ code: 6, error: expect.stringContaining(`process ${process.pid}`) as string });
});

it('lists what the org refuses of a package, and deploys nothing', async () => {
  const source = join(folder, 'package');
  const object = join(source, 'objects', 'Thing__c');
  mkdirSync(join(object, 'fields'), { recursive: true });
  cpSync('force-app/main/default/objects/Skill__c/Skill__c.object-meta.xml', join(object, 'Thing__c.object-meta.xml'));
  writeFileSync(
    join(object, 'fields', 'Broken__c.field-meta.xml'),
    '<?xml version="1.0" encoding="UTF-8"?>\n<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">\n  <fullName>Broken__c</fullName>\n  <label>Broken</label>\n  <type>Lookup</type>\n  <referenceTo>Nowhere__c</referenceTo>\n</CustomField>\n',
  );
  const run = await fluency(['deploy', '--source', source]);
  expect(run.code).toBe(1);
  expect(run.out).toContain('Nowhere__c');
  expect(run.out).toContain('the org is unchanged');
  expect(await (await org.connect()).describe('Thing__c')).toBeUndefined();
});
