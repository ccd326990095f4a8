import { stemEnglish } from './stem-english.ts';

const list = (words: string): readonly string[] => words.split(' ');

/**
 * Function words of English after the Snowball project's list (snowballstem.org/algorithms/english/stop.txt), with the
 * auxiliaries it leaves to the reader's choice. They are not indexed: they say nothing about what a text is about.
 */
const FUNCTION_WORDS = new Set([
  ...list('i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers'),
  ...list('herself it its itself they them their theirs themselves what which who whom whose this that these those'),
  ...list('am is are was were be been being have has had having do does did doing done will would shall should can'),
  ...list('could may might must ought cannot a an the and but if or because as until while of at by for with about'),
  ...list('against between into through during before after above below to from up down in out on off over under'),
  ...list('again further then once here there when where why how all any both each few more most other some such no'),
  ...list('nor not only own same so than too very just also upon within without via us let get got'),
]);

/**
 * Words by which people ask rather than what they ask about ("I am looking for articles about …", "is there a way to").
 * They are indexed, because a text can be about them, but count little in a query.
 */
const REQUEST_WORDS = new Set([
  ...list('find finding looking look search searching want wants wanted need needs needed like interest interested'),
  ...list(
    'information info article articles paper papers document documents discussion discussions discuss discussing',
  ),
  ...list('describe describing description descriptions concerning regarding relating related dealing pertaining'),
  ...list('list give tell know please thanks help anyone anybody someone somebody something anything everything'),
  ...list('way ways possible possibly able best good exist exists existing various particular particularly especially'),
  ...list('example examples include includes including included etc e.g i.e one ones thing things many much question'),
  ...list('questions answer answers explain mean means meaning happen happens happening try trying tried issue topic'),
]);

/**
 * Everyday words of time, number and doing, by their stems. They may tell texts apart, but name no subject: that
 * somebody wrote about "year" tells nobody why to ask them.
 */
const GENERAL_WORDS = new Set(
  [
    ...list('year month week day hour minute time today tomorrow yesterday now date quarter season'),
    ...list('first second third last next new old early late long short big small large high low half full part whole'),
    ...list('number amount lot bit kind sort case point side place end start begin people person everybody everyone'),
    ...list('make take use go come say see show ask put keep work sign send bring hold turn call run set change'),
    ...list('really still already ever never always often sometimes again back right wrong different real two three'),
  ].map(stemEnglish),
);

/** Whether a folded word says little of what a text is about, in whatever form: `years`, `signed`. */
export function isGeneralWord(word: string): boolean {
  return GENERAL_WORDS.has(stemEnglish(word)) || isRequestWord(word);
}

/** Whether a folded word is left out of the index and of queries. Contractions (`don't`, `it's`) are. */
export function isFunctionWord(word: string): boolean {
  if (FUNCTION_WORDS.has(word)) return true;
  const apostrophe = word.indexOf("'");
  if (apostrophe < 0) return false;
  return FUNCTION_WORDS.has(word.slice(0, apostrophe)) || word.endsWith("n't");
}

/** Whether a folded word says that something is asked, not what. */
export function isRequestWord(word: string): boolean {
  return REQUEST_WORDS.has(word);
}
