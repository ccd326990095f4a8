import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OrgClient } from '../../service/connection/index.ts';
import { type ContentReport, importContent, readContent } from '../../service/content/index.ts';
import { type TestOrg, startDeployedOrg } from './support/deployed-org.ts';
import { runKilled } from './support/killing-proxy.ts';

jest.setTimeout(180_000);

const NUGGET = `---
key: globex
title: When Globex opens low
kind: Competitive intelligence
minutes: 2
status: Published
skills: [objections, { code: pricing, weight: 0.5 }]
rules:
  - - { signal: competitor, is: Globex }
    - { signal: stage, in: [Proposal/Price Quote, Negotiation/Review] }
  - - { signal: close_date_pushes, greater: 1 }
checks:
  - { prompt: What then?, options: [This, That], correct: B, explanation: Because. }
  - { prompt: And then?, options: [This, That, Neither], correct: C, explanation: So. }
verifier: admin@fluency.local
verifyEveryDays: 90
verifiedOn: 2026-01-02
---

**Body**
`;

let org: TestOrg;
let client: OrgClient;
let folder: string;

beforeEach(async () => {
  org = await startDeployedOrg();
  client = await org.connect();
  folder = mkdtempSync(join(tmpdir(), 'fluency-content-'));
  mkdirSync(join(folder, 'nuggets'));
  writeFileSync(
    join(folder, 'skills.yaml'),
    '- { code: objections, name: Objections, domain: Selling Process, component: Expertise }\n' +
      '- { code: pricing, name: Pricing, domain: Solution, component: Knowledge, description: What it costs. }\n',
  );
  writeFileSync(
    join(folder, 'targets.yaml'),
    'Account Executive:\n  objections: { target: 75, weight: 2 }\n  pricing: 60\n',
  );
  writeFileSync(join(folder, 'nuggets', 'globex.md'), NUGGET);
});

afterEach(async () => {
  await org.close();
  rmSync(folder, { recursive: true, force: true });
});

const load = (options = {}): Promise<ContentReport> => {
  const { content, registry, faults } = readContent(folder);
  expect(faults).toEqual([]);
  return importContent(client, content, registry, options);
};
const change = (from: string, to: string): void => {
  const path = join(folder, 'nuggets', 'globex.md');
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
};
const written = (report: ContentReport): number =>
  Object.values(report.objects).reduce((sum, object) => sum + object.written + object.deleted, 0);

it('brings skills, targets and nuggets with all that belongs to them', async () => {
  expect((await load()).refused).toEqual([]);
  const [nugget] = await client.query('SELECT Name, Body__c, Verifier__r.Username, Verification_Due__c FROM Nugget__c');
  expect(nugget).toMatchObject({
    Name: 'When Globex opens low',
    Body__c: '<p><strong>Body</strong></p>',
    Verifier__r: { Username: 'admin@fluency.local' },
    Verification_Due__c: '2026-04-02',
  });
  const rules = await client.query(
    'SELECT Key__c, Operator__c, Value__c, Group__c, Anchor_Key__c FROM Situation_Rule__c ORDER BY Key__c',
  );
  expect(rules).toMatchObject([
    { Key__c: 'globex:1:1', Operator__c: 'equals', Value__c: 'Globex', Group__c: 1 },
    { Key__c: 'globex:1:2', Operator__c: 'in', Value__c: 'Proposal/Price Quote;Negotiation/Review', Group__c: 1 },
    { Key__c: 'globex:2:1', Operator__c: 'greater', Value__c: '1', Group__c: 2, Anchor_Key__c: '*' },
  ]);
  expect(rules[0]?.['Anchor_Key__c']).toContain('competitor=globex');
  expect(
    await client.query('SELECT Skill__r.Code__c, Weight__c FROM Nugget_Skill__c ORDER BY Skill__r.Code__c'),
  ).toMatchObject([
    { Skill__r: { Code__c: 'objections' }, Weight__c: 1 },
    { Skill__r: { Code__c: 'pricing' }, Weight__c: 0.5 },
  ]);
  expect(
    await client.query('SELECT Correct_Option__c, Order__c FROM Check_Question__c ORDER BY Order__c'),
  ).toMatchObject([
    { Correct_Option__c: 'B', Order__c: 1 },
    { Correct_Option__c: 'C', Order__c: 2 },
  ]);
});

