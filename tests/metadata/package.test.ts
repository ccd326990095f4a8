import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ComponentSet, MetadataConverter } from '@salesforce/source-deploy-retrieve';
import JSZip from 'jszip';
import { BUILT_IN_SIGNALS } from '../../core/situation/built-in-signals.ts';
import type { DeployResult } from '../../local-org/metadata/deploy-result.ts';
import { startLocalOrg, type StartedOrg } from '../../local-org/start.ts';
import { connect } from '../../service/connection/index.ts';
import { deploySource } from '../../service/deploy/index.ts';
import { ADMIN } from '../integration/support/deployed-org.ts';
import { ensureBuilt } from '../support/ensure-built.ts';
import { PACKAGE, packageFiles } from '../support/package-files.ts';

jest.setTimeout(120_000);

let org: StartedOrg;
let directory: string;
let components: ComponentSet;
let zip: Buffer;

beforeAll(async () => {
  ensureBuilt();
  directory = mkdtempSync(join(tmpdir(), 'fluency-metadata-'));
  org = await startLocalOrg({ directory });
  components = ComponentSet.fromSource(PACKAGE);
  const { zipBuffer } = await new MetadataConverter().convert(components, 'metadata', { type: 'zip' });
  if (!zipBuffer) throw new Error('Nothing was converted.');
  zip = zipBuffer;
});

afterAll(async () => {
  await org?.close();
  rmSync(directory, { recursive: true, force: true });
});

/** Checks a package against the empty org, changing nothing. */
function check(archive: Uint8Array): DeployResult {
  const admin = org.org.actorByUsername(ADMIN.username);
  if (admin === undefined) throw new Error('A new org has an administrator.');
  return org.org.deploy(admin, archive, { checkOnly: true });
}

/** The package with one file changed. */
async function withChange(file: string, from: string | RegExp, to: string): Promise<Uint8Array> {
  const archive = await JSZip.loadAsync(zip);
  const text = await archive.file(file)?.async('string');
  if (text === undefined) throw new Error(`The package has no ${file}: ${Object.keys(archive.files).join(', ')}`);
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${file} has no ${String(from)}.`);
  archive.file(file, changed);
  return archive.generateAsync({ type: 'uint8array' });
}

const problemsOf = ({ componentFailures }: DeployResult): string[] =>
  componentFailures.map(({ fullName, problem }) => `${fullName}: ${problem ?? ''}`);

describe('the package', () => {
  it('is resolved whole by the Salesforce tools', () => {
    const resolved = components
      .getSourceComponents()
      .toArray()
      .flatMap((component) => [component, ...component.getChildren()])
      .flatMap(({ xml }) => (xml === undefined ? [] : [relative('.', xml)]));
    const files = packageFiles(/-meta\.xml$/).map(({ path }) => path);
    expect([...new Set(resolved)].sort()).toEqual(files);
  });

  it('deploys into a fresh org, checked only, without a fault', async () => {
    const client = await connect(
      {},
      { SF_LOGIN_URL: org.url, SF_USERNAME: ADMIN.username, SF_PASSWORD: ADMIN.password },
    );
    const report = await deploySource(client, PACKAGE, { checkOnly: true });
    expect(report).toMatchObject({ succeeded: true, failures: [] });
    expect(report.components).toBeGreaterThan(100);
    expect(org.org.schema.object('Nugget__c')).toBeUndefined();
  });

  it('says of every object, field, permission set, page, tab, application and rule what it is for', () => {
    const described =
      /\.(object|field|permissionset|flexipage|tab|app|validationRule|customPermission|globalValueSet)-meta\.xml$/;
    const silent = packageFiles(described)
      .filter(({ text }) => !/<description>\s*\S/.test(text))
      .map(({ path }) => path);
    expect(silent).toEqual([]);
  });

  it('has a word for every signal that core knows, and for no other', () => {
    const [labels] = packageFiles(/CustomLabels\.labels-meta\.xml$/);
    const words = [...(labels?.text ?? '').matchAll(/<fullName>Fluency_Signal(\w+)<\/fullName>/g)].map(
      ([, name]) => name,
    );
    expect(words.sort()).toEqual(BUILT_IN_SIGNALS.map(({ labelKey }) => labelKey?.replace(/^signal/, '')).sort());
  });
});

describe('a broken reference is refused, and named', () => {
  it.each([
    ['permissionsets/Fluency_Rep.permissionset', 'Nugget__c.Summary__c', 'Nugget__c.Sumary__c'],
    ['permissionsets/Fluency_Rep.permissionset', /<object>Nugget__c</, '<object>Nuget__c<'],
    ['permissionsets/Fluency_Admin.permissionset', 'Fluency_Import_Evidence', 'Fluency_Import_Evidense'],
    ['flexipages/Fluency_Home.flexipage', 'c:homeReadiness', 'c:homeReadynes'],
    ['flexipages/Fluency_Opportunity.flexipage', '<sobjectType>Opportunity', '<sobjectType>Oportunity'],
    ['tabs/My_Readiness.tab', '<flexiPage>My_Readiness', '<flexiPage>My_Readyness'],
    ['applications/Fluency.app', '<tabs>My_Readiness', '<tabs>My_Readyness'],
    ['objects/Check_Response__c.object', 'Question__r.Correct_Option__c', 'Question__r.Corect_Option__c'],
    ['objects/Nugget_Skill__c.object', '<referenceTo>Skill__c', '<referenceTo>Skil__c'],
    ['layouts/Skill__c-Skill Layout.layout', 'Code__c', 'Kode__c'],
    ['lwc/labels/home.js', 'Fluency_Home_Title', 'Fluency_Home_Titel'],
    ['lwc/checks/answer.js', 'Check_Response__c.Is_Correct__c', 'Check_Response__c.Is_Corect__c'],
    ['lwc/homeReadiness/homeReadiness.html', /c-team-readiness/g, 'c-team-readyness'],
  ])('%s: %s → %s', async (file, from, to) => {
    const result = check(await withChange(file, from, to));
    expect(result.success).toBe(false);
    // Which word is wrong is told by comparing: it is the only one that the package does not have.
    const wrong = to.split(/[^\w-]+/).find((word) => !String(from).includes(word)) ?? to;
    const bare = (text: string): string => text.toLowerCase().replace(/\bc-|-/g, '');
    expect(bare(problemsOf(result).join('\n'))).toContain(bare(wrong));
  });
});
