import EmailReplyParser from 'email-reply-parser';
import planer from 'planer';
import { type ExtractedReply, type TailKind, extractReply } from '../../core/capture/index.ts';
import type { ReplyCase } from './read-sets.ts';

export interface ReplyScore {
  readonly exact: number;
  readonly total: number;
  /** Mean token F1 over the cases. */
  readonly f1: number;
}

/** Signatures, closings and disclaimers that a set counts as part of the reply. */
export type Convention = ReadonlySet<TailKind>;

const squash = (text: string): string => text.replace(/\s+/g, '');

/**
 * Sets differ in whether a signature belongs to the reply (Talon's do keep it), which is no question of recognising it.
 * So the set says: a kind of ending is kept where most references of cases that have one end with it.
 */
export function conventionOf(cases: readonly ReplyCase[], extracted: readonly ExtractedReply[]): Convention {
  const votes = new Map<TailKind, number>();
  cases.forEach(({ reply }, i) => {
    const reference = squash(reply);
    for (const { kind, text } of extracted[i]?.tails ?? []) {
      votes.set(kind, (votes.get(kind) ?? 0) + (reference.includes(squash(text)) ? 1 : -1));
    }
  });
  return new Set([...votes].filter(([, balance]) => balance > 0).map(([kind]) => kind));
}

/** Every case extracted. */
export function extractAll(cases: readonly ReplyCase[]): ExtractedReply[] {
  return cases.map(({ text, html, author }) => extractReply({ text, html }, author));
}

/** The reply with the endings that a convention keeps. */
export function replyText({ text, tails }: ExtractedReply, kept: Convention): string {
  return [text, ...tails.filter(({ kind }) => kept.has(kind)).map((tail) => tail.text)]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Scores predictions against references: exact but for white space, and token F1. */
export function scoreReplies(cases: readonly ReplyCase[], predictions: readonly string[]): ReplyScore {
  let exact = 0;
  let f1 = 0;
  cases.forEach(({ reply }, i) => {
    const prediction = predictions[i] ?? '';
    if (squash(prediction) === squash(reply)) exact += 1;
    f1 += tokenF1(prediction, reply);
  });
  return { exact, total: cases.length, f1: cases.length === 0 ? 0 : f1 / cases.length };
}

function tokenF1(prediction: string, reference: string): number {
  const tokens = (text: string) => text.split(/\s+/).filter((token) => token !== '');
  const [predicted, expected] = [tokens(prediction), tokens(reference)];
  if (predicted.length === 0 || expected.length === 0) return predicted.length === expected.length ? 1 : 0;
  const left = new Map<string, number>();
  for (const token of expected) left.set(token, (left.get(token) ?? 0) + 1);
  let common = 0;
  for (const token of predicted) {
    const count = left.get(token) ?? 0;
    if (count > 0) {
      common += 1;
      left.set(token, count - 1);
    }
  }
  return (2 * common) / (predicted.length + expected.length);
}

/** The npm libraries for this, each as it is meant to be used. They read plain text only. */
export const REPLY_PEERS: readonly (readonly [string, (text: string) => string])[] = [
  ['email-reply-parser', (text) => new EmailReplyParser().read(text).getVisibleText()],
  ['planer', (text) => planer.extractFrom(text, 'text/plain')],
];
