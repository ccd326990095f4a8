import MyNextActions from 'c/myNextActions';
import NuggetViewer from 'c/nuggetViewer';
import { mount, type Mounted } from 'test/mount';
import { answerGraphql, clearPage, connection, failGraphql, flush, graphqlVariables } from 'test/wires';

const open = jest.mocked(NuggetViewer.open);

const row = (code: string, more: object = {}): object => ({
  Id: `a05-${code}`,
  Scope__c: 'Skill',
  Person__c: '005',
  Score__c: 42,
  Lower__c: 30,
  Upper__c: 55,
  Target__c: 70,
  Gap_Flagged__c: false,
  Evidence_Count__c: 5,
  Enough_Evidence__c: true,
  Due_For_Review__c: null,
  Computed_At__c: '2026-11-23T14:00:00.000Z',
  Skill__r: { Code__c: code, Name: code.toUpperCase() },
  ...more,
});
const DUE = row('due', { Due_For_Review__c: '2020-10-03' });
const GAP = row('gap', { Gap_Flagged__c: true });
const THIN = row('thin', { Enough_Evidence__c: false });
const FINE = row('fine', { Score__c: 90, Lower__c: 88, Upper__c: 92, Target__c: 20 });
const NEAR = row('near', { Score__c: 72, Lower__c: 64, Upper__c: 80 });
const OVERALL = row('x', { Id: 'a05o', Scope__c: 'Overall', Skill__r: null });

const answer = (rows: object[]): object => ({ Readiness__c: connection(rows), Learning_Event__c: connection([]) });
const nuggets = {
  Nugget__c: connection([
    {
      Id: 'a01',
      Name: 'Trade, never give',
      Minutes__c: 2,
      Level__c: 1,
      Nugget_Skills__r: [{ Weight__c: 1, Skill__r: { Code__c: 'due' } }],
    },
  ]),
};

const show = (): Promise<Mounted> => mount('c-my-next-actions', MyNextActions);

async function showActions(rows: object[]): Promise<Mounted> {
  const actions = await show();
  answerGraphql('NextActions', answer(rows));
  await flush();
  answerGraphql('SkillNuggets', nuggets);
  await flush();
  return actions;
}

const texts = (actions: Mounted): (string | null)[] => actions.findAll('.text').map(({ textContent }) => textContent);

describe('c-my-next-actions', () => {
  afterEach(clearPage);

  it('asks for the own readiness', async () => {
    await show();
    expect(graphqlVariables('NextActions')).toEqual({ userId: expect.stringMatching(/^005/) });
  });

  it('is a stencil while it loads', async () => {
    const actions = await show();
    expect(actions.find('c-state-panel').state).toBe('loading');
    await expect(actions.element).toBeAccessible();
  });

  it('shows where most can be closed first, with the nugget to do it with', async () => {
    const actions = await showActions([FINE, NEAR, GAP, DUE, OVERALL]);
    expect(texts(actions)).toEqual(['Review DUE', 'Close the gap in GAP', 'Find out where you stand in NEAR']);
    expect(actions.text('.action')).toContain('Due since Oct 3, 2020 · Trade, never give, 2 min');
    expect(actions.find('c-readiness-bar').score).toBe(42);
    expect(graphqlVariables('SkillNuggets')).toEqual({ skillCodes: ['due', 'gap', 'near'] });
    await expect(actions.element).toBeAccessible();
  });

  it('puts first what the own role asks for most', async () => {
    const target = (role: string, code: string, weight: number): object => ({
      Id: `a06-${role}-${code}`,
      Sales_Role__c: role,
      Weight__c: weight,
      Skill__r: { Code__c: code },
    });
    const first = async (role: string): Promise<string | null | undefined> => {
      const actions = await show();
      answerGraphql('NextActions', {
        ...answer([row('minor', { Score__c: 40 }), row('major')]),
        User: connection([{ Id: '005', Sales_Role__c: role }]),
        Skill_Target__c: connection([
          target('Sales Engineer', 'minor', 3),
          target('Account Executive', 'minor', 1),
          target('Account Executive', 'major', 3),
        ]),
      });
      await flush();
      return texts(actions)[0];
    };
    expect(await first('Account Executive')).toBe('Close the gap in MAJOR');
    clearPage();
    expect(await first('Sales Engineer')).toBe('Close the gap in MINOR');
  });

  it('asks to find out where one stands where too little is known', async () => {
    const actions = await showActions([FINE, THIN]);
    expect(texts(actions)).toEqual(['Find out where you stand in THIN']);
    expect(actions.text('.action')).toContain('No nugget for this skill yet');
  });

  it('says so when the nuggets could not be loaded', async () => {
    const actions = await show();
    answerGraphql('NextActions', answer([GAP]));
    await flush();
    expect(actions.text('.action')).toBe('Close the gap in GAP 42 of 70 ·');
    failGraphql('SkillNuggets', 'Away');
    await flush();
    expect(actions.text('.action')).toContain('The nuggets could not be loaded');
  });

  it('opens the nugget, then asks again', async () => {
    const actions = await show();
    const refresh = answerGraphql('NextActions', answer([DUE]));
    await flush();
    answerGraphql('SkillNuggets', nuggets);
    await flush();
    await actions.click('.start');
    expect(open).toHaveBeenCalledWith(expect.objectContaining({ nuggetId: 'a01', label: 'Trade, never give' }));
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['after a nugget', '.start', 'click'],
    ['by hand', 'c-as-of', 'refresh'],
  ])('says so when asking again %s fails, and recovers', async (_, selector, event) => {
    const actions = await show();
    const refresh = answerGraphql('NextActions', answer([DUE]));
    await flush();
    answerGraphql('SkillNuggets', nuggets);
    await flush();
    refresh.mockRejectedValueOnce({ body: { message: 'The server is away.' } });
    await actions.fire(selector, event);
    await flush();
    expect(actions.find('c-state-panel').state).toBe('error');
    expect(actions.find('c-state-panel').message).toBe('The server is away.');
    await actions.fire('c-state-panel', 'retry');
    await flush();
    expect(refresh).toHaveBeenCalledTimes(2);
    expect(texts(actions)).toEqual(['Review DUE']);
  });

  it.each([
    ['nothing is to do', [FINE], 'Nothing to do'],
    ['nothing is computed yet', [], 'Your readiness is not computed yet'],
  ])('says so when %s', async (_, rows, heading) => {
    const actions = await showActions(rows);
    expect(actions.find('c-state-panel').heading).toBe(heading);
    await expect(actions.element).toBeAccessible();
  });

  it('says what happened on an error, tries again, and recovers', async () => {
    const actions = await show();
    const refresh = failGraphql('NextActions', 'The server is away.');
    await flush();
    expect(actions.find('c-state-panel').message).toBe('The server is away.');
    await expect(actions.element).toBeAccessible();
    await actions.fire('c-state-panel', 'retry');
    expect(refresh).toHaveBeenCalledTimes(1);
    answerGraphql('NextActions', answer([GAP]));
    await flush();
    expect(texts(actions)).toEqual(['Close the gap in GAP']);
  });
});
