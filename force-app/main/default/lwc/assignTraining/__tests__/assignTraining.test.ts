import AssignTraining from 'c/assignTraining';
import USER_ID from '@salesforce/user/Id';
import { createRecord, type RecordRepresentation } from 'lightning/uiRecordApi';
import { mount, type Mounted } from 'test/mount';
import { answerGraphql, clearPage, connection, failGraphql, flush, graphqlVariables } from 'test/wires';

const create = jest.mocked(createRecord);

const ANA = { id: '005a', name: 'Ana Ruiz' };
const CEM = { id: '005c', name: 'Cem Aydin' };
const nugget = (id: string, name: string): object => ({ Id: id, Name: name, Minutes__c: 2 });
const GIVE = nugget('a01g', 'Trade, never give');
const COST = nugget('a01c', 'Total cost');
const step = (id: string): object => ({ Nugget__c: id, Nugget__r: { Minutes__c: 3 } });
const PATH = { Id: 'a0Pc', Name: 'Negotiating to a close', Path_Steps__r: [step('a01g'), step('a01x')] };
const OTHER_PATH = { Id: 'a0Po', Name: 'New in role', Path_Steps__r: [step('a01x')] };
const RECORD = { Id: 'a0R', Nugget__c: 'a01c', People__c: 31, Mean_Gain__c: 14.2, Lower__c: 9.4, Upper__c: 18.6 };

const answer = (planned: object[] = [], more: object = {}): object => ({
  chosen: connection([]),
  Nugget__c: connection([GIVE, COST]),
  Learning_Path__c: connection([OTHER_PATH, PATH]),
  Training_Record__c: connection([RECORD]),
  Assignment__c: connection(planned),
  ...more,
});

const show = (properties: object = {}): Promise<Mounted> =>
  mount('c-assign-training', AssignTraining, {
    label: 'Assign training',
    people: [ANA, CEM],
    reason: 'Gap',
    skillId: 'a03',
    skillName: 'Negotiation',
    ...properties,
  });

async function showChoices(properties: object = {}, planned: object[] = []): Promise<Mounted> {
  const modal = await show(properties);
  answerGraphql('Training', answer(planned));
  await flush();
  return modal;
}

async function choose(modal: Mounted, id: string): Promise<void> {
  await modal.fire(`input[value="${id}"]`, 'change');
}

async function search(modal: Mounted, value: string): Promise<void> {
  await modal.fire('.search', 'change', { value });
}

async function assign(modal: Mounted): Promise<void> {
  modal.find('.due')['reportValidity'] = () => true;
  await modal.click('.assign');
  await flush();
}

const titles = (modal: Mounted): (string | null)[] => modal.findAll('.title').map(({ textContent }) => textContent);
const details = (modal: Mounted): (string | null)[] =>
  modal.findAll('.words .quiet').map(({ textContent }) => textContent);
const closed = (modal: Mounted): jest.Mock => {
  const listener = jest.fn();
  modal.element.addEventListener('close', (event) => listener((event as CustomEvent).detail));
  return listener;
};

