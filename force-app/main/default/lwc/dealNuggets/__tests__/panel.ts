import DealNuggets from 'c/dealNuggets';
import { mount, type Mounted } from 'test/mount';
import { answerGraphql, answerRecord, flush, recordOf } from 'test/wires';
import { candidates, CONTEXT, DEAL_FIELDS, DEAL_ID, GLOBEX, NEGOTIATING } from './deal';

export async function show(properties: object = {}): Promise<Mounted> {
  return mount('c-deal-nuggets', DealNuggets, { recordId: DEAL_ID, ...properties });
}

export async function showDeal(fields: object = DEAL_FIELDS, context: object = CONTEXT): Promise<jest.Mock> {
  const refresh = answerGraphql('DealContext', context);
  await flush();
  answerRecord(recordOf('Opportunity', DEAL_ID, fields as Record<string, unknown>));
  await flush();
  return refresh;
}

export async function showReady(answer = candidates([GLOBEX], [NEGOTIATING])): Promise<Mounted> {
  const panel = await show();
  await showDeal();
  answerGraphql('DealCandidates', answer);
  await flush();
  return panel;
}

export const titles = (panel: Mounted): (string | null)[] =>
  panel.findAll('.open').map(({ textContent }) => textContent);
