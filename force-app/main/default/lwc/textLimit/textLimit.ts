import { format, knowledgeLabels as labels } from 'c/labels';
import locale from '@salesforce/i18n/locale';

/** Characters that the long texts of questions, answers and their history hold, markup included. */
export const TEXT_LIMIT = 32_768;

/**
 * What to say of a text that the org would refuse for its length; undefined where it fits.
 *
 * @param text as it would be saved, with its markup
 */
export function tooLong(text: string): string | undefined {
  if (text.length <= TEXT_LIMIT) return undefined;
  const write = new Intl.NumberFormat(locale);
  return format(labels.tooLong, write.format(text.length), write.format(TEXT_LIMIT));
}
