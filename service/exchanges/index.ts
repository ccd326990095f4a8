/** Captured exchanges on their way to the knowledge bank: consent, publication, erasure. */
export { eraseCopies } from './erase-texts.ts';
export { MAY_HAVE_TEXT, withoutTexts } from './waiting-exchange.ts';
export { messageKeyOf } from './publish-exchange.ts';
export { plainText, richText } from './rich-text.ts';
export { type SettleReport, settleExchanges } from './settle-exchanges.ts';
