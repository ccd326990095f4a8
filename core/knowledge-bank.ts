/**
 * Searching the knowledge bank and knowing who knows. Pages import this as `c/knowledge`: apart from `c/core`, so that pages that search
 * nothing load nothing of it.
 */
export * from './knowledge/index.ts';
export * from './experts/index.ts';
export * from './capture/stored-draft.ts';
export type { Redaction as CaptureRedaction } from './capture/personal-data/redact.ts';
