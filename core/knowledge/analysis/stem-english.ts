/**
 * The Snowball English ("Porter2") stemmer, written from its published definition
 * (snowballstem.org/algorithms/english/stemmer.html, as of Snowball 3.0).
 */

const VOWEL = /[aeiouy]/;
const DOUBLE = /(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/;
/** A vowel between a non-vowel and a non-vowel that is not w, x or Y; or a vowel that begins the word; or "past". */
const SHORT_SYLLABLE = /(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy]|^past)$/;
const REGION = /[aeiouy][^aeiouy]/;
/** Beginnings after which R1 starts, where the rule would join unrelated words. */
const FIXED_REGION = /^(?:gener|commun|arsen|past|univers|later)/;

const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  ['skis', 'ski'],
  ['skies', 'sky'],
  ['idly', 'idl'],
  ['gently', 'gentl'],
  ['ugly', 'ugli'],
  ['early', 'earli'],
  ['only', 'onli'],
  ['singly', 'singl'],
  ...['sky', 'news', 'howe', 'atlas', 'cosmos', 'bias', 'andes'].map((word) => [word, word] as const),
]);
const KEPT_AFTER_PLURAL = new Set(['proceed', 'exceed', 'succeed']);
const KEPT_BEFORE_ING = new Set(['inn', 'out', 'cann', 'herr', 'earr', 'even']);

/** Suffix, what replaces it. Sorted so that the longest suffix that fits comes first. */
type Suffixes = readonly (readonly [string, string])[];

const STEP_2: Suffixes = longestFirst({
  tional: 'tion',
  enci: 'ence',
  anci: 'ance',
  abli: 'able',
  entli: 'ent',
  izer: 'ize',
  ization: 'ize',
  ational: 'ate',
  ation: 'ate',
  ator: 'ate',
  alism: 'al',
  aliti: 'al',
  alli: 'al',
  fulness: 'ful',
  ousli: 'ous',
  ousness: 'ous',
  iveness: 'ive',
  iviti: 'ive',
  biliti: 'ble',
  bli: 'ble',
  ogist: 'og',
  ogi: 'og',
  fulli: 'ful',
  lessli: 'less',
  li: '',
});
const STEP_3: Suffixes = longestFirst({
  tional: 'tion',
  ational: 'ate',
  alize: 'al',
  icate: 'ic',
  iciti: 'ic',
  ical: 'ic',
  ful: '',
  ness: '',
  ative: '',
});
const STEP_4: Suffixes = longestFirst(
  Object.fromEntries(
    'al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize ion'.split(' ').map((each) => [each, '']),
  ),
);

function longestFirst(suffixes: Readonly<Record<string, string>>): Suffixes {
  return Object.entries(suffixes).sort(([a], [b]) => b.length - a.length);
}

/** The stem of a lower-case English word; words of two letters or fewer stay as they are. */
export function stemEnglish(input: string): string {
  if (input.length <= 2) return input;
  const exception = EXCEPTIONS.get(input);
  if (exception !== undefined) return exception;
  const marked = input
    .replace(/^'/, '')
    .replace(/^y/, 'Y')
    .replace(/([aeiouy])y/g, '$1Y');
  const r1 = FIXED_REGION.exec(marked)?.[0].length ?? regionAfter(marked, 0);
  const r2 = regionAfter(marked, r1);
  const singular = step1a(marked.replace(/'(?:s'?)?$/, ''));
  if (KEPT_AFTER_PLURAL.has(singular)) return singular;
  let word = step1c(step1b(singular, r1));
  word = step2(word, r1);
  word = step3(word, r1, r2);
  word = step4(word, r2);
  return step5(word, r1, r2).replaceAll('Y', 'y');
}

/** Where the region begins: after the first non-vowel that follows a vowel, from `from` on. */
function regionAfter(word: string, from: number): number {
  const match = REGION.exec(word.slice(from));
  return match ? from + match.index + 2 : word.length;
}

function step1a(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (word.endsWith('ied') || word.endsWith('ies')) return word.slice(0, word.length > 4 ? -2 : -1);
  if (word.endsWith('us') || word.endsWith('ss') || !word.endsWith('s')) return word;
  return VOWEL.test(word.slice(0, -2)) ? word.slice(0, -1) : word;
}

function step1b(word: string, r1: number): string {
  const suffix = /(?:eedly|eed|ingly|edly|ing|ed)$/.exec(word)?.[0];
  if (suffix === undefined) return word;
  const base = word.slice(0, -suffix.length);
  if (suffix.startsWith('ee')) return base.length >= r1 ? `${base}ee` : word;
  if (suffix === 'ing') {
    if (/^[^aeiouy]y$/.test(base)) return `${base.slice(0, 1)}ie`;
    if (KEPT_BEFORE_ING.has(base)) return word;
  }
  if (!VOWEL.test(base)) return word;
  if (/(?:at|bl|iz)$/.test(base)) return `${base}e`;
  if (DOUBLE.test(base)) return /^[aeo]..$/.test(base) ? base : base.slice(0, -1);
  return r1 >= base.length && SHORT_SYLLABLE.test(base) ? `${base}e` : base;
}

function step1c(word: string): string {
  return /^.+[^aeiouy][yY]$/.test(word) ? `${word.slice(0, -1)}i` : word;
}

/** The longest suffix that the word ends in, whether or not it may be replaced. */
function findSuffix(word: string, suffixes: Suffixes): readonly [string, string] | undefined {
  return suffixes.find(([suffix]) => word.endsWith(suffix));
}

function step2(word: string, r1: number): string {
  const found = findSuffix(word, STEP_2);
  if (!found) return word;
  const [suffix, replacement] = found;
  const base = word.slice(0, -suffix.length);
  if (base.length < r1) return word;
  if (suffix === 'ogi' && !base.endsWith('l')) return word;
  if (suffix === 'li' && !/[cdeghkmnrt]$/.test(base)) return word;
  return base + replacement;
}

function step3(word: string, r1: number, r2: number): string {
  const found = findSuffix(word, STEP_3);
  if (!found) return word;
  const [suffix, replacement] = found;
  const base = word.slice(0, -suffix.length);
  return base.length < (suffix === 'ative' ? r2 : r1) ? word : base + replacement;
}

function step4(word: string, r2: number): string {
  const suffix = findSuffix(word, STEP_4)?.[0];
  if (suffix === undefined) return word;
  const base = word.slice(0, -suffix.length);
  if (base.length < r2 || (suffix === 'ion' && !/[st]$/.test(base))) return word;
  return base;
}

function step5(word: string, r1: number, r2: number): string {
  const base = word.slice(0, -1);
  if (word.endsWith('e')) {
    return base.length >= r2 || (base.length >= r1 && !SHORT_SYLLABLE.test(base)) ? base : word;
  }
  return word.endsWith('ll') && base.length >= r2 ? base : word;
}
