import { stemEnglish, tagKey } from 'c/knowledge';
import { recordsIn, text } from 'c/graphqlRecords';

/** A tag that exists. */
export interface KnownTag {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  /** The words of the key as their stems, with a blank before and after each. */
  readonly stems: string;
  /** What a good question on the topic tells, line by line. */
  readonly template?: string;
}

const MOST_SUGGESTED = 5;

/** The tags that `TAGS_QUERY` answered. */
export function toKnownTags(data: unknown): KnownTag[] {
  return recordsIn(data, 'Tag__c').map((record) => {
    const key = text(record, 'Key__c') ?? '';
    return {
      id: text(record, 'Id') ?? '',
      name: text(record, 'Name') ?? '',
      key,
      stems: stemsOf(key),
      template: text(record, 'Template__c'),
    };
  });
}

/** The tags in a list with commas, each once. */
export function tagsIn(list: string): string[] {
  const names = list.split(',').map((name) => name.trim());
  const byKey = new Map(names.filter((name) => tagKey(name) !== '').map((name) => [tagKey(name), name]));
  return [...byKey.values()];
}

/** What stands in a list with commas and has no letter or digit that a tag could be known by. */
export function unusableTagsIn(list: string): string[] {
  const names = list.split(',').map((name) => name.trim());
  return names.filter((name) => name !== '' && tagKey(name) === '');
}

/** Tags whose words stand in a text (plain or rich) in whatever form, and that are not put on yet. */
export function suggestTags(known: readonly KnownTag[], written: string, chosen: readonly string[]): string[] {
  const words = stemsOf(tagKey(written.replace(/<[^>]*>/g, ' ')));
  const put = new Set(chosen.map(tagKey));
  return known
    .filter(({ key, stems }) => !put.has(key) && words.includes(stems))
    .map(({ name }) => name)
    .slice(0, MOST_SUGGESTED);
}

/** `business-cases` → ` busi case ` */
function stemsOf(key: string): string {
  return ` ${key.split('-').map(stemEnglish).join(' ')} `;
}

/** The tags put on that have a template which does not stand in the details yet. */
export function offeredTemplates(known: readonly KnownTag[], chosen: readonly string[], body: string): KnownTag[] {
  const put = new Set(chosen.map(tagKey));
  return known.filter(({ key, template }) => template && put.has(key) && !body.includes(templateHtml(template)));
}

/** The lines of a template as rich text; nothing in them acts as markup. */
export function templateHtml(template: string): string {
  const lines = template.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.map((line) => `<p>${escape(line.trim())}</p>`).join('');
}

function escape(line: string): string {
  return line.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
