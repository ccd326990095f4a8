import fc from 'fast-check';
import { readAnswers, readApproved, readParticipants, readRedactions } from './stored-draft.ts';

describe('what a record of a captured exchange holds', () => {
  it('is read as it was written', () => {
    const approved = { title: 'T', body: 'B', answers: [{ messageKey: 'm', body: 'A' }], tags: ['x'], mergeInto: 'q' };
    expect(readApproved(JSON.stringify(approved))).toEqual(approved);
    const answers = [
      { author: 'a@x.example', at: '2025-03-04', body: 'A', messageKey: 'm', score: 2, reasons: ['first'] },
    ];
    expect(readAnswers(JSON.stringify(answers))).toEqual(answers);
    const people = [{ address: 'a@x.example', name: 'A', role: 'asked' }];
    expect(readParticipants(JSON.stringify(people))).toEqual(people);
    const redactions = [{ kind: 'phone', why: 'phoneShape', count: 2 }];
    expect(readRedactions(JSON.stringify(redactions))).toEqual(redactions);
  });

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.constant(null)), (json) => {
        expect(readAnswers(json)).toBeInstanceOf(Array);
        expect(readParticipants(json)).toBeInstanceOf(Array);
        expect(readRedactions(json)).toBeInstanceOf(Array);
        const approved = readApproved(json);
        expect(approved === undefined || Array.isArray(approved.answers)).toBe(true);
      }),
    );
  });

  it('leaves out what is damaged', () => {
    expect(readAnswers('[{"body":"A"},null,{"body":"B","messageKey":"m"}]')).toMatchObject([{ body: 'B', author: '' }]);
    expect(readApproved('{"title":"T"}')).toBeUndefined();
  });
});
