import {
  EXCHANGE_TEXTS,
  readAnswers,
  readParticipants,
  readRedactions,
  type ApprovedDraft,
  type CaptureRedaction,
} from 'c/knowledge';
import type { ExchangeTexts } from 'c/captureWrites';
import { recordsIn, text, type PlainRecord } from 'c/graphqlRecords';
import { captureLabels as labels, format, inOneLine } from 'c/labels';
import { KINDS, REASONS, WHYS } from './words';

/** A question of the knowledge bank that the exchange may belong to. */
export interface KnownQuestion {
  readonly id: string;
  readonly title: string;
}

export interface DraftAnswer {
  readonly messageKey: string;
  readonly author: string;
  readonly at?: string;
  readonly body: string;
  /** Why it stands where it stands, in words. */
  readonly reasons: string;
  readonly used: boolean;
}

/** What the reviewer edits. */
export interface Edition {
  readonly title: string;
  readonly body: string;
  readonly tags: string;
  readonly answers: readonly DraftAnswer[];
  readonly mergeInto?: KnownQuestion;
}

/** A captured exchange as it came, and what goes with it. */
export interface Draft extends Edition {
  readonly id: string;
  readonly consent: string;
  readonly original: string;
  readonly participants: string;
  readonly redactions: readonly string[];
  readonly proposal?: KnownQuestion;
  /** As the org holds them, to be written back where a rejection is undone. */
  readonly texts: ExchangeTexts;
}

/** The draft that a query of the User Interface API answered; undefined where it no longer waits. */
export function toDraft(data: unknown): Draft | undefined {
  const [record] = recordsIn(data, 'Captured_Exchange__c');
  return record && text(record, 'Status__c') === 'Draft' ? draftOf(record) : undefined;
}

/** What is published of an edition. */
export function toApproved({ title, body, tags, answers, mergeInto }: Edition): ApprovedDraft {
  return {
    title: title.trim(),
    body: body.trim(),
    answers: answers
      .filter((answer) => answer.used && answer.body.trim() !== '')
      .map((answer) => ({ messageKey: answer.messageKey, body: answer.body.trim() })),
    tags: tagsOf(tags),
    ...(mergeInto && { mergeInto: mergeInto.id }),
  };
}

/** A question and an answer, no less. */
export function canApprove(edition: Edition): boolean {
  const { title, answers } = toApproved(edition);
  return title !== '' && answers.length > 0;
}

function draftOf(record: PlainRecord): Draft {
  const people = readParticipants(text(record, 'Participants__c'));
  const nameOf = (address: string): string =>
    people.find((person) => person.address === address.toLowerCase())?.name ?? (address || labels.nobodyKnown);
  const duplicateId = text(record, 'Duplicate_Of__c');
  return {
    id: text(record, 'Id') ?? '',
    title: text(record, 'Question_Title__c') ?? '',
    body: text(record, 'Question_Body__c') ?? '',
    tags: tagsOf(text(record, 'Suggested_Tags__c') ?? '').join(', '),
    answers: readAnswers(text(record, 'Answers__c')).map(({ messageKey, author, at, body, reasons }) => ({
      messageKey,
      author: nameOf(author),
      at,
      body,
      reasons: inOneLine(reasons.map((reason) => REASONS[reason])),
      used: !reasons.includes('asksBack'),
    })),
    consent: text(record, 'Consent__c') ?? 'Pending',
    original: text(record, 'Original__c') ?? '',
    participants: inOneLine([...new Set(people.map(({ name, address }) => name ?? address))]),
    redactions: readRedactions(text(record, 'Redactions__c')).map(redactionText),
    proposal: duplicateId ? { id: duplicateId, title: text(record, 'Duplicate_Of__r.Title__c') ?? '' } : undefined,
    texts: Object.fromEntries(EXCHANGE_TEXTS.map((field) => [field, text(record, field) ?? null])),
  };
}

function tagsOf(tags: string): string[] {
  return [...new Set(tags.split(',').map((tag) => tag.trim()))].filter((tag) => tag !== '');
}

function redactionText({ kind, why, count }: CaptureRedaction): string {
  return format(labels.redaction, format(KINDS[kind] ?? '{0}', count), WHYS[why] ?? '');
}
