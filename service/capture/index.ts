/** Captures exchanges by e-mail as drafts for the knowledge bank. */
export { draftOptions } from './draft-options.ts';
export { DraftSettings } from './draft-settings.ts';
export type { DraftSink, KeyedDraft, SinkOutcome } from './draft-sink.ts';
export { DEFAULT_LEDGER, Ledger } from './ledger.ts';
export type { IncomingMail, MailBatch, MailSource, ReadOptions } from './mail-source.ts';
export { type SourceOptions, openSource } from './open-source.ts';
export { type ParsedMail, parseMail } from './parse-mail.ts';
export type { CaptureReport } from './capture-report.ts';
export { type CaptureOptions, runCapture } from './run-capture.ts';
export { fileSink } from './sinks/file-sink.ts';
export { orgSink } from './sinks/org-sink.ts';
