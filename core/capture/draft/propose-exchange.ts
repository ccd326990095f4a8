import { parseSubject } from '../parse-subject.ts';
import { fold, hasAnyPhrase } from '../text/fold.ts';
import type { MailThread } from '../threads/thread-mail.ts';
import type { CapturedMail } from '../types.ts';
import { ASKS, CONFIRMED, ENDORSED, THANKS } from '../words/exchange-words.ts';
import { type Turn, turnsOf } from './read-exchange.ts';

/** Why an answer stands where it does; the review page has words for each. Strongest first. */
export type AnswerReason =
  'confirmedByAsker' | 'thankedByAsker' | 'endorsed' | 'answersTheQuestion' | 'detailed' | 'first' | 'asksBack';

export interface ProposedAnswer {
  readonly turn: Turn;
  /** Comparable within one exchange only. */
  readonly score: number;
  readonly reasons: readonly AnswerReason[];
}

export interface ProposedExchange {
  readonly title: string;
  readonly question: Turn;
  /** Best first; at most five. */
  readonly answers: readonly ProposedAnswer[];
}

/** Why nothing is proposed. */
export type NoProposal = 'noQuestion' | 'noAnswer';

const LONGEST_TITLE = 120;
const MOST_ANSWERS = 5;
const WEIGHTS: Readonly<Record<AnswerReason, number>> = {
  confirmedByAsker: 3,
  thankedByAsker: 2,
  endorsed: 1,
  answersTheQuestion: 0.5,
  detailed: 0.5,
  first: 0.25,
  asksBack: -1.5,
};

/** Proposes the question of a thread and its best answers, with reasons; or says why there is nothing to propose. */
export function proposeExchange(thread: MailThread<CapturedMail>): ProposedExchange | NoProposal {
  const turns = turnsOf(thread);
  const question = turns.find(({ text }) => isQuestion(text)) ?? (turns[0]?.recovered === true ? turns[0] : undefined);
  if (question === undefined) return 'noQuestion';
  const later = turns.slice(turns.indexOf(question) + 1);
  const candidates = later.filter((turn) => !isSamePerson(turn, question) && !isMereThanks(turn.text));
  const answers = candidates
    .map((turn, i): ProposedAnswer => {
      const reasons = reasonsFor(turn, i === 0, question, later);
      const score = reasons.reduce((sum, reason) => sum + WEIGHTS[reason], 1);
      return { turn, score, reasons };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || later.indexOf(a.turn) - later.indexOf(b.turn))
    .slice(0, MOST_ANSWERS);
  if (answers.length === 0) return 'noAnswer';
  return { title: titleOf(thread.mails[0]?.subject ?? '', question.text), question, answers };
}

function isSamePerson(a: Turn, b: Turn): boolean {
  if (a.author.address !== undefined && b.author.address !== undefined) return a.author.address === b.author.address;
  return a.author.name !== undefined && a.author.name === b.author.name;
}

/** A question mark of any script, or words that ask. */
export function isQuestion(text: string): boolean {
  const own = text.replace(/^>.*$/gm, '').replace(/https?:\/\/\S{1,500}/g, '');
  return /[?？؟]|;\s*$/.test(own) || own.split('\n').some((line) => startsAsking(fold(line)));
}

function startsAsking(line: string): boolean {
  return ASKS.some((words) => line.startsWith(words)) && line.length > 12;
}

function isMereThanks(text: string): boolean {
  const words = fold(text);
  return text.length < 80 && !/[?？؟]/.test(text) && (hasAnyPhrase(words, THANKS) || hasAnyPhrase(words, ENDORSED));
}

function reasonsFor(turn: Turn, first: boolean, question: Turn, later: readonly Turn[]): AnswerReason[] {
  const after = later.slice(later.indexOf(turn) + 1);
  const replies = after.filter(
    (each) => each.answers === turn.key || (each === after[0] && each.answers === question.key),
  );
  const byAsker = replies.filter((each) => isSamePerson(each, question)).map(({ text }) => fold(text));
  const byOthers = replies
    .filter((each) => !isSamePerson(each, question) && !isSamePerson(each, turn))
    .map(({ text }) => fold(text));
  const asksBack = isQuestion(turn.text) && turn.text.length < 200;
  const reasons: (AnswerReason | false)[] = [
    byAsker.some((words) => hasAnyPhrase(words, CONFIRMED)) && 'confirmedByAsker',
    byAsker.some((words) => hasAnyPhrase(words, THANKS)) && 'thankedByAsker',
    byOthers.some((words) => hasAnyPhrase(words, ENDORSED)) && 'endorsed',
    turn.answers === question.key && 'answersTheQuestion',
    turn.text.length >= 240 && 'detailed',
    first && 'first',
    asksBack && 'asksBack',
  ];
  return reasons.filter((reason) => reason !== false);
}

/** The subject, where it says something; else the first sentence that asks. */
function titleOf(subject: string, question: string): string {
  const { base, key } = parseSubject(subject);
  if (key.length >= 12 || (key.length >= 6 && key.includes(' '))) return shorten(base);
  const sentences = question.slice(0, 5_000).split(/(?<=[.!?？؟。])\s+|\n+/);
  return shorten(sentences.find((each) => /[?？؟]/.test(each)) ?? (base === '' ? (sentences[0] ?? '') : base));
}

function shorten(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= LONGEST_TITLE) return plain;
  const cut = plain.lastIndexOf(' ', LONGEST_TITLE - 1);
  return `${plain.slice(0, cut > LONGEST_TITLE / 2 ? cut : LONGEST_TITLE - 1)}…`;
}
