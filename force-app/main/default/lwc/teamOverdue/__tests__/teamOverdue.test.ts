import { remind } from 'c/assignments';
import { today } from 'c/dates';
import USER_ID from '@salesforce/user/Id';
import TeamOverdue from 'c/teamOverdue';
import { mount, type Mounted } from 'test/mount';
import { answerGraphql, clearPage, connection, failGraphql, flush, graphqlVariables } from 'test/wires';

jest.mock('c/assignments', () => ({
  ...jest.requireActual<object>('c/assignments'),
  remind: jest.fn().mockResolvedValue(undefined),
}));
const reminded = jest.mocked(remind);

const ago = (days: number): Date => new Date(Date.now() - days * 86_400_000);
const assignment = (
  id: string,
  personId: string,
  days: number,
  nudged: Date | null = null,
  managerId = USER_ID,
): object => ({
  Id: id,
  Due_On__c: today(ago(days)),
  Nudged_At__c: nudged?.toISOString() ?? null,
  Person__c: personId,
  Person__r: { Name: `Person ${personId}`, ManagerId: '005x', Manager: { ManagerId: managerId } },
  Nugget__r: { Name: 'Trade, never give' },
  Learning_Path__r: null,
  Skill__r: null,
});

const show = (properties: object = {}): Promise<Mounted> => mount('c-team-overdue', TeamOverdue, properties);

async function showList(rows: object[], properties: object = {}): Promise<Mounted> {
  const list = await show(properties);
  answerGraphql('TeamOverdue', { Assignment__c: connection(rows) });
  await flush();
  return list;
}

describe('c-team-overdue', () => {
  afterEach(clearPage);

  it('asks for what was due before today', async () => {
    await show();
    expect(graphqlVariables('TeamOverdue')).toMatchObject({ today: today(new Date()) });
  });

  it('is a stencil, then a list, longest overdue first', async () => {
    const list = await show();
    expect(list.find('c-state-panel').state).toBe('loading');
    await expect(list.element).toBeAccessible();
    answerGraphql('TeamOverdue', { Assignment__c: connection([assignment('a1', 'A', 9), assignment('a2', 'B', 1)]) });
    await flush();
    expect(list.findAll('.row').map(({ textContent }) => textContent?.trim())).toEqual([
      expect.stringMatching(/^Person ATrade, never give9 days overdue/),
      expect.stringMatching(/^Person BTrade, never give1 day overdue/),
    ]);
    await expect(list.element).toBeAccessible();
  });

  it('reminds, once a day', async () => {
    const list = await show();
    const refresh = answerGraphql('TeamOverdue', {
      Assignment__c: connection([assignment('a1', 'A', 9, ago(3)), assignment('a2', 'B', 2, ago(0))]),
    });
    await flush();
    expect(list.findAll('.remind').map(({ disabled }) => disabled)).toEqual([false, true]);
    await list.click('.remind');
    await flush();
    expect(reminded).toHaveBeenCalledWith('a1', expect.any(Date));
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('offers to remind as soon as the org takes it, which is not by the calendar', async () => {
    const list = await showList([assignment('a1', 'A', 9, ago(0.5)), assignment('a2', 'B', 2, ago(0.9))]);
    expect(list.findAll('.remind').map(({ disabled }) => disabled)).toEqual([true, false]);
  });

  it('offers to remind only to the managers above', async () => {
    const list = await showList([assignment('a1', 'A', 9, null, '005other')]);
    expect(list.findAll('.row')).toHaveLength(1);
    expect(list.has('.remind')).toBe(false);
    await expect(list.element).toBeAccessible();
  });

  it('says why a reminder was refused', async () => {
    reminded.mockRejectedValueOnce({ body: { message: 'Reminded today already.' } });
    const list = await showList([assignment('a1', 'A', 9)]);
    await list.click('.remind');
    await flush();
    expect(list.text('.error')).toBe('Reminded today already.');
  });

  it('keeps to the people that are shown, five first', async () => {
    const rows = Array.from({ length: 7 }, (_, i) => assignment(`a${i}`, i < 6 ? 'A' : 'B', 9 - i));
    const list = await showList(rows, { personIds: new Set(['A']) });
    expect(list.findAll('.row')).toHaveLength(5);
    await list.click('.more');
    expect(list.findAll('.row')).toHaveLength(6);
  });

  it('says when nothing is overdue, and when that is not known', async () => {
    const list = await showList([]);
    expect(list.text('.none')).toBe('Nothing is overdue.');
    await expect(list.element).toBeAccessible();
    const refresh = failGraphql('TeamOverdue', 'The server is away.');
    await flush();
    expect(list.find('c-state-panel').message).toBe('The server is away.');
    await list.fire('c-state-panel', 'retry');
    expect(refresh).toHaveBeenCalledTimes(1);
  });
});
