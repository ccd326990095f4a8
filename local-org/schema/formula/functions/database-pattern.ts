const CLASS_ESCAPES: Readonly<Record<string, string>> = { w: 'a-zA-Z0-9_', d: '0-9', s: ' \t\n\r' };

const CHARACTER_CLASS = /\[(\^?)((?:\\[\s\S]|[^\]\\])*)\]/g;

/**
 * A Java pattern, as REGEX() takes it, for the database's smaller engine: anchored at both ends, plain groups only,
 * no escapes inside a character class and its hyphen in front.
 *
 * @returns undefined for a pattern with lookaround, back references or other things that the engine lacks.
 */
export function databasePattern(source: string): string | undefined {
  const pattern = source.replaceAll('(?:', '(');
  if (/\(\?|\\[1-9pPbBAZzGQEkxu]|[*+?}]\+|[*+}]\?/.test(pattern)) return undefined;
  return `^(${pattern.replace(CHARACTER_CLASS, (_, negation: string, body: string) => characterClass(negation, body))})$`;
}

function characterClass(negation: string, body: string): string {
  let hyphen = '';
  let bracket = '';
  const rest = body.replace(/\\([\s\S])/g, (_, escaped: string) => {
    if (escaped === '-') hyphen = '-';
    else if (escaped === ']') bracket = ']';
    else return CLASS_ESCAPES[escaped] ?? escaped;
    return '';
  });
  const plain = rest.replace(/^-|-$/g, () => {
    hyphen = '-';
    return '';
  });
  return `[${negation}${bracket}${hyphen}${plain}]`;
}
