import { redact } from '../personal-data/redact.ts';
import { namesOneOf } from './names-one-of.ts';

it.each([
  ['Thanks, ANA!', 'Ana', true],
  ['Bananas', 'Ana', false],
  ['Gruß von ÖMER YILDIZ', 'Ömer Yıldız', false],
  ['Gruß von ÖMER', 'ömer', true],
  ['Спасибо, АНДРЕЙ.', 'Андрей', true],
  ['Rene\u0301 writes', 'René', true],
  ['René writes', 'Rene', false],
  ['田中さん、ありがとう', '田中', true],
  ['ขอบคุณสมชายครับ', 'สมชาย', true],
  ['김민수님께', '김민수', true],
  ['김민수님께'.normalize('NFD'), '김민수', true],
  ['김민수님께', '김민수'.normalize('NFD'), true],
  ['이순신 장군님, 감사합니다', '이수', false],
  ['김민수님께', '김미', false],
  ['김민수님께', '기', false],
  ['がんばって', 'か', false],
  ['がんばって'.normalize('NFD'), 'かん', false],
])('%j names %j: %j, for an erasure and for a redaction', (text, word, expected) => {
  expect(namesOneOf(text, [word])).toBe(expected);
  expect(redact(text, [word]).text.includes('[name]')).toBe(expected);
});

it.each([
  ['A\u200bna writes', 'Ana', true],
  ['Ａｎａ writes', 'Ana', true],
  ['diana@acme.example', 'ana@acme.example', false],
  ['anything', ' ', false],
])('%j names %j: %j, for an erasure', (text, word, expected) => {
  expect(namesOneOf(text, [word])).toBe(expected);
});
