import fc from 'fast-check';
import { redact } from './redact.ts';

/** Text, what is left of it, and how each thing was known. */
const TAKEN_OUT: readonly (readonly [string, string, ...string[]])[] = [
  ['Write to ana.ruiz+sales@corp.example today.', 'Write to [e-mail] today.', 'emailAddress'],
  ['<mailto:ana@corp.example>', '<mailto:[e-mail]>', 'emailAddress'],
  ['Try +49 (0)30 1234-567 or 0171 2345678.', 'Try [phone] or [phone].', 'phoneShape'],
  ['Try (415) 555-0132 or 415-555-0132.', 'Try [phone] or [phone].', 'phoneShape'],
  ['Tel: 555 01 32', 'Tel: [phone]', 'phoneLabel'],
  ['Téléphone : 12 34 56', 'Téléphone : [phone]', 'phoneLabel'],
  ['IBAN DE89 3704 0044 0532 0130 00, thanks', 'IBAN [bank account], thanks', 'ibanChecksum'],
  ['GB82WEST12345698765432', '[bank account]', 'ibanChecksum'],
  ['Card 4111 1111 1111 1111 exp 12/27', 'Card [card number] exp 12/27', 'cardChecksum'],
  ['Account no. 12345678 is theirs', 'Account no. [number] is theirs', 'accountLabel'],
  ['Kundennummer: KD-4711-99', 'Kundennummer: [number]', 'accountLabel'],
  ['They sit at 221 Baker Street, London.', 'They sit at [address].', 'streetAddress'],
  ['Hauptstraße 12, 10115 Berlin', '[address]', 'streetAddress'],
  ['12, rue de la Paix, 75002 Paris', '[address]', 'streetAddress'],
  ['Calle de Alcalá 45, 28014 Madrid', '[address]', 'streetAddress'],
  ['Keizersgracht 123, 1015 CJ Amsterdam', '[address]', 'streetAddress'],
];

const LEFT: readonly string[] = [
  'The meeting is on 2025-03-04 at 10:12.',
  'It costs 1.250.000 EUR, or 12,500 a seat.',
  'Version 10.4.2024 of 04.03.2025',
  'Order 4711 has 50 seats and 15 percent off.',
  'In 2024 2025 2026 they grew.',
  'Use the plan where 100 < seats < 2000.',
  'She wrote @ben and #pricing.',
];

describe('personal data', () => {
  it.each(TAKEN_OUT)('in "%s" is taken out', (text, expected, ...reasons) => {
    const result = redact(text);
    expect(result.text).toBe(expected);
    expect(result.redactions.map(({ why }) => why)).toEqual(reasons);
  });

  it.each(LEFT)('is not seen in "%s"', (text) => {
    expect(redact(text)).toEqual({ text, redactions: [] });
  });

  it('includes the names that are given, as whole words in any case', () => {
    expect(redact('GLOBEX corp and Globexia; ask Ana  Ruiz.', ['Globex Corp', 'Ana Ruiz', 'x']).text).toBe(
      '[name] and Globexia; ask [name].',
    );
  });

  it('includes names in scripts without spaces, whatever follows them', () => {
    expect(redact('田中さん、トヨタの件です。Ana', ['田中', 'トヨタ']).text).toBe('[name]さん、[name]の件です。Ana');
    expect(redact('김민수님께', ['김민수']).text).toBe('[name]님께');
  });

  it('is counted by kind and reason', () => {
    expect(redact('a@x.example, b@x.example').redactions).toEqual([{ kind: 'email', why: 'emailAddress', count: 2 }]);
  });

  it('is gone for good: nothing more is found in what is left', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'a@b.example',
        '+49 30 1234567',
        'DE89370400440532013000',
        '4111111111111111',
        ' ',
        '\n',
        ', ',
        'Tel ',
        '12 Main Street',
      ),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const once = redact(pieces.join(' '));
        expect(once.text).not.toMatch(/a@b\.example|DE89370400440532013000|4111111111111111(?!\d)/);
      }),
    );
  });
});
