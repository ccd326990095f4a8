import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { draftOptions } from '../../service/capture/index.ts';
import type { OrgClient } from '../../service/connection/index.ts';
import { settleExchanges } from '../../service/exchanges/index.ts';
import { EXCHANGES } from '../seed/exchanges.ts';
import { mboxOf } from '../seed/mbox.ts';
import { captureFrom } from './capture-from.ts';
import { DemoError } from './demo-error.ts';

/**
 * Captures what colleagues wrote to each other by e-mail, as `fluency capture` does: one mbox file for each way of
 * consent, both kept in the demo's data with the ledger of what was captured.
 *
 * @param client the integration user's
 * @throws DemoError where the org does not take a draft
 */
export async function captureExchanges(client: OrgClient, directory: string, now: Date): Promise<void> {
  const folder = path.join(directory, 'mail');
  mkdirSync(folder, { recursive: true });
  for (const mode of ['notice', 'agreement'] as const) {
    const file = path.join(folder, `${mode}.mbox`);
    writeFileSync(
      file,
      mboxOf(
        EXCHANGES.filter(({ consent }) => consent === mode),
        now,
      ),
    );
    const { refused } = await captureFrom(client, `mbox:${file}`, {
      ledgerFile: path.join(folder, 'ledger.db'),
      draft: () => draftOptions({ mode }, client, false),
    });
    if (refused[0] !== undefined) throw new DemoError(`The org refused a captured exchange: ${refused[0]}`);
  }
  const { refused } = await settleExchanges(client);
  if (refused[0]) throw new DemoError(`The org refused to ask who took part in an exchange: ${refused[0].reason}`);
}
