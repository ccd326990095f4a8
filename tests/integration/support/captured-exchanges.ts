import { EXCHANGE_TEXTS } from '../../../core/capture/index.ts';
import type { ServedOrg } from '../../../local-org/http/served-org.ts';
import type { RecordInput, SaveResult } from '../../../local-org/store/types.ts';
import type { SmallWorld } from './small-world.ts';

const OBJECT = 'Captured_Exchange__c';

type Participant = 'ana' | 'ben';

type Row = Readonly<Record<string, unknown>>;

/** Who took part and is in the org. */
export const PARTICIPANTS = [
  { address: 'ana@acme.example', name: 'Ana', role: 'asked' },
  { address: 'ben@acme.example', name: 'Ben', role: 'answered' },
];

/** What a reviewer approves of a draft, edited throughout. @returns the JSON that the record holds */
export const approval = (key: string, more: object = {}): string =>
  JSON.stringify({
    title: `Edited ${key}`,
    body: 'How much <b>may</b> we give?',
    answers: [1, 2].map((n) => ({ messageKey: `${key}-${n}@x`, body: `Answer ${n}, edited.` })),
    tags: ['Pricing', 'Year-end discount'],
    ...more,
  });

/** Captured exchanges, and what people do to them on their pages. */
export class CapturedExchanges {
  readonly #org: ServedOrg;
  readonly #world: SmallWorld;

  constructor(org: ServedOrg, world: SmallWorld) {
    this.#org = org;
    this.#world = world;
  }

  /** A draft with two answers, of a question by Ana. @returns its id */
  draft(key: string, fields: Readonly<Record<string, string>> = {}): string {
    const [id = ''] = this.#world.insert(OBJECT, [
      {
        Key__c: key,
        Status__c: 'Draft',
        Consent__c: 'Notice',
        Source__c: 'Mbox',
        Subject__c: `Subject ${key}`,
        Question_Title__c: `Title ${key}`,
        Question_Body__c: 'How much?',
        Answers__c: JSON.stringify([
          { author: 'ben@acme.example', body: 'Ten.', messageKey: `${key}-1@x`, score: 1, reasons: [] },
          { author: 'guest@far.example', body: 'Twelve.', messageKey: `${key}-2@x`, score: 1, reasons: [] },
        ]),
        Original__c: 'All of it',
        Participants__c: JSON.stringify([
          ...PARTICIPANTS,
          { address: 'guest@far.example', name: 'Guest', role: 'answered' },
        ]),
        Redactions__c: '[]',
        Suggested_Tags__c: 'pricing',
        ...fields,
      },
    ]);
    return id;
  }

  /** As the review page does it: one record, as a reviewer. */
  approve(id: string, draft: string): void {
    const fields = { Id: id, Status__c: 'Approved', Approved_Draft__c: draft };
    const [saved] = this.#org.store.update(this.#world.actor('manager'), OBJECT, [fields]);
    if (saved?.success !== true) throw new Error(JSON.stringify(saved?.errors));
  }

  /** As the page does it of the version it shows. */
  agree(id: string, person: Participant, version?: number): SaveResult | undefined {
    const Agreed_Version__c = version ?? Number(this.consentOf(id, person)?.['Shown_Version__c']);
    return this.say(id, person, { Decision__c: 'Agreed', Agreed_Version__c });
  }

  /** As the record page or the API does it: whatever fields of a participant's row, by whoever may. */
  say(
    id: string,
    person: Participant,
    fields: RecordInput,
    by: Participant | 'manager' = person,
  ): SaveResult | undefined {
    const row = { Id: String(this.consentOf(id, person)?.['Id']), ...fields };
    return this.#org.store.update(this.#world.actor(by), 'Capture_Consent__c', [row])[0];
  }

  record(id: string): Row {
    return (
      this.#world.rows(
        `SELECT Status__c, Consent__c, Question__c, ${EXCHANGE_TEXTS.join(', ')} FROM ${OBJECT} WHERE Id = '${id}'`,
      )[0] ?? {}
    );
  }

  /** The texts that are left. */
  texts(id: string): unknown[] {
    const record = this.record(id);
    return EXCHANGE_TEXTS.map((field) => record[field]).filter((text) => text !== null);
  }

  /** What participants were shown, and what they say. */
  consents(id: string): readonly Row[] {
    return this.#world.rows(
      `SELECT Id, OwnerId, Key__c, Decision__c, Draft__c, Question_Title__c, Shown_Version__c, Agreed_Version__c FROM Capture_Consent__c WHERE Captured_Exchange__c = '${id}' ORDER BY Key__c`,
    );
  }

  /** What one of them was shown, and says. */
  consentOf(id: string, person: Participant): Row | undefined {
    return this.consents(id).find((row) => row['OwnerId'] === this.#world.users[person]);
  }
}
