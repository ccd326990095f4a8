import { readFileSync } from 'node:fs';
import type { ConsentMode, DraftOptions } from '../../core/capture/index.ts';
import type { OrgClient, OrgRecord } from '../connection/index.ts';
import { relatedTextOf, requiredTextOf, textOf } from '../sync/field-values.ts';
import { EXIT, FluencyError, messageOf } from '../error.ts';

export interface DraftFiles {
  readonly mode: ConsentMode;
  readonly optOut?: string;
  readonly agreed?: string;
  readonly names?: string;
  readonly tags?: string;
}

/** Settings of drafts: lists from files, and from the org who agreed or opted out, which tags there are and how customers are called. */
export async function draftOptions(
  files: DraftFiles,
  client: OrgClient | undefined,
  redactAccounts: boolean,
): Promise<DraftOptions> {
  const org =
    client === undefined ? { optedOut: [], agreed: [], tags: [], names: [] } : await fromOrg(client, redactAccounts);
  return {
    mode: files.mode,
    agreed: [...listOf(files.agreed), ...org.agreed],
    optedOut: [...listOf(files.optOut), ...org.optedOut],
    names: [...listOf(files.names), ...org.names],
    tags: [...listOf(files.tags), ...org.tags],
  };
}

async function fromOrg(client: OrgClient, redactAccounts: boolean) {
  const [decisions = [], tags = [], accounts = []] = await client.queryMany([
    'SELECT Key__c, OwnerId, Owner.Email, Decision__c FROM Capture_Consent__c WHERE Captured_Exchange__c = null',
    'SELECT Name FROM Tag__c ORDER BY Name',
    ...(redactAccounts ? ['SELECT Name FROM Account ORDER BY Name'] : []),
  ]);
  const names = (rows: readonly OrgRecord[]): string[] => rows.flatMap((row) => textOf(row, 'Name') ?? []);
  // A row whose exchange was deleted says nothing about every exchange: its key holds more than the user's id.
  const whoSaid = (decision: string): string[] =>
    decisions
      .filter((row) => row['Decision__c'] === decision && row['Key__c'] === requiredTextOf(row, 'OwnerId'))
      .flatMap((row) => relatedTextOf(row, 'Owner', 'Email') ?? []);
  return { optedOut: whoSaid('Refused'), agreed: whoSaid('Agreed'), tags: names(tags), names: names(accounts) };
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
