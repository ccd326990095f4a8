export { type SyncOptions, type SyncReport, runSync } from './run-sync.ts';
