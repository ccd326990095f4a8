import { answerGraphql, clearPage, connection, failGraphql, flush, graphqlVariables } from 'test/wires';
import { answer, choose, COST, details, nugget, RECORD, search, show, showChoices, titles } from './training';

describe('c-assign-training', () => {
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
});
