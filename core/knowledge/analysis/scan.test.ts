import { scanCompounds } from './scan-compounds.ts';
import { scanWords } from './scan-words.ts';
import { foldText } from './fold-text.ts';
import { editDistance } from './edit-distance.ts';
import { characterGrams } from './character-grams.ts';

function words(text: string): string[] {
  const found: string[] = [];
  scanWords(text, (word, start, end) => {
    expect(text.slice(start, end)).toBe(word);
    found.push(word);
  });
  return found;
}

function compounds(text: string): string[] {
  const found: string[] = [];
  scanCompounds(text, (word) => found.push(word));
  return found;
}

describe('scanWords', () => {
  it.each([
    ['How do I discount?', ['How', 'do', 'I', 'discount']],
    ["customer's don’t 'quoted'", ["customer's", 'don’t', 'quoted']],
    ['C++ and C# or F#.', ['C++', 'and', 'C#', 'or', 'F#']],
    ['Größe, Évaluation, Ångström', ['Größe', 'Évaluation', 'Ångström']],
    ['Скидка 15%', ['Скидка', '15']],
    ['割引の方法', ['割引', '引の', 'の方', '方法']],
    ['値', ['値']],
    ['', []],
    ['… — !', []],
    ['\ud800 lone \udc00', ['lone']],
  ])('finds the words of %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });
});

describe('scanCompounds', () => {
  it('also joins what a hyphen links', () => {
    expect(compounds('real-time e-mail - ends')).toEqual(['real', 'time', 'realtime', 'e', 'mail', 'email', 'ends']);
  });

  it('leaves out numbers in lines without a letter, and only there', () => {
    expect(compounds('ISO 27001\n123\t5\t1\n404 not found')).toEqual(['ISO', '27001', '404', 'not', 'found']);
  });

  it('takes a query that is a number as what is looked for', () => {
    expect(compounds('27001')).toEqual(['27001']);
  });
});

describe('foldText', () => {
  it.each([
    ['Évaluation', 'evaluation'],
    ['ﬁle', 'file'],
    ['don’t', "don't"],
    ['PLAIN', 'plain'],
  ])('folds %s to %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });
});

describe('editDistance', () => {
  it.each([
    ['discount', 'discount', 0],
    ['discount', 'discuont', 1],
    ['discount', 'discont', 1],
    ['discount', 'dixcouns', 2],
    ['discount', 'nothing', 3],
    ['', 'ab', 2],
  ])('from %j to %j is %i (at most 2 are told apart)', (a, b, distance) => {
    expect(editDistance(a, b, 2)).toBe(distance);
    expect(editDistance(b, a, 2)).toBe(distance);
  });
});

describe('characterGrams', () => {
  it('are the same whatever the case, accents and punctuation', () => {
    expect(characterGrams('Évaluation: how?')).toEqual(characterGrams('evaluation how'));
  });

  it('are none for a text without letters', () => {
    expect(characterGrams(' … ')).toEqual([]);
  });
});