it('brings the words of the five levels, and takes them away when the file has none', async () => {
  const skills = join(folder, 'skills.yaml');
  const without = readFileSync(skills, 'utf8');
  writeFileSync(skills, without.replace('What it costs.', 'What it costs., anchors: [a, b, c, d, e]'));
  await load();
  const anchors = (): Promise<unknown> =>
    client.query('SELECT Code__c, Anchor_1__c, Anchor_5__c FROM Skill__c ORDER BY Code__c');
  expect(await anchors()).toMatchObject([{ Anchor_1__c: null }, { Anchor_1__c: 'a', Anchor_5__c: 'e' }]);
  expect(written(await load())).toBe(0);
  writeFileSync(skills, without);
  await load();
  expect(await anchors()).toMatchObject([{ Anchor_1__c: null }, { Anchor_1__c: null, Anchor_5__c: null }]);
});

it('brings launches with their targets, and takes away what left the file', async () => {
  const launch = (targets: string): string =>
    `- key: rollout\n  name: Rollout 5.2\n  date: 2030-09-01\n  targets: { Account Executive: { ${targets} } }\n`;
  writeFileSync(join(folder, 'launches.yaml'), launch('objections: 80, pricing: { target: 70, weight: 2 }'));
  await load();
  const [{ Id: id } = { Id: '' }] = await client.query('SELECT Id FROM Launch__c');
  const targets = (): Promise<readonly object[]> =>
    client.query(
      `SELECT Key__c, Skill__r.Code__c, Target__c, Weight__c FROM Skill_Target__c WHERE Launch__c = '${id}' ORDER BY Key__c`,
    );
  expect(await client.query('SELECT Key__c, Name, Launch_On__c, Active__c FROM Launch__c')).toMatchObject([
    { Key__c: 'rollout', Name: 'Rollout 5.2', Launch_On__c: '2030-09-01', Active__c: true },
  ]);
  expect(await targets()).toMatchObject([
    { Key__c: 'launch:rollout:Account Executive:objections', Target__c: 80, Weight__c: 1 },
    { Skill__r: { Code__c: 'pricing' }, Target__c: 70, Weight__c: 2 },
  ]);
  expect(written(await load())).toBe(0);
  writeFileSync(join(folder, 'launches.yaml'), launch('pricing: 75'));
  expect((await load()).objects['Skill_Target__c']).toMatchObject({ written: 1, deleted: 1 });
  expect(await targets()).toMatchObject([{ Skill__r: { Code__c: 'pricing' }, Target__c: 75, Weight__c: 1 }]);
  expect(await client.query('SELECT Id FROM Skill_Target__c WHERE Launch__c = NULL')).toHaveLength(2);
});

it('skips what did not change, in two calls', async () => {
  await load();
  const calls = client.apiCalls;
  expect(written(await load())).toBe(0);
  expect(client.apiCalls - calls).toBeLessThanOrEqual(2);
});

it('follows its file: what changed changes, what left leaves', async () => {
  await load();
  change('  - - { signal: close_date_pushes, greater: 1 }\n', '');
  change('is: Globex', 'is: Initech');
  const report = await load();
  expect(report.objects['Situation_Rule__c']).toMatchObject({ written: 2, deleted: 1 });
  expect(await client.query('SELECT Value__c FROM Situation_Rule__c ORDER BY Key__c')).toMatchObject([
    { Value__c: 'Initech' },
    {},
  ]);
});

