import { readFileSync } from 'node:fs';
import { TEXT_LIMIT, tooLong } from 'c/textLimit';

describe('tooLong', () => {
  it('says nothing of a text that fits', () => {
    expect(tooLong('x'.repeat(TEXT_LIMIT))).toBeUndefined();
  });

  it('says in one line how long a text is and how long it may be', () => {
    expect(tooLong('x'.repeat(TEXT_LIMIT + 1))).toBe(
      'This is too long: 32,769 characters with its formatting, and 32,768 fit. Shorten it, or split it.',
    );
  });

  it.each(['Question__c', 'Answer__c', 'Revision__c'])('goes by the length of the body of %s', (object) => {
    const field = readFileSync(`force-app/main/default/objects/${object}/fields/Body__c.field-meta.xml`, 'utf8');
    expect(field).toContain(`<length>${TEXT_LIMIT}</length>`);
  });
});
