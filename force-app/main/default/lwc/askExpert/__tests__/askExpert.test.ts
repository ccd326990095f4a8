import AskExpert from 'c/askExpert';
import USER_ID from '@salesforce/user/Id';
import { mount, type Mounted } from 'test/mount';
import { answerGraphql, clearPage, connection, failGraphql, flush } from 'test/wires';

const ANA = '005000000000002AAA';
const BEN = '005000000000003AAA';
const CARA = '005000000000004AAA';
const DREW = '005000000000005AAA';
const at = new Date(Date.now() - 86_400_000).toISOString();

const answer = (id: string, personId: string, name: string, questionId: string, title: string, more: object = {}) => ({
  Id: id,
  CreatedDate: at,
  OwnerId: personId,
  Owner: { Name: name, IsActive: true },
  Question__r: { Id: questionId, Title__c: title, OwnerId: '005000000000009AAA' },
  ...more,
});

const history = {
  Answer__c: connection([
    answer('a1', ANA, 'Ana Ruiz', 'q1', 'How do we beat Globex on price?'),
    answer('a2', ANA, 'Ana Ruiz', 'q2', 'Does Globex include support?'),
    answer('a3', BEN, 'Ben Okafor', 'q1', 'How do we beat Globex on price?'),
    answer('a4', CARA, 'Cara Lind', 'q3', 'Which legal entity signs?'),
    answer('a5', DREW, 'Drew Poe', 'q2', 'Does Globex include support?', {
      Owner: { Name: 'Drew Poe', IsActive: false },
    }),
    answer('a6', USER_ID, 'Me', 'q2', 'Does Globex include support?'),
  ]),
  Tagging__c: connection([
    { Id: 't1', Question__c: 'q1', Tag__r: { Name: 'Globex', Key__c: 'globex' } },
    { Id: 't2', Question__c: 'q2', Tag__r: { Name: 'Globex', Key__c: 'globex' } },
  ]),
};

async function show(requests: object[] = [], preferences: object[] = []): Promise<Mounted> {
  const panel = await mount('c-ask-expert', AskExpert, { questionTitle: 'What does Globex cost?' });
  answerGraphql('Experts', { Expertise__c: connection([]), Knowledge_Preference__c: connection(preferences) });
  answerGraphql('AnswerHistory', { ...history, Expert_Request__c: connection(requests) });
  await flush();
  return panel;
}

const names = (panel: Mounted): unknown[] => panel.findAll('.choose').map(({ label }) => label);

async function choose(panel: Mounted, index: number, checked: boolean): Promise<void> {
  const box = panel.findAll('.choose')[index];
  box?.dispatchEvent(new CustomEvent('change', { detail: { checked } }));
  await flush();
}

describe('c-ask-expert', () => {
  afterEach(clearPage);

  it('proposes those whose answers have to do with it, with reasons, likeliest first', async () => {
    const panel = await show();
    expect(names(panel)).toEqual(['Ana Ruiz', 'Ben Okafor']);
    expect(panel.text('.reasons')).toContain('Answered about Globex');
    expect(panel.text('.reasons')).toContain('2 answers in the last 30 days');
    await expect(panel.element).toBeAccessible();
  });

  it('spreads load: whom many questions wait for comes later, and it says so', async () => {
    const waiting = Array.from({ length: 9 }, (_, index) => ({ Id: `r${index}`, Person__c: ANA }));
    const panel = await show(waiting);
    expect(names(panel)).toEqual(['Ben Okafor', 'Ana Ruiz']);
    expect(panel.findAll('.reasons')[1]?.textContent).toContain('9 questions wait for an answer');
  });

  it('proposes nobody who does not want to be named', async () => {
    const panel = await show([], [{ Id: 'k1', OwnerId: ANA, Hide_Expertise__c: true }]);
    expect(names(panel)).toEqual(['Ben Okafor']);
  });

  it('says who was chosen, and keeps them while the words change', async () => {
    const panel = await show();
    const chosen = jest.fn();
    panel.element.addEventListener('choose', (event) => chosen((event as CustomEvent<object>).detail));
    await choose(panel, 1, true);
    expect(chosen).toHaveBeenLastCalledWith({ personIds: [BEN] });
    Object.assign(panel.element, { questionTitle: 'Which legal entity signs here?' });
    await flush();
    expect(names(panel)[0]).toBe('Ben Okafor');
    expect(names(panel)).toContain('Cara Lind');
    await choose(panel, 0, false);
    expect(chosen).toHaveBeenLastCalledWith({ personIds: [] });
  });

  it('says that nobody answered anything like it, that it loads, and that it could not be read', async () => {
    const panel = await mount('c-ask-expert', AskExpert, { questionTitle: 'Xyzzy' });
    expect(panel.text('.note')).toContain('Loading');
    await expect(panel.element).toBeAccessible();
    answerGraphql('Experts', { Expertise__c: connection([]), Knowledge_Preference__c: connection([]) });
    answerGraphql('AnswerHistory', { ...history, Expert_Request__c: connection([]) });
    await flush();
    expect(panel.text('.note')).toContain('Nobody has answered anything like it');
    await expect(panel.element).toBeAccessible();
    failGraphql('AnswerHistory', 'No access.');
    await flush();
    expect(panel.text('.note')).toContain('You can ask all the same');
    await expect(panel.element).toBeAccessible();
  });
});
