import type { Consent } from '../../core/capture/index.ts';
import type { OrgPeople } from './org-people.ts';
import type { WaitingExchange } from './waiting-exchange.ts';

/** `Reopened`: agreed, and then taken back, or the draft changed since. */
export type Decision = 'Pending' | 'Agreed' | 'Refused' | 'Reopened';

/** What people said: to every exchange by user id, and to one by its key and the user id. */
export type Decisions = ReadonlyMap<string, Decision>;

export interface ExchangeDecision {
  readonly consent: Consent;
  /** Users who have still to be asked, or told. */
  readonly ask: readonly string[];
}

/** The key of what a person says to one exchange. */
export function consentKey(exchangeKey: string, userId: string): string {
  return `${exchangeKey}:${userId}`;
}

/**
 * What consent an exchange has by now. One refusal refuses it. Where everybody has to agree, people outside the org
 * keep it waiting, unless `agreed` names their address: nobody can ask them. What was agreed before stays agreed until
 * somebody who was asked does not say yes, or no longer. Yes to every exchange covers each of them, whatever becomes of
 * it.
 *
 * @param agreed addresses, in lower case, that agreed by other means
 */
export function decideExchange(
  { key, consent, participants }: WaitingExchange,
  people: OrgPeople,
  decisions: Decisions,
  agreed: ReadonlySet<string>,
): ExchangeDecision {
  const addresses = participants.map(({ address }) => address);
  const users = [
    ...new Set(addresses.flatMap((address) => (address === undefined ? [] : (people.get(address) ?? [])))),
  ];
  const said = (user: string): Decision | undefined => {
    const all = decisions.get(user);
    if (all === 'Refused') return all;
    // "Ask me each time" is a choice, too: of this exchange it says nothing.
    return decisions.get(consentKey(key, user)) ?? (all === 'Pending' ? undefined : all);
  };
  if (users.some((user) => said(user) === 'Refused')) return { consent: 'Refused', ask: [] };
  const ask = users.filter((user) => said(user) === undefined);
  const isYes = (user: string): boolean =>
    decisions.get(user) === 'Agreed' || decisions.get(consentKey(key, user)) === 'Agreed';
  const isSilent = (user: string): boolean =>
    !isYes(user) && (decisions.has(user) || decisions.has(consentKey(key, user)));
  if (consent === 'Notice' || (consent === 'Agreed' && !users.some(isSilent))) return { consent, ask };
  // Who has just not answered may have agreed by other means.
  const isOpen = (user: string): boolean =>
    !isYes(user) && (decisions.get(user) === 'Pending' || decisions.get(consentKey(key, user)) === 'Reopened');
  const yes = (address: string | undefined): boolean => {
    if (address === undefined) return false;
    const same = people.get(address) ?? [];
    return (same.length > 0 && same.every(isYes)) || (agreed.has(address) && !same.some(isOpen));
  };
  return { consent: addresses.length > 0 && addresses.every(yes) ? 'Agreed' : 'Pending', ask };
}
