import type { CapturedMail } from '../../core/capture/index.ts';
import { messageOf } from '../error.ts';
import type { ReplyDesk, ReplyOutcome } from '../replies/index.ts';
import type { MailBatch } from './mail-source.ts';
import type { CaptureReport } from './capture-report.ts';

/** Why a reply did not become an answer, in words for whoever sent it. */
export class ReplyNotTaken extends Error {
  /** Sending it again does not help. */
  readonly forGood: boolean;

  constructor(reason: string, forGood: boolean, cause?: unknown) {
    super(reason, { cause });
    this.forGood = forGood;
  }
}

/** The addresses for replies that a mail was sent to, on its envelope or in its head. */
export function replyAddressesOf(
  desk: ReplyDesk | undefined,
  mail: CapturedMail,
  envelope: readonly string[] = [],
): readonly string[] {
  if (desk === undefined) return [];
  const inHead = [...mail.to, ...mail.cc].flatMap(({ address }) => address ?? []);
  return [...new Set([...envelope, ...inHead])].filter((address) => desk.takes(address));
}

/**
 * Makes a reply the answer it is. A reply is no exchange to capture: it is not stored.
 *
 * @throws ReplyNotTaken where the org was not there
 */
export async function takeReply(
  desk: ReplyDesk,
  mail: CapturedMail,
  addresses: readonly string[],
): Promise<ReplyOutcome> {
  try {
    return await desk.answer(mail, addresses);
  } catch (error) {
    throw new ReplyNotTaken(messageOf(error), false, error);
  }
}

/**
 * Counts what became of a reply.
 *
 * @throws ReplyNotTaken where it was refused and its source can tell whoever sent it
 */
export function countReply(outcome: ReplyOutcome, { refused }: MailBatch, report: CaptureReport): void {
  if (outcome.status === 'refused') {
    if (refused !== undefined) throw new ReplyNotTaken(outcome.reason, true);
    report.repliesRefused.push(outcome.reason);
  } else if (outcome.status === 'answered') report.answered += 1;
  else if (outcome.status === 'known') report.known += 1;
  else report.leftOut += 1;
}
