import { asksForSomebody, findExperts, requestExperts, toHistory } from 'c/expertFinder';
import { toExpertise } from 'c/expertRecords';
import { createRecord } from 'lightning/uiRecordApi';
import { connection } from 'test/wires';

const create = jest.mocked(createRecord);
const now = new Date('2026-03-10T12:00:00.000Z');

const row = (id: string, personId: string, name: string, tag: string, key: string) => ({
  Id: id,
  Person__c: personId,
  Person__r: { Name: name },
  Tag__r: { Name: tag, Key__c: key },
  Lower__c: 50,
  Upper__c: 80,
  Evidence_Count__c: 3,
  Accepted_Count__c: 1,
});

/** As a wire is answered. */
const answered = (query: object): unknown => ({ uiapi: { query } });

const expertise = (preferences: object[] = []) =>
  toExpertise(
    answered({
      Expertise__c: connection([
        row('e1', 'p1', 'Ana Ruiz', 'Close date', 'close-date'),
        row('e2', 'p2', 'Ben Okafor', 'Close date', 'close-date'),
        row('e3', 'p1', 'Ana Ruiz', 'Globex', 'globex'),
      ]),
      Knowledge_Preference__c: connection(preferences),
    }),
  );

const history = toHistory(
  answered({
    Answer__c: connection([
      {
        Id: 'a1',
        CreatedDate: '2026-03-01T10:00:00.000Z',
        OwnerId: 'p3',
        Owner: { Name: 'Cara Lind', IsActive: true },
        Question__r: { Id: 'q1', Title__c: 'Which legal entity signs?', OwnerId: 'p9' },
      },
      {
        Id: 'a2',
        CreatedDate: '2026-03-01T10:00:00.000Z',
        OwnerId: 'p9',
        Owner: { Name: 'Asker', IsActive: true },
        Question__r: { Id: 'q1', Title__c: 'Which legal entity signs?', OwnerId: 'p9' },
      },
    ]),
    Tagging__c: connection([]),
    Expert_Request__c: connection([]),
  }),
);

describe('who knows about', () => {
  it('a tag: the surest first, with what they are known for', () => {
    expect(findExperts('who knows about the close date', expertise(), undefined, now)).toEqual([
      { id: 'p1', name: 'Ana Ruiz', reasons: ['Close date: 3 answers, 1 accepted'] },
      { id: 'p2', name: 'Ben Okafor', reasons: ['Close date: 3 answers, 1 accepted'] },
    ]);
    expect(findExperts('Globex close date', expertise(), undefined, now)[0]?.reasons).toHaveLength(2);
  });

  it('words that are no tag: who answered about them, but not whoever asked', () => {
    const found = findExperts('legal entity', expertise(), history, now);
    expect(found.map(({ name }) => name)).toEqual(['Cara Lind']);
    expect(found[0]?.reasons.join(' ')).toContain('Wrote about');
  });

  it('nothing that anybody answered: nobody', () => {
    expect(findExperts('xyzzy', expertise(), history, now)).toEqual([]);
    expect(findExperts('close', expertise(), history, now)).toEqual([]);
  });

  it('a tag: nobody who does not want to be named', () => {
    const hidden = [{ Id: 'k1', OwnerId: 'p1', Hide_Expertise__c: true }];
    expect(findExperts('close date', expertise(hidden), undefined, now).map(({ id }) => id)).toEqual(['p2']);
  });

  it.each([
    ['Who knows Globex', true],
    ['Globex expert', true],
    ['whole price', false],
  ])('%j asks for somebody: %s', (query, asks) => {
    expect(asksForSomebody(query)).toBe(asks);
  });
});

describe('asking people', () => {
  it('asks each by a request of their own, and says whom the org refused', async () => {
    create.mockImplementation(({ fields }) =>
      fields['Person__c'] === 'p2'
        ? Promise.reject(new Error('No.'))
        : Promise.resolve({ apiName: '', id: 'r1', fields: {} }),
    );
    expect(await requestExperts('q1', ['p1', 'p2'])).toEqual(['p2']);
    expect(create).toHaveBeenCalledWith({
      apiName: 'Expert_Request__c',
      fields: { Question__c: 'q1', Person__c: 'p1', Key__c: 'p1:q1' },
    });
  });
});
