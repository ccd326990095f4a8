import { cpSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { parseXml, type XmlElement } from '../../local-org/metadata/xml.ts';
import { ensureBuilt } from '../support/ensure-built.ts';
import { sourceFile, writeSource, type SourceFiles } from './crate-project.ts';
import { describeCli, type CliSubject } from './describe-cli.ts';

const PACKAGE = join('force-app', 'main', 'default');
const PROJECT = ['sfdx-project.json', '.forceignore', 'force-app'];

/** A package that is at fault three times. */
const FAULTY: SourceFiles = {
  ...skillField('Odd__c', '<formula>Nothing__c + 1</formula><type>Text</type>'),
  'permissionsets/Faulty.permissionset-meta.xml': sourceFile(
    'PermissionSet',
    '<fieldPermissions><editable>false</editable><field>Skill__c.Nothing__c</field><readable>true</readable></fieldPermissions><label>Faulty</label>',
  ),
  'tabs/Faulty.tab-meta.xml': sourceFile('CustomTab', '<flexiPage>Nothing</flexiPage><motif>Custom1: Heart</motif>'),
};

describeCli(
  'metadata',
  (subject, testCli, testCliLong) => {
    const sf: CliSubject['cli']['sf'] = (...args) => subject().cli.sf(...args);
    const json: CliSubject['cli']['json'] = (...args) => subject().cli.json(...args);
    const place = (...path: string[]): string => join(subject().cli.folder, ...path);

    testCli('deploys the package of Fluency', async () => {
      const { result } = await json('project', 'deploy', 'start', '--source-dir', 'force-app', '--wait', '10');
      const { success, details } = result as { readonly success: boolean; readonly details: Record<string, unknown> };
      expect({ success, faults: details['componentFailures'] }).toEqual({ success: true, faults: [] });
      await expect(subject().connection.describe('Nugget__c')).resolves.toMatchObject({ label: 'Nugget' });
    });

    testCli('shows every fault of a package, and deploys nothing of it', async () => {
      writeSource(FAULTY, place('faulty'));
      const { exitCode, stdout } = await sf('project', 'deploy', 'validate', '--source-dir', 'faulty', '--wait', '10');
      expect(exitCode).toBe(1);
      expect(stdout).toContain('Component Failures [3]');
      expect(stdout).toContain('Field Nothing__c does not exist. Check spelling.');
      expect(stdout).toContain('In field: field - no CustomField named Skill__c.Nothing__c found');
      expect(stdout).toContain('In field: flexiPage - no FlexiPage named Nothing found');
    });

    testCli('retrieves what was deployed', async () => {
      await sf('project', 'generate', 'manifest', '--source-dir', 'force-app', '--name', 'all');
      const output = ['--manifest', 'all.xml', '--output-dir', 'back', '--wait', '10'];
      expect((await sf('project', 'retrieve', 'start', ...output)).exitCode).toBe(0);
      const deployed = filesOf(place(PACKAGE)).filter((path) => isDeployed(path));
      expect(deployed.length).toBeGreaterThan(300);
      for (const path of deployed) {
        expect([path, contentOf(place('back', path))]).toEqual([path, contentOf(place(PACKAGE, path))]);
      }
    });

    testCli('assigns a permission set, and says which is not there', async () => {
      const assign = (name: string): ReturnType<typeof sf> => sf('org', 'assign', 'permset', '--name', name);
      expect((await assign('Fluency_Admin')).stdout).toContain('Permsets Assigned');
      const unknown = await assign('Nothing');
      expect(unknown.exitCode).toBe(1);
      expect(`${unknown.stdout}${unknown.stderr}`).toContain('Permission set "Nothing" not found in target org.');
    });

    testCli('lists what was deployed', async () => {
      const { result } = await json('org', 'list', 'metadata', '--metadata-type', 'PermissionSet');
      expect(result).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ fullName: 'Fluency_Rep', fileName: 'permissionsets/Fluency_Rep.permissionset' }),
        ]),
      );
    });

    testCliLong('lists types of metadata, and refuses those that there are not', async () => {
      const { result } = await json('org', 'list', 'metadata-types');
      expect(result).toMatchObject({ partialSaveAllowed: expect.any(Boolean) as unknown });
      const unknown = await sf('org', 'list', 'metadata', '--metadata-type', 'Nothing');
      expect(unknown.stderr).toContain('INVALID_TYPE');
    });

    testCliLong('says that a permission set is assigned already', async () => {
      const again = await sf('org', 'assign', 'permset', '--name', 'Fluency_Admin');
      expect(`${again.stdout}${again.stderr}`).toContain('Duplicate PermissionSetAssignment. Assignee: 005');
    });

    testCliLong('validates without deploying, then deploys what was valid', async () => {
      writeSource(skillField('Contract_Note__c', '<length>80</length><type>Text</type>'), place('fine'));
      const validated = await json('project', 'deploy', 'validate', '--source-dir', 'fine', '--wait', '10');
      expect(validated).toMatchObject({ status: 0, result: { checkOnly: true, success: true } });
      const names = async (): Promise<string[]> =>
        (await subject().connection.metadata.list({ type: 'CustomField' }, '66.0')).map(({ fullName }) => fullName);
      expect(await names()).not.toContain('Skill__c.Contract_Note__c');
      const { id = '' } = validated.result as { readonly id?: string };
      expect(await json('project', 'deploy', 'quick', '--job-id', id)).toMatchObject({ status: 0 });
      expect(await names()).toContain('Skill__c.Contract_Note__c');
    });

    testCliLong('deletes what it is told to delete', async () => {
      const { status } = await json(
        ...['project', 'delete', 'source', '--metadata', 'CustomField:Skill__c.Contract_Note__c', '--no-prompt'],
      );
      expect(status).toBe(0);
      const fields = await subject().connection.metadata.list({ type: 'CustomField' }, '66.0');
      expect(fields.map(({ fullName }) => fullName)).not.toContain('Skill__c.Contract_Note__c');
    });

    testCliLong('warns of what it cannot retrieve', async () => {
      const wanted = ['PermissionSet:Nothing', 'PermissionSet:Fluency_Rep'];
      const { exitCode, stdout } = await sf('project', 'retrieve', 'start', '--metadata', ...wanted);
      expect(exitCode).toBe(0);
      expect(stdout).toContain("Entity of type 'PermissionSet' named 'Nothing' cannot be found");
    });
  },
  ({ cli }) => {
    ensureBuilt();
    for (const path of PROJECT) cpSync(path, join(cli.folder, path), { recursive: true });
    return Promise.resolve();
  },
);

/** A field of the package's skills, in source format. */
function skillField(name: string, inner: string): SourceFiles {
  const file = sourceFile('CustomField', `<fullName>${name}</fullName><label>${name.slice(0, -3)}</label>${inner}`);
  return { [`objects/Skill__c/fields/${name}.field-meta.xml`]: file };
}

/** Files of a folder, by their paths in it. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

/** False for what .forceignore names: sources and tests of components. */
function isDeployed(path: string): boolean {
  return !/\.ts$|__tests__|tsconfig|jsconfig/.test(path);
}

/** A file's bytes, or what an XML file says: the order of its elements and its blanks do not matter. */
function contentOf(path: string): string {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : 'not there';
  return path.endsWith('.xml') && text.startsWith('<?xml') ? sayingOf(parseXml(text)) : text;
}

function sayingOf({ name, text, elements }: XmlElement): string {
  const inner = elements.map(sayingOf).sort().join('');
  return `<${name}>${text.trim().replaceAll(/\s+/g, ' ')}${inner}</${name}>`;
}
