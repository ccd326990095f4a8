import { digestOf } from '../digest.ts';
import { plainText } from '../exchanges/index.ts';
import type { News } from './find-news.ts';

export interface MailContent {
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  readonly references: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface MailContext {
  /** Where the org's pages are. */
  readonly instanceUrl: string;
  /** Domain of the message ids. */
  readonly domain: string;
  /** Replies are taken. */
  readonly replies: boolean;
}

const LONGEST_TEXT = 4_000;

/**
 * A notification in plain text. Of a deal it says nothing: what of it was shared stands in the knowledge bank, under
 * the rights there. Its id is made of what it says, so that one that is sent twice is shown once.
 */
export function composeMail(news: News, { instanceUrl, domain, replies }: MailContext): MailContent {
  const { kind, title, asker, answers, questionId, userId } = news;
  const oneLine = title.replace(/\s+/g, ' ').trim();
  const intro = kind === 'asked' ? `${asker} asks you:` : `There is news on “${oneLine}”.`;
  const parts = [
    intro,
    ...(kind === 'asked'
      ? [oneLine, cut(news.body)]
      : answers.map(({ author, body }) => `${author} answers:\n\n${cut(body)}`)),
    replies
      ? `Answer by replying to this mail: your words above the quote become your answer in the knowledge bank.\nOr open it: ${pageOf(instanceUrl, questionId)}`
      : `Open it: ${pageOf(instanceUrl, questionId)}`,
    'You can turn these mails off in your preferences for the knowledge bank.',
  ];
  const digest = digestOf([kind, userId, questionId, answers.at(-1)?.at ?? ''].join('\n'), 32);
  return {
    subject: kind === 'asked' ? `Question for you: ${oneLine}` : `New answer: ${oneLine}`,
    text: `${parts.filter((part) => part !== '').join('\n\n')}\n`,
    messageId: `<${digest}@${domain}>`,
    references: `<question.${questionId}@${domain}>`,
    // Out-of-office programs answer no mail that says this (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  };
}

function pageOf(instanceUrl: string, questionId: string): string {
  return `${instanceUrl.replace(/\/$/, '')}/lightning/r/Question__c/${questionId}/view`;
}

function cut(html: string): string {
  const text = plainText(html).trim();
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT)}…`;
}
