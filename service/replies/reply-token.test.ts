import fc from 'fast-check';
import { checkReply, isGoodSecret, signReply } from './reply-token.ts';

const SECRET = 'a secret of thirty-two characters, or more';
const NOW = new Date('2026-03-04T12:00:00Z');
const expires = new Date('2026-04-03T12:00:00Z');
const GRANT = { questionId: 'a0G5e00000AbCdEfGH', userId: '0055e000001ZzYyAAK', expires };

describe('a reply token', () => {
  it('fits into the local part of an address, and says whose reply to what', () => {
    const token = signReply(GRANT, SECRET);
    expect(token).toMatch(/^[a-z2-7]+$/);
    expect(`reply+${token}`.length).toBeLessThanOrEqual(64);
    const read = { ok: true, questionId: 'a0G5e00000AbCdE', userId: '0055e000001ZzYy' };
    expect(checkReply(token, SECRET, NOW)).toEqual(read);
    expect(checkReply(token.toUpperCase(), SECRET, NOW)).toEqual(read);
  });

  it('is good to the end of its last day', () => {
    const token = signReply(GRANT, SECRET);
    expect(checkReply(token, SECRET, new Date('2026-04-03T23:59:59Z')).ok).toBe(true);
    expect(checkReply(token, SECRET, new Date('2026-04-04T00:00:00Z'))).toEqual({ ok: false, why: 'expired' });
  });

  it('is forged where one character of it differs, or the secret does', () => {
    const token = signReply(GRANT, SECRET);
    for (let at = 0; at < token.length; at += 1) {
      const altered = `${token.slice(0, at)}${token[at] === 'a' ? 'b' : 'a'}${token.slice(at + 1)}`;
      expect(checkReply(altered, SECRET, NOW)).toEqual({ ok: false, why: 'forged' });
    }
    expect(checkReply(token, `${SECRET}!`, NOW)).toEqual({ ok: false, why: 'forged' });
  });

  it('gives back any ids, and takes no nonsense for a token', () => {
    const id = fc.string({ minLength: 15, maxLength: 15, unit: fc.constantFrom(...'09AZaz5Mm') });
    fc.assert(
      fc.property(id, id, (questionId, userId) => {
        expect(checkReply(signReply({ questionId, userId, expires }, SECRET), SECRET, NOW)).toEqual({
          ok: true,
          questionId,
          userId,
        });
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => expect(checkReply(text, SECRET, NOW).ok).toBe(false)));
  });

  it('takes a secret that cannot be guessed', () => {
    expect(isGoodSecret('short')).toBe(false);
    expect(isGoodSecret(undefined)).toBe(false);
    expect(isGoodSecret(SECRET)).toBe(true);
  });
});
