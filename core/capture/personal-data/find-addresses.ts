import type { Finding } from './finding.ts';

const WORD = "\\p{Lu}[\\p{L}'’.-]{1,30}";
const HOUSE = '\\d{1,5}(?:[ -]?[a-zA-Z](?![\\p{L}]))?';
const PLACE = `(?:[,\\n]? ?(?:[A-Z]{1,2}-)?(?:\\d{4,6}(?:-\\d{3,4})?|[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}|\\d{4} ?[A-Z]{2}) ${WORD}(?: ${WORD}){0,2})?`;

/** How streets are written in the languages that sales teams write in; each with its house number. */
const STREETS: readonly string[] = [
  `${HOUSE},? (?:${WORD} ){1,4}(?:Street|St\\.?|Avenue|Ave\\.?|Road|Rd\\.?|Lane|Ln\\.?|Boulevard|Blvd\\.?|Drive|Dr\\.?|Way|Court|Ct\\.?|Square|Sq\\.?|Place|Pl\\.?|Terrace|Parkway|Pkwy\\.?|Highway|Hwy\\.?|Close|Crescent|Broadway)(?![\\p{L}])(?:,? (?:Suite|Ste\\.?|Apt\\.?|Unit|Floor|#) ?[\\w-]{1,8})?(?:, ${WORD}(?: ${WORD})?)?(?:,? [A-Z]{2},? \\d{5}(?:-\\d{4})?)?`,
  `${WORD}(?:straße|strasse|str\\.|weg|platz|allee|gasse|ufer|damm|ring|straat|laan|plein|gracht|kade|gatan|vägen|gata|vegen|veien|gade|vej|katu|tie|utca) ${HOUSE}`,
  `(?:${WORD} ){0,2}(?:Straße|Strasse|Str\\.|Weg|Platz|Allee|utca|út|tér) ${HOUSE}`,
  `${HOUSE},? ?(?:bis |ter )?(?:rue|avenue|boulevard|bd|place|chemin|allée|impasse|quai|cours|route)(?: (?:de|du|des|la|le|les|l'|d'|${WORD})){1,6}`,
  `(?:Calle|C/|Avenida|Avda\\.?|Av\\.|Plaza|Paseo|Carrer|Rua|Praça|Travessa|Via|Viale|Piazza|Corso|Vicolo|Largo)(?: (?:de|del|da|do|dos|la|las|los|di|dei|della|${WORD})){1,5},? (?:n[º°.]? ?)?${HOUSE}`,
  `(?:ul\\.|al\\.|pl\\.|os\\.|ulica|aleja|ulice|ул\\.|улица|пр\\.|проспект|вул\\.|бул\\.) ?(?:${WORD} ?){1,3},? (?:д\\. ?)?${HOUSE}`,
  `(?:P\\.? ?O\\.? Box|Postfach|Boîte postale|Apartado|Casella postale|Postbus) \\d{1,8}`,
];

const ADDRESS = new RegExp(`(?<![\\p{L}\\d])(?:${STREETS.join('|')})${PLACE}`, 'gu');

/** Postal addresses with a street and a house number. Longer lines than people type are looked at in pieces. */
export function findAddresses(text: string): Finding[] {
  if (!/\d/.test(text)) return [];
  return [...text.matchAll(ADDRESS)].map(({ 0: { length }, index }) => ({
    kind: 'address',
    why: 'streetAddress',
    start: index,
    end: index + length - (endsSentence(text, index + length) ? 1 : 0),
  }));
}

/** A full stop behind a long word ends the sentence, not an abbreviation. */
function endsSentence(text: string, end: number): boolean {
  return /\p{Ll}{4}\.$/u.test(text.slice(Math.max(0, end - 6), end));
}
