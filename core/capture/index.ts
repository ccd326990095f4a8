/** Turns exchanges by e-mail into drafts of questions and answers. */
export * from './consent.ts';
export * from './draft/draft-exchange.ts';
export * from './draft/propose-exchange.ts';
export * from './draft/read-exchange.ts';
export * from './extract-reply.ts';
export * from './parse-address.ts';
export * from './parse-forward.ts';
export * from './parse-subject.ts';
export * from './personal-data/finding.ts';
export * from './personal-data/redact.ts';
export * from './stored-draft.ts';
export { linesOfBody } from './text/body-lines.ts';
export * from './threads/build-threads.ts';
export * from './threads/join-rules.ts';
export { ENOUGH_QUOTED, tellingLines } from './threads/quote-index.ts';
export * from './threads/thread-mail.ts';
export type { TailKind } from './marks/tail.ts';
export type { CapturedMail, MailBody } from './types.ts';
