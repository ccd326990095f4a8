import { assign, canRemind, changeDueDate, remind, restore, withdraw } from 'c/assignments';
import { createRecord, updateRecord, type RecordRepresentation } from 'lightning/uiRecordApi';

const create = jest.mocked(createRecord);
const update = jest.mocked(updateRecord);
const TRAINING = { nuggetId: 'a01', skillId: 'a03', dueOn: '2026-12-01', reason: 'Gap', requestKey: 'k' } as const;

const record = (id: string): RecordRepresentation => ({ apiName: 'Assignment__c', id, fields: {} });

describe('assigning', () => {
  beforeEach(() => create.mockReset());

  it('gives the person the record, under a key of this request and person', async () => {
    create.mockResolvedValueOnce(record('a0Z1'));
    await expect(assign(['005a'], { ...TRAINING, note: '' })).resolves.toEqual([
      { personId: '005a', assignmentId: 'a0Z1' },
    ]);
    expect(create).toHaveBeenCalledWith({
      apiName: 'Assignment__c',
      fields: {
        Person__c: '005a',
        OwnerId: '005a',
        Nugget__c: 'a01',
        Skill__c: 'a03',
        Due_On__c: '2026-12-01',
        Reason__c: 'Gap',
        Request_Key__c: 'k:005a',
      },
    });
  });

  it('goes on when one fails, and answers in the order asked, with progress', async () => {
    create.mockImplementation(({ fields }) =>
      fields['Person__c'] === '005b'
        ? Promise.reject({ body: { message: 'Only the managers above.' } })
        : Promise.resolve(record(`for-${fields['Person__c']}`)),
    );
    const done: number[] = [];
    const people = ['005a', '005b', '005c', '005d', '005e', '005f'];
    const outcomes = await assign(people, TRAINING, (count) => done.push(count));
    expect(outcomes.map(({ personId }) => personId)).toEqual(people);
    expect(outcomes[1]).toEqual({ personId: '005b', error: 'Only the managers above.' });
    expect(outcomes[5]).toEqual({ personId: '005f', assignmentId: 'for-005f' });
    expect(done).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('takes a record that an earlier attempt made for its own', async () => {
    const message = 'duplicate value found: Request_Key__c duplicates value on record with id: a0Z000000000001AAA';
    create.mockRejectedValueOnce({ body: { message: 'An error occurred', output: { errors: [{ message }] } } });
    await expect(assign(['005a'], TRAINING)).resolves.toEqual([
      { personId: '005a', assignmentId: 'a0Z000000000001AAA' },
    ]);
  });
});

describe('changing an assignment', () => {
  beforeEach(() => update.mockReset());

  it.each([
    [
      'withdraws',
      () => withdraw(['a', 'b']),
      [
        { Withdrawn__c: true, Id: 'a' },
        { Withdrawn__c: true, Id: 'b' },
      ],
    ],
    ['restores', () => restore(['a']), [{ Withdrawn__c: false, Id: 'a' }]],
    ['moves the due date', () => changeDueDate('a', '2026-12-01'), [{ Id: 'a', Due_On__c: '2026-12-01' }]],
    ['takes the due date away', () => changeDueDate('a', undefined), [{ Id: 'a', Due_On__c: null }]],
    [
      'reminds in the own name',
      () => remind('a', new Date('2026-11-25T08:00:00Z')),
      [{ Id: 'a', Nudged_At__c: '2026-11-25T08:00:00.000Z', Nudged_By__c: expect.stringMatching(/^005/) }],
    ],
  ] as const)('%s', async (_, change, fields) => {
    await change();
    expect(update.mock.calls.map(([input]) => input.fields)).toEqual(fields);
  });

  it('rejects with the first error, after all were tried', async () => {
    update.mockRejectedValueOnce(new Error('No.'));
    await expect(withdraw(['a', 'b'])).rejects.toThrow('No.');
    expect(update).toHaveBeenCalledTimes(2);
  });
});

it.each([
  [undefined, true],
  ['2026-11-24T13:00:00Z', false],
  ['2026-11-24T08:00:00.000+0000', true],
])('a person reminded at %s can be reminded again: %s', (at, can) => {
  expect(canRemind(at, new Date('2026-11-25T08:00:00Z'))).toBe(can);
});
