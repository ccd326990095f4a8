const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  shy: '',
  zwnj: '',
  zwj: '',
  lrm: '',
  rlm: '',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  middot: '·',
  laquo: '«',
  raquo: '»',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  euro: '€',
  pound: '£',
  yen: '¥',
  cent: '¢',
  copy: '©',
  reg: '®',
  trade: '™',
  deg: '°',
  sect: '§',
  times: '×',
  frac12: '½',
  szlig: 'ß',
  iexcl: '¡',
  iquest: '¿',
  oelig: 'œ',
  OElig: 'Œ',
};

/** Letters of entities such as `&eacute;` are a base letter and a combining mark. */
const MARKS: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  ring: '\u030a',
  cedil: '\u0327',
  caron: '\u030c',
};
const LIGATURES: Readonly<Record<string, string>> = { aelig: 'æ', AElig: 'Æ', oslash: 'ø', Oslash: 'Ø' };

const ENTITY = /&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z][a-z0-9]{1,12});/gi;

/** Replaces HTML entities; unknown ones stay as they are. */
export function decodeEntities(text: string): string {
  return text.includes('&') ? text.replace(ENTITY, (whole, body: string) => characterOf(body) ?? whole) : text;
}

function characterOf(body: string): string | undefined {
  if (body.startsWith('#')) {
    const hex = body[1] === 'x' || body[1] === 'X';
    const code = hex ? parseInt(body.slice(2), 16) : parseInt(body.slice(1), 10);
    if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return '\ufffd';
    return String.fromCodePoint(code);
  }
  const known = NAMED[body] ?? LIGATURES[body] ?? NAMED[body.toLowerCase()];
  if (known !== undefined) return known;
  const mark = MARKS[body.slice(1)];
  return mark === undefined ? undefined : `${body[0] ?? ''}${mark}`.normalize('NFC');
}