describe('c-assign-training', () => {
  beforeEach(() => {
    Object.assign(crypto, { randomUUID: () => 'u' });
    create.mockImplementation(({ fields }) =>
      Promise.resolve({ id: `for-${fields['Person__c']}` } as RecordRepresentation),
    );
  });
  afterEach(clearPage);

  describe('its states', () => {
    it('is a stencil while it loads, and asks for the skill and the people', async () => {
      const modal = await show();
      expect(modal.find('c-state-panel').state).toBe('loading');
      expect(graphqlVariables('Training')).toEqual({
        skillId: 'a03',
        nuggetId: undefined,
        personIds: ['005a', '005c'],
      });
      await expect(modal.element).toBeAccessible();
    });

    it('offers what serves the skill, the best record first, then paths, then the target itself', async () => {
      const modal = await showChoices();
      expect(titles(modal)).toEqual([
        'Total cost',
        'Trade, never give',
        'Negotiating to a close',
        'Reach the target in Negotiation',
      ]);
      expect(details(modal)).toEqual([
        '2 min · +14 points on average, likely between +9 and +19, from 31 people',
        '2 min · Too little data on what it does to this gap',
        'Path of 2 nuggets, 6 min',
        'Any way that works, until readiness is at the target',
      ]);
      expect(modal.text('.for-whom')).toBe('For Ana Ruiz, Cem Aydin');
      await expect(modal.element).toBeAccessible();
    });

    it('puts first what gained most at the lower end, so that it agrees with what is recommended', async () => {
      const lucky = { Id: 'a0S', Nugget__c: 'a01g', People__c: 6, Mean_Gain__c: 17, Lower__c: -3.4, Upper__c: 37 };
      const modal = await show();
      answerGraphql('Training', answer([], { Training_Record__c: connection([lucky, RECORD]) }));
      await flush();
      expect(titles(modal).slice(0, 2)).toEqual(['Total cost', 'Trade, never give']);
      expect(details(modal)[1]).toBe('2 min · +17 points on average, likely between −3 and +37, from 6 people');
    });

    it('asks to search where nothing is suggested', async () => {
      const modal = await show({ skillId: undefined });
      answerGraphql('Training', answer([], { Nugget__c: connection([]), Learning_Path__c: connection([]) }));
      await flush();
      expect(modal.text('.nothing')).toBe('Search for what is to be learned');
      await expect(modal.element).toBeAccessible();
    });

    it('says what happened on an error, tries again, and recovers', async () => {
      const modal = await show();
      const refresh = failGraphql('Training', 'The server is away.');
      await flush();
      expect(modal.find('c-state-panel').message).toBe('The server is away.');
      await expect(modal.element).toBeAccessible();
      await modal.fire('c-state-panel', 'retry');
      expect(refresh).toHaveBeenCalledTimes(1);
      answerGraphql('Training', answer());
      await flush();
      expect(titles(modal)).toContain('Total cost');
    });
  });

  describe('choosing', () => {
    it('finds paths by their title at once, and nuggets in the org', async () => {
      const modal = await showChoices();
      await search(modal, 'role');
      expect(titles(modal)).toEqual(['New in role']);
      expect(graphqlVariables('NuggetSearch')).toEqual({ pattern: '%role%' });
      answerGraphql('NuggetSearch', { Nugget__c: connection([nugget('a01r', 'Who decides: roles')]) });
      await flush();
      expect(titles(modal)).toEqual(['New in role', 'Who decides: roles']);
    });

    it('asks the org again for what was typed while it was asked', async () => {
      const modal = await showChoices();
      await search(modal, 'r');
      await search(modal, '50%_');
      expect(graphqlVariables('NuggetSearch')).toEqual({ pattern: '%r%' });
      answerGraphql('NuggetSearch', { Nugget__c: connection([]) });
      await flush();
      expect(graphqlVariables('NuggetSearch')).toEqual({ pattern: '%50\\%\\_%' });
    });

    it('says so when nothing is found, and when the search fails', async () => {
      const modal = await showChoices();
      await search(modal, 'zzz');
      answerGraphql('NuggetSearch', { Nugget__c: connection([]) });
      await flush();
      expect(modal.text('.nothing')).toBe('Nothing published has these words in its title');
      failGraphql('NuggetSearch', 'Away.');
      await flush();
      expect(modal.text('.nothing')).toBe('Away.');
    });

    it('keeps what is chosen in sight', async () => {
      const modal = await showChoices();
      await choose(modal, 'a01c');
      await search(modal, 'role');
      expect(titles(modal)).toEqual(['Total cost', 'New in role']);
    });

    it('starts with what it was opened for, due in two weeks on a working day', async () => {
      jest.useFakeTimers({ now: new Date('2026-11-28T12:00:00Z'), doNotFake: ['queueMicrotask', 'nextTick'] });
      const modal = await showChoices({ pathId: 'a0Po' });
      expect(
        modal
          .findAll('input[type="radio"]')
          .filter((radio) => radio.checked)
          .map(({ value }) => value),
      ).toEqual(['a0Po']);
      jest.useRealTimers();
      expect(modal.find('.due').value).toBe('2026-12-14');
      expect(modal.find('.assign').disabled).toBe(false);
    });

    it('offers the nugget it was opened for once, whether or not it serves the skill', async () => {
      const modal = await show({ nuggetId: 'a01s' });
      answerGraphql('Training', answer([], { chosen: connection([nugget('a01s', 'Single-threaded')]) }));
      await flush();
      expect(titles(modal)).toContain('Single-threaded');
      answerGraphql('Training', answer([], { chosen: connection([COST]) }));
      await flush();
      expect(titles(modal).filter((title) => title === 'Total cost')).toHaveLength(1);
    });

    it('leaves out who has it already', async () => {
      const modal = await showChoices({}, [{ Id: 'x', Person__c: '005c', Nugget__c: 'a01g', Learning_Path__c: null }]);
      await choose(modal, 'a01g');
      expect(modal.text('.planned')).toBe('Already in the plan of Cem Aydin: left out');
      expect(modal.find('.assign').label).toBe('Assign');
      await choose(modal, 'a01c');
      expect(modal.find('.assign').label).toBe('Assign to 2 people');
    });
  });

  describe('assigning', () => {
    it('gives each person the training and closes with the ids', async () => {
      const modal = await showChoices({ launchId: 'a0L' });
      const close = closed(modal);
      expect(modal.find('.assign').disabled).toBe(true);
      await choose(modal, 'a01g');
      await modal.fire('.note', 'change', { value: ' Before Friday ' });
      await assign(modal);
      expect(create.mock.calls[0]?.[0].fields).toMatchObject({
        Person__c: '005a',
        OwnerId: '005a',
        Nugget__c: 'a01g',
        Skill__c: 'a03',
        Launch__c: 'a0L',
        Due_On__c: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
        Note__c: 'Before Friday',
        Reason__c: 'Gap',
      });
      expect(close).toHaveBeenCalledWith({ assignmentIds: ['for-005a', 'for-005c'] });
    });

    it.each([
      ['a0Pc', { Learning_Path__c: 'a0Pc', Nugget__c: undefined }],
      ['a03', { Learning_Path__c: undefined, Nugget__c: undefined, Skill__c: 'a03' }],
    ])('gives a path or the skill itself: %s', async (id, fields) => {
      const modal = await showChoices();
      await choose(modal, id);
      await assign(modal);
      expect(create.mock.calls[0]?.[0].fields).toMatchObject(fields);
    });

    it('does nothing while the date is not allowed', async () => {
      const modal = await showChoices();
      await choose(modal, 'a01g');
      modal.find('.due')['reportValidity'] = () => false;
      await modal.click('.assign');
      expect(create).not.toHaveBeenCalled();
    });

    it('names who failed, tries those again under the same key, and closes with all ids', async () => {
      const modal = await showChoices();
      const close = closed(modal);
      create.mockImplementationOnce(() => Promise.reject({ body: { message: 'Not above.' } }));
      await choose(modal, 'a01g');
      await assign(modal);
      expect(close).not.toHaveBeenCalled();
      expect(modal.element['disableClose']).toBe(true);
      expect(modal.text('.failures')).toBe('Assigned to 1 of 2 people. Not assigned: Ana Ruiz: Not above.');
      await expect(modal.element).toBeAccessible();
      await modal.click('.try-again');
      await flush();
      const keys = create.mock.calls.map(([{ fields }]) => fields['Request_Key__c']);
      expect(keys[2]).toBe(keys[0]);
      expect(close).toHaveBeenCalledWith({ assignmentIds: ['for-005c', 'for-005a'] });
    });

    it('can be left with what worked, and with nothing', async () => {
      const modal = await showChoices();
      const close = closed(modal);
      create.mockRejectedValueOnce(new Error('No.')).mockRejectedValueOnce(new Error('No.'));
      await choose(modal, 'a01g');
      await assign(modal);
      await modal.click('.done');
      expect(close).toHaveBeenLastCalledWith(null);
    });

    it('speaks to those who choose for themselves', async () => {
      const me = [{ id: USER_ID, name: 'Ana Ruiz' }];
      const modal = await showChoices({ people: me, reason: 'Own Choice' }, [
        { Id: 'x', Person__c: USER_ID, Nugget__c: 'a01g', Learning_Path__c: null },
      ]);
      expect(modal.has('.for-whom')).toBe(false);
      expect(modal.find('.assign').label).toBe('Add to my plan');
      await choose(modal, 'a01g');
      expect(modal.text('.planned')).toBe('Already in your plan');
      create.mockRejectedValueOnce(new Error('No.'));
      await choose(modal, 'a01c');
      await assign(modal);
      expect(modal.text('.failures')).toBe('Not added to your plan: No.');
      await expect(modal.element).toBeAccessible();
    });

    it('is cancelled without a trace', async () => {
      const modal = await showChoices();
      const close = closed(modal);
      await modal.click('.cancel');
      expect(close).toHaveBeenCalledWith(null);
      expect(create).not.toHaveBeenCalled();
    });
  });
});
