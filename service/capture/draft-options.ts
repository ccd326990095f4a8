import { readFileSync } from 'node:fs';
import type { ConsentMode, DraftOptions } from '../../core/capture/index.ts';
import type { OrgClient } from '../connection/index.ts';
import { EXIT, FluencyError, messageOf } from '../error.ts';

export interface DraftFiles {
  readonly mode: ConsentMode;
  readonly optOut?: string;
  readonly agreed?: string;
  readonly names?: string;
  readonly tags?: string;
}

/** Settings of drafts: lists from files, and from the org who opted out, which tags there are and how customers are called. */
export async function draftOptions(
  files: DraftFiles,
  client: OrgClient | undefined,
  redactAccounts: boolean,
): Promise<DraftOptions> {
  const org = client === undefined ? { optedOut: [], tags: [], names: [] } : await fromOrg(client, redactAccounts);
  return {
    mode: files.mode,
    agreed: listOf(files.agreed),
    optedOut: [...listOf(files.optOut), ...org.optedOut],
    names: [...listOf(files.names), ...org.names],
    tags: [...listOf(files.tags), ...org.tags],
  };
}

async function fromOrg(client: OrgClient, redactAccounts: boolean) {
  const [preferences = [], tags = [], accounts = []] = await client.queryMany([
    'SELECT Owner.Email FROM Knowledge_Preference__c WHERE No_Capture__c = true',
    'SELECT Name FROM Tag__c ORDER BY Name',
    ...(redactAccounts ? ['SELECT Name FROM Account ORDER BY Name'] : []),
  ]);
  const text = (value: unknown): string[] => (typeof value === 'string' && value !== '' ? [value] : []);
  return {
    optedOut: preferences.flatMap((row) =>
      text((row['Owner'] as Record<string, unknown> | null | undefined)?.['Email']),
    ),
    tags: tags.flatMap((row) => text(row['Name'])),
    names: accounts.flatMap((row) => text(row['Name'])),
  };
}

/** One entry a line; blank lines and lines that begin with # are skipped. */
function listOf(file: string | undefined): string[] {
  if (file === undefined) return [];
  try {
    return readFileSync(file, 'utf8')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#'));
  } catch (error) {
    throw new FluencyError('LIST_UNREADABLE', `The list cannot be read: ${messageOf(error)}`, {
      value: file,
      nextStep: 'Pass a text file with one entry a line.',
      exitCode: EXIT.usage,
      cause: error,
    });
  }
}
