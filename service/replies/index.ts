/** Replies by e-mail: addresses with a signed token, and what becomes of a mail to one. */
export { replyAddress, type ReplySettings, replySettings } from './reply-address.ts';
export { openReplyDesk, type ReplyDesk, type ReplyOutcome } from './reply-desk.ts';
