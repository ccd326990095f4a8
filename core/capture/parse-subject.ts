import { fold } from './text/fold.ts';
import { FORWARD_PREFIXES, REPLY_PREFIXES } from './words/mail-markers.ts';

export interface ParsedSubject {
  /** What the outermost prefix says. */
  readonly kind: 'reply' | 'forward' | 'new';
  /** Without prefixes and list tags, as it stood. */
  readonly base: string;
  /** `base` folded for comparison. */
  readonly key: string;
  /** Part and count of a numbered series ("[PATCH 2/5]", "(1/3)"). */
  readonly series?: { readonly part: number; readonly of: number };
}

const REPLY = new Set(REPLY_PREFIXES);
const FORWARD = new Set(FORWARD_PREFIXES);
const LONGEST = 1_000;
/** Nobody replies more often; a mail that says so was made to hurt. */
const MOST_PREFIXES = 30;

/** Takes "Re: [list] AW: Fwd: Budget" apart. */
export function parseSubject(subject: string): ParsedSubject {
  let rest = subject.slice(0, LONGEST).replace(/\s+/g, ' ').trim();
  let kind: ParsedSubject['kind'] = 'new';
  let series: ParsedSubject['series'];
  for (let count = 0; count < MOST_PREFIXES; count += 1) {
    const tag = /^\[([^\]]{1,60})\]\s*/.exec(rest);
    if (tag && tag[0].length < rest.length) {
      series ??= seriesOf(tag[1] as string);
      rest = rest.slice(tag[0].length);
      continue;
    }
    const prefix = /^([^\s:：[\]()]{1,16}(?: [^\s:：[\]()]{1,12}){0,2})\s?(?:[[(]?\d{1,3}[\])]?)?\s?[:：]\s*/.exec(
      rest,
    );
    const word = prefix && fold(prefix[1] as string);
    if (prefix === null || word === null) break;
    const says = saidBy(word);
    if (says === undefined) break;
    if (kind === 'new') kind = says;
    rest = rest.slice(prefix[0].length);
  }
  const end = /\((\d{1,3}\/\d{1,3})\)$/.exec(rest);
  series ??= end ? seriesOf(end[1] as string) : undefined;
  return { kind, base: rest.trim(), key: fold(rest).replace(/[\s.!?]+$/, ''), ...(series ? { series } : {}) };
}

/** "VS" means reply in Finnish and forward in Danish: such a prefix goes, and says nothing. */
function saidBy(word: string): ParsedSubject['kind'] | undefined {
  if (REPLY.has(word)) return FORWARD.has(word) ? 'new' : 'reply';
  return FORWARD.has(word) ? 'forward' : undefined;
}

function seriesOf(tag: string): ParsedSubject['series'] {
  const found = /(?:^|\D)(\d{1,3})\/(\d{1,3})(?:\D|$)/.exec(tag);
  if (!found) return undefined;
  const [part, of] = [Number(found[1]), Number(found[2])];
  return of > 1 && part <= of ? { part, of } : undefined;
}
