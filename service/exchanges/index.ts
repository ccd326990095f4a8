/** Captured exchanges on their way to the knowledge bank: consent, publication, erasure. */
export { findPeople } from './org-people.ts';
export { messageKeyOf } from './publish-exchange.ts';
export { richText } from './rich-text.ts';
export { type SettleReport, settleExchanges } from './settle-exchanges.ts';
