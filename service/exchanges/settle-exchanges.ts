import { type OrgClient, type OrgInput, type RefusedRecord, reasonOf } from '../connection/index.ts';
import { soqlText } from '../connection/soql.ts';
import { consentKey, decideExchange } from './decide-exchange.ts';
import { eraseCopies, eraseLeftTexts } from './erase-texts.ts';
import { type OrgPeople, findPeople } from './org-people.ts';
import { publishExchange } from './publish-exchange.ts';
import { decisionsOn, toDecisions } from './said-decisions.ts';
import { renewCopies, shownCopy } from './shown-copies.ts';
import {
  type WaitingExchange,
  approvedExchange,
  isEmptied,
  isWaiting,
  toWaiting,
  waitingExchanges,
  withoutTexts,
} from './waiting-exchange.ts';

export interface SettleReport {
  /** Exchanges that became questions and answers, or answers to a question there was. */
  published: number;
  answers: number;
  /** Exchanges that somebody refused, or approved after they were rejected: their text is erased. */
  erased: number;
  /** People who were asked, or told. */
  asked: number;
  /** Approved, and waiting for people to agree. */
  waiting: number;
  refused: RefusedRecord[];
}

const REFUSED = { Status__c: 'Rejected', Consent__c: 'Refused' };

/**
 * Brings captured exchanges to where people's decisions lead: erases what somebody refused, asks or tells who took
 * part, and publishes what was approved once consent is there. It may be killed at any point and run again.
 *
 * @param agreed addresses that agreed by other means
 */
export async function settleExchanges(client: OrgClient, agreed: readonly string[] = []): Promise<SettleReport> {
  const report: SettleReport = { published: 0, answers: 0, erased: 0, asked: 0, waiting: 0, refused: [] };
  if ((await client.describe('Captured_Exchange__c')) === undefined) return report;
  report.refused.push(...(await eraseLeftTexts(client)), ...(await eraseCopies(client)));
  const exchanges = await waitingExchanges(client);
  if (exchanges.length === 0) return report;
  const renewal = await renewCopies(client, exchanges);
  report.refused.push(...renewal.refused);
  const people = await findPeople(
    client,
    exchanges.flatMap(({ participants }) => participants.flatMap(({ address }) => address ?? [])),
  );
  const decisions = toDecisions(await client.query(decisionsOn(isWaiting('Captured_Exchange__r.'))));
  const yes = new Set(agreed.map((address) => address.trim().toLowerCase()));
  for (const exchange of exchanges) {
    if (isEmptied(exchange)) {
      if (await save(client, exchange, { ...withoutTexts(), Status__c: 'Rejected' }, report)) report.erased += 1;
      continue;
    }
    const { consent, ask } = decideExchange(exchange, people, decisions, yes);
    if (consent === 'Refused') {
      if (await save(client, exchange, { ...withoutTexts(), ...REFUSED }, report)) report.erased += 1;
      continue;
    }
    report.asked += await askPeople(client, exchange, ask, report);
    // What people say is about another text as long as the org keeps their copies as they were.
    if (renewal.outdated.has(exchange.id)) continue;
    if (consent !== exchange.consent) await save(client, exchange, { Consent__c: consent }, report);
    if (exchange.status !== 'Approved') continue;
    if (consent === 'Pending') report.waiting += 1;
    else await publish(client, { ...exchange, consent }, people, yes, report);
  }
  if (report.erased + report.published > 0) report.refused.push(...newIn(await eraseCopies(client), report.refused));
  return report;
}

/** What the org refused now and not before. */
function newIn(refused: readonly RefusedRecord[], before: readonly RefusedRecord[]): RefusedRecord[] {
  return refused.filter(({ object, key }) => !before.some((each) => each.object === object && each.key === key));
}

/** Publishes an exchange, unless its approval or a consent changed since it was read. */
async function publish(
  client: OrgClient,
  { id, consent, approved }: WaitingExchange,
  people: OrgPeople,
  agreed: ReadonlySet<string>,
  report: SettleReport,
): Promise<void> {
  const [[row] = [], decisions = []] = await client.queryMany([
    approvedExchange(id),
    decisionsOn(`Captured_Exchange__c = ${soqlText(id)}`),
  ]);
  if (row === undefined) return;
  const exchange = { ...toWaiting(row), consent };
  // Approved anew meanwhile: participants are shown that first.
  if (exchange.approved !== approved) return;
  if (decideExchange(exchange, people, toDecisions(decisions), agreed).consent !== consent) return;
  const outcome = await publishExchange(client, exchange, people);
  if ('refused' in outcome) {
    report.refused.push({ object: 'Captured_Exchange__c', key: exchange.key, reason: outcome.refused });
    return;
  }
  if (!(await save(client, exchange, { ...withoutTexts(), Question__c: outcome.questionId }, report))) return;
  report.published += 1;
  report.answers += outcome.answers;
}

async function askPeople(
  client: OrgClient,
  exchange: WaitingExchange,
  users: readonly string[],
  report: SettleReport,
): Promise<number> {
  if (users.length === 0) return 0;
  const outcomes = await client.insert(
    'Capture_Consent__c',
    users.map((user): OrgInput => ({
      Key__c: consentKey(exchange.key, user),
      OwnerId: user,
      Captured_Exchange__c: exchange.id,
      Decision__c: 'Pending',
      Shown_Version__c: 1,
      ...shownCopy(exchange),
    })),
  );
  outcomes.forEach((outcome, i) => {
    if (!outcome.ok && outcome.code !== 'DUPLICATE_VALUE')
      report.refused.push({
        object: 'Capture_Consent__c',
        key: consentKey(exchange.key, users[i] ?? ''),
        reason: reasonOf(outcome),
      });
  });
  return outcomes.filter(({ ok }) => ok).length;
}

/** @returns whether the org took it */
async function save(
  client: OrgClient,
  { id, key }: WaitingExchange,
  fields: OrgInput,
  report: SettleReport,
): Promise<boolean> {
  const [outcome] = await client.update('Captured_Exchange__c', [{ Id: id, ...fields }]);
  if (outcome?.ok === true) return true;
  report.refused.push({ object: 'Captured_Exchange__c', key, reason: reasonOf(outcome) });
  return false;
}
