import { type Consent, type ConsentMode, decideConsent } from '../consent.ts';
import { parseAddress } from '../parse-address.ts';
import { extractReply } from '../extract-reply.ts';
import { findEmails } from '../personal-data/find-emails.ts';
import { type Redaction, redact, sumRedactions } from '../personal-data/redact.ts';
import { fold, hasPhrase } from '../text/fold.ts';
import { linesOfBody } from '../text/body-lines.ts';
import type { MailThread } from '../threads/thread-mail.ts';
import type { CapturedMail, MailAddress } from '../types.ts';
import { type AnswerReason, type NoProposal, proposeExchange } from './propose-exchange.ts';

export interface DraftAnswer {
  readonly author: string;
  readonly at?: string;
  readonly body: string;
  readonly messageKey: string;
  readonly score: number;
  readonly reasons: readonly AnswerReason[];
}

/** What waits for a reviewer: the fields of `Captured_Exchange__c`. */
export interface ExchangeDraft {
  readonly key: string;
  readonly subject: string;
  readonly questionTitle: string;
  readonly questionBody: string;
  readonly answers: readonly DraftAnswer[];
  /** The mails as they came, for the reviewer alone. */
  readonly original: string;
  readonly redactions: readonly Redaction[];
  readonly participants: readonly Participant[];
  readonly consent: Exclude<Consent, 'Refused'>;
  readonly suggestedTags: readonly string[];
}

export interface Participant extends MailAddress {
  readonly role: 'asked' | 'answered' | 'received' | 'quoted';
}

export interface DraftOptions {
  readonly mode: ConsentMode;
  readonly agreed: readonly string[];
  readonly optedOut: readonly string[];
  /** Names to take out besides what is recognised: customers, people. */
  readonly names: readonly string[];
  /** Tags in use; those that the exchange mentions are suggested. */
  readonly tags: readonly string[];
}

/** Why a thread gives no draft. */
export type NoDraft = NoProposal | 'refused';

const LONGEST_ORIGINAL = 100_000;
const MOST_TAGS = 5;

/** Makes the draft of a thread, or says why there is none. Nothing of a refused thread may be stored. */
export function draftExchange(thread: MailThread<CapturedMail>, options: DraftOptions): ExchangeDraft | NoDraft {
  const people = participantsOf(thread.mails);
  const mentioned = thread.mails.flatMap(mentionedAddresses);
  const addresses = people.flatMap(({ address }) => (address === undefined ? [] : [address]));
  const optedOut = new Set(options.optedOut.map((each) => each.trim().toLowerCase()));
  const { consent } = decideConsent({ ...options, people: addresses });
  if (consent === 'Refused' || mentioned.some((address) => optedOut.has(address))) return 'refused';
  const proposal = proposeExchange(thread);
  if (typeof proposal === 'string') return proposal;
  const redactions: (readonly Redaction[])[] = [];
  const clean = (text: string): string => {
    const redacted = redact(text, options.names);
    redactions.push(redacted.redactions);
    return redacted.text;
  };
  const questionTitle = clean(proposal.title);
  const questionBody = clean(proposal.question.text);
  const answers = proposal.answers.map(({ turn, score, reasons }): DraftAnswer => ({
    author: turn.author.address ?? turn.author.name ?? '',
    ...(turn.at === undefined ? {} : { at: turn.at }),
    body: clean(turn.text),
    messageKey: turn.key,
    score: Number(score.toFixed(2)),
    reasons,
  }));
  const answered = new Set(answers.map(({ author }) => author));
  const asker = proposal.question.author.address;
  return {
    key: thread.id,
    subject: clean(thread.mails[0]?.subject ?? ''),
    questionTitle,
    questionBody,
    answers,
    original: originalOf(thread.mails),
    redactions: sumRedactions(redactions),
    participants: people.map((person) => roleOf(person, asker, answered)),
    consent,
    suggestedTags: tagsIn(`${questionTitle}\n${questionBody}\n${answers[0]?.body ?? ''}`, options.tags),
  };
}

/** Everybody who wrote, received or is named above a quote; each address once. */
export function participantsOf(mails: readonly CapturedMail[]): Participant[] {
  const people = new Map<string, Participant>();
  const add = (person: MailAddress, role: Participant['role']) => {
    const key = person.address ?? person.name?.toLowerCase();
    if (key === undefined) return;
    const known = people.get(key);
    if (known === undefined) people.set(key, { ...person, role });
    else if (known.name === undefined && person.name !== undefined) people.set(key, { ...known, name: person.name });
  };
  for (const mail of mails) add(mail.from, 'answered');
  for (const mail of mails) for (const person of [...mail.to, ...mail.cc]) add(person, 'received');
  for (const mail of mails) for (const author of extractReply(mail).quotedAuthors) add(parseAddress(author), 'quoted');
  return [...people.values()];
}

function roleOf(person: Participant, asker: string | undefined, answered: ReadonlySet<string>): Participant {
  if (person.address !== undefined && person.address === asker) return { ...person, role: 'asked' };
  if (answered.has(person.address ?? person.name ?? '')) return { ...person, role: 'answered' };
  return person.role === 'quoted' ? person : { ...person, role: 'received' };
}

/** Every address in the text of a mail: an opt-out holds for what others quote as well. */
function mentionedAddresses(mail: CapturedMail): string[] {
  const text = linesOfBody(mail)
    .map((line) => line.text)
    .join('\n');
  return findEmails(text).map(({ start, end }) => text.slice(start, end).toLowerCase());
}

function originalOf(mails: readonly CapturedMail[]): string {
  const parts = mails.map((mail) => {
    const text = linesOfBody(mail)
      .map(({ raw }) => raw)
      .join('\n');
    return `From: ${mail.from.name ?? ''} <${mail.from.address ?? ''}>\nDate: ${mail.date ?? ''}\nSubject: ${mail.subject}\n\n${text.trim()}`;
  });
  return parts.join('\n\n──────────\n\n').slice(0, LONGEST_ORIGINAL);
}

function tagsIn(text: string, tags: readonly string[]): string[] {
  const lines = text.split('\n').map(fold);
  const found = tags.filter((tag) => {
    const words = fold(tag);
    return words.length >= 2 && lines.some((line) => hasPhrase(line, words));
  });
  return found.slice(0, MOST_TAGS);
}
