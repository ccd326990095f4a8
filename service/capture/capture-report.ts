/** What a run did. */
export interface CaptureReport {
  /** Mails that were new. */
  mails: number;
  /** Mails that were captured before. */
  known: number;
  /** Mails of people who opted out, and of exchanges that were rejected: nothing of them is kept. */
  leftOut: number;
  tooLarge: number;
  /** Mails that could be read only in part. */
  damaged: number;
  /** Drafts written, and those that were there already. */
  written: number;
  unchanged: number;
  /** Threads without a question, or without an answer so far. */
  noExchange: number;
  /** Replies to notifications that became answers. */
  answered: number;
  /** Replies that were refused, in words. */
  repliesRefused: string[];
  /** Drafts that the store did not take, with the reason. */
  refused: string[];
}

export function emptyReport(): CaptureReport {
  return {
    mails: 0,
    known: 0,
    leftOut: 0,
    tooLarge: 0,
    damaged: 0,
    written: 0,
    unchanged: 0,
    noExchange: 0,
    answered: 0,
    repliesRefused: [],
    refused: [],
  };
}

/** Adds to a report what a part of its run did. */
export function addToReport(report: CaptureReport, part: CaptureReport): void {
  for (const key of COUNTS) report[key] += part[key];
  report.repliesRefused.push(...part.repliesRefused);
  report.refused.push(...part.refused);
}

const COUNTS = [
  'mails',
  'known',
  'leftOut',
  'tooLarge',
  'damaged',
  'written',
  'unchanged',
  'noExchange',
  'answered',
] as const satisfies readonly (keyof CaptureReport)[];
