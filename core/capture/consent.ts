/** How a team wants consent: everybody has to agree, or everybody is told and may object. */
export type ConsentMode = 'agreement' | 'notice';

/** As `Captured_Exchange__c.Consent__c` says it. */
export type Consent = 'Pending' | 'Agreed' | 'Notice' | 'Refused';

export interface ConsentInput {
  readonly mode: ConsentMode;
  /** E-mail addresses of everybody who wrote, received or is quoted in the exchange. */
  readonly people: readonly string[];
  readonly agreed: readonly string[];
  readonly optedOut: readonly string[];
}

export interface ConsentDecision {
  readonly consent: Consent;
  /** Who has still to agree. Never names who refused: a refusal leaves no trace. */
  readonly waitingFor: readonly string[];
}

/**
 * Decides whether an exchange may become a draft. Whoever opted out is never captured, in any mode: one such person
 * among the people refuses the whole exchange, because the words of others answer and repeat theirs.
 */
export function decideConsent({ mode, people, agreed, optedOut }: ConsentInput): ConsentDecision {
  const lower = (list: readonly string[]) => new Set(list.map((each) => each.trim().toLowerCase()));
  const refused = lower(optedOut);
  const everybody = [...lower(people)].filter((person) => person !== '').sort();
  if (everybody.some((person) => refused.has(person))) return { consent: 'Refused', waitingFor: [] };
  if (mode === 'notice') return { consent: 'Notice', waitingFor: [] };
  const yes = lower(agreed);
  const waitingFor = everybody.filter((person) => !yes.has(person));
  return { consent: waitingFor.length === 0 && everybody.length > 0 ? 'Agreed' : 'Pending', waitingFor };
}
