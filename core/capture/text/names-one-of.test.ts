import { namesOneOf } from './names-one-of.ts';

it.each([
  ['Thanks, ANA!', 'Ana', true],
  ['Bananas', 'Ana', false],
  ['diana@acme.example', 'ana@acme.example', false],
  ['Gruß von ÖMER YILDIZ', 'Ömer Yıldız', false],
  ['Gruß von ÖMER', 'ömer', true],
  ['Спасибо, АНДРЕЙ.', 'Андрей', true],
  ['Rene\u0301 writes', 'René', true],
  ['René writes', 'Rene', false],
  ['田中さん、ありがとう', '田中', true],
  ['ขอบคุณสมชายครับ', 'สมชาย', true],
  ['김민수님께', '김민수', true],
  ['A\u200bna writes', 'Ana', true],
  ['anything', ' ', false],
])('%j names %j: %j', (text, word, expected) => {
  expect(namesOneOf(text, [word])).toBe(expected);
});