it('brings paths, and follows their files', async () => {
  writeFileSync(join(folder, 'nuggets', 'initech.md'), NUGGET.replace('key: globex', 'key: initech'));
  mkdirSync(join(folder, 'paths'));
  const file = join(folder, 'paths', 'closing.yaml');
  const path = (title: string, ...steps: string[]): void =>
    writeFileSync(file, `key: closing\ntitle: ${title}\nstatus: Published\nsteps: [${steps.join(', ')}]\n`);
  const stepsInOrg = async (): Promise<unknown[]> => {
    const soql = 'SELECT Learning_Path__r.Name, Nugget__r.Key__c, Order__c FROM Path_Step__c ORDER BY Order__c';
    return (await client.query(soql)).map((row) => [
      (row['Learning_Path__r'] as { Name: string }).Name,
      (row['Nugget__r'] as { Key__c: string }).Key__c,
    ]);
  };
  await client.insert('Learning_Path__c', [{ Name: 'Mine', Key__c: 'mine', Status__c: 'Draft' }]);

  path('Closing', 'globex', 'initech');
  expect(await load()).toMatchObject({ refused: [], objects: { Path_Step__c: { written: 2 } } });
  expect(await stepsInOrg()).toEqual([
    ['Closing', 'globex'],
    ['Closing', 'initech'],
  ]);
  expect(written(await load())).toBe(0);

  path('To a close', 'initech', 'globex');
  expect(await load()).toMatchObject({
    refused: [],
    objects: { Learning_Path__c: { written: 1 }, Path_Step__c: { written: 2, deleted: 0 } },
  });
  path('To a close', 'globex');
  expect(await load({ dryRun: true })).toMatchObject({ objects: { Path_Step__c: { written: 1, deleted: 1 } } });
  expect(await load()).toMatchObject({ objects: { Path_Step__c: { written: 1, deleted: 1 } } });
  expect(await stepsInOrg()).toEqual([['To a close', 'globex']]);
  expect(await client.query("SELECT Id FROM Learning_Path__c WHERE Key__c = 'mine'")).toHaveLength(1);
});

it('writes nothing in a dry run', async () => {
  expect(written(await load({ dryRun: true }))).toBeGreaterThan(0);
  expect(await client.query('SELECT Id FROM Skill__c')).toEqual([]);
});

it('leaves nuggets that have no file', async () => {
  await client.insert('Nugget__c', [
    { Name: 'Mine', Key__c: 'mine', Kind__c: 'Post', Minutes__c: 1, Status__c: 'Draft' },
  ]);
  await load();
  expect(await client.query("SELECT Name FROM Nugget__c WHERE Key__c = 'mine'")).toHaveLength(1);
});

it('completes an import that was killed', async () => {
  const target = { url: org.url, accessToken: client.session().accessToken };
  for (const [index, request] of [3, 5, 6, 7, 8, 9, 10].entries()) {
    change(
      /minutes: \d+/.exec(readFileSync(join(folder, 'nuggets', 'globex.md'), 'utf8'))?.[0] ?? '',
      `minutes: ${index + 3}`,
    );
    await runKilled(['content', 'import', '--from', folder], target, {
      request,
      when: index % 2 === 0 ? 'after' : 'before',
    });
  }
  await load();
  expect(await client.query('SELECT Minutes__c FROM Nugget__c')).toMatchObject([{ Minutes__c: 9 }]);
  expect(await client.query('SELECT Id FROM Situation_Rule__c')).toHaveLength(3);
  expect(await client.query('SELECT Id FROM Check_Question__c')).toHaveLength(2);
  expect(written(await load())).toBe(0);
});

it('brings the content of this repository', async () => {
  rmSync(folder, { recursive: true });
  cpSync('content', folder, { recursive: true });
  const report = await load();
  expect(report.refused).toEqual([]);
  expect(report.objects['Nugget__c']?.written).toBeGreaterThan(0);
});
