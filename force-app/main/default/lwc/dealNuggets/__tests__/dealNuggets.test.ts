import NuggetViewer from 'c/nuggetViewer';
import {
  answerGraphql,
  answerRecord,
  clearPage,
  connection,
  failGraphql,
  failRecord,
  flush,
  graphqlVariables,
  recordConfig,
  recordOf,
} from 'test/wires';
import { candidates, CONTEXT, DEAL_FIELDS, DEAL_ID, GLOBEX, NEGOTIATING, PROSPECTING } from './deal';
import { show, showDeal, showReady, titles } from './panel';

const open = jest.mocked(NuggetViewer.open);

describe('c-deal-nuggets', () => {
  afterEach(clearPage);

  describe('asks the org', () => {
    it('for the context of this deal and this person', async () => {
      await show();
      expect(graphqlVariables('DealContext')).toEqual({ recordId: DEAL_ID, userId: expect.stringMatching(/^005/) });
    });

    it('for the fields that the signals need, once they are known', async () => {
      await show();
      expect(recordConfig()?.['recordId']).toBeUndefined();
      answerGraphql('DealContext', {
        ...CONTEXT,
        Signal__c: connection([
          { Id: 'a1', Name: 'Region', Code__c: 'region', Type__c: 'text', Path__c: 'Account.Region__c' },
        ]),
      });
      await flush();
      expect(recordConfig()).toMatchObject({ recordId: DEAL_ID });
      expect(recordConfig()?.['optionalFields']).toEqual(
        expect.arrayContaining([
          'Opportunity.StageName',
          'Opportunity.Account.Industry',
          'Opportunity.Account.Region__c',
        ]),
      );
    });

    it('for candidates by the anchors of the situation, and again only when they change', async () => {
      await show();
      expect(graphqlVariables('DealCandidates')).toBeUndefined();
      await showDeal();
      const first = graphqlVariables('DealCandidates');
      expect(first?.['singles']).toEqual(
        expect.arrayContaining(['*', 'competitor=globex', 'stage=negotiation/review']),
      );
      expect(first?.['pairs']).toEqual(expect.arrayContaining(['competitor=globex&stage=negotiation/review']));
      answerRecord(recordOf('Opportunity', DEAL_ID, { ...DEAL_FIELDS, Amount: 130000 }));
      await flush();
      expect(graphqlVariables('DealCandidates')).toBe(first);
    });
  });

  describe('its states', () => {
    it('is a stencil while it loads', async () => {
      const panel = await show();
      expect(panel.find('c-state-panel').state).toBe('loading');
      await expect(panel.element).toBeAccessible();
    });

    it('shows nuggets with minutes and reasons, the better match first', async () => {
      const panel = await showReady();
      expect(titles(panel)).toEqual(['Beating Globex on total cost', 'Negotiating with procurement']);
      expect(panel.text('.total')).toBe('4 min');
      expect(panel.findAll('.pill').map(({ textContent }) => textContent)).toEqual(
        expect.arrayContaining(['Competitor: Globex', 'Your gap: Discounting 42 → 70']),
      );
      await expect(panel.element).toBeAccessible();
    });

    it('keeps to the number of nuggets of the page', async () => {
      const panel = await show({ maximumNuggets: 1 });
      await showDeal();
      answerGraphql('DealCandidates', candidates([GLOBEX], [NEGOTIATING]));
      await flush();
      expect(titles(panel)).toHaveLength(1);
    });

    it('says so when nothing fits', async () => {
      const panel = await showReady(candidates([], [PROSPECTING]));
      expect(panel.find('c-state-panel').state).toBe('empty');
      expect(panel.find('c-state-panel').message).toContain('No published nugget fits this deal yet');
      await expect(panel.element).toBeAccessible();
    });

    it('says so when what fits was completed lately', async () => {
      const panel = await show();
      const event = { Id: 'e1', Nugget__c: 'a01000000000001', Type__c: 'Completed', Undone__c: false };
      await showDeal(DEAL_FIELDS, {
        ...CONTEXT,
        Learning_Event__c: connection([{ ...event, CreatedDate: new Date().toISOString() }]),
      });
      answerGraphql('DealCandidates', candidates([], [NEGOTIATING]));
      await flush();
      expect(panel.find('c-state-panel').message).toContain('You are up to date');
    });

    it.each([
      ['the context', () => failGraphql('DealContext', 'No access to readiness')],
      [
        'the record',
        async () => {
          answerGraphql('DealContext', CONTEXT);
          await flush();
          failRecord('No access to readiness');
        },
      ],
      [
        'the candidates',
        async () => {
          await showDeal();
          failGraphql('DealCandidates', 'No access to readiness');
        },
      ],
    ])('says what happened when %s failed, and recovers', async (_, fail) => {
      const panel = await show();
      await fail();
      await flush();
      expect(panel.find('c-state-panel').state).toBe('error');
      expect(panel.find('c-state-panel').message).toBe('No access to readiness');
      await expect(panel.element).toBeAccessible();
      await panel.fire('c-state-panel', 'retry');
      await showDeal();
      answerGraphql('DealCandidates', candidates([GLOBEX]));
      await flush();
      expect(titles(panel)).toEqual(['Beating Globex on total cost']);
    });

    it('tries the failed request again', async () => {
      const panel = await show();
      const refresh = failGraphql('DealContext', 'Away');
      await flush();
      await panel.fire('c-state-panel', 'retry');
      expect(refresh).toHaveBeenCalledTimes(1);
    });
  });

  it('changes its nuggets when the stage changes on the page', async () => {
    const panel = await showReady();
    answerRecord(recordOf('Opportunity', DEAL_ID, { ...DEAL_FIELDS, StageName: 'Prospecting' }));
    await flush();
    expect(graphqlVariables('DealCandidates')?.['singles']).toContain('stage=prospecting');
    answerGraphql('DealCandidates', candidates([], [PROSPECTING]));
    await flush();
    expect(titles(panel)).toEqual(['Opening a first call']);
  });

  it('leaves out an admin-added signal with a mistake, and says so', async () => {
    const panel = await show();
    const broken = { Id: 'a1', Name: 'Broken', Code__c: 'stage', Type__c: 'text', Path__c: 'X__c' };
    await showDeal(DEAL_FIELDS, { ...CONTEXT, Signal__c: connection([broken]) });
    answerGraphql('DealCandidates', candidates([GLOBEX]));
    await flush();
    await panel.click('.why-toggle');
    expect(panel.text('.why')).toContain('Broken');
  });

  it('explains on request why these', async () => {
    const panel = await showReady();
    expect(panel.has('.why')).toBe(false);
    await panel.click('.why-toggle');
    expect(panel.text('.why')).toContain('at most 3 nuggets and 5 minutes');
    expect(panel.find('.why-toggle').label).toBe('Hide why');
    await expect(panel.element).toBeAccessible();
  });

  it('opens the viewer for this deal, then asks for what changed', async () => {
    const panel = await show();
    const refresh = await showDeal();
    answerGraphql('DealCandidates', candidates([GLOBEX]));
    await flush();
    await panel.click('.open');
    expect(open).toHaveBeenCalledWith(
      expect.objectContaining({
        label: 'Beating Globex on total cost',
        nuggetId: 'a01000000000002',
        opportunityId: DEAL_ID,
      }),
    );
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('opens with a button whose name is the title', async () => {
    const panel = await showReady();
    const button = panel.find<HTMLButtonElement>('.open');
    expect(button).toBeInstanceOf(HTMLButtonElement);
    expect(button.type).toBe('button');
    expect(button.textContent).toBe('Beating Globex on total cost');
  });

  it('says so when what changed by reading could not be loaded, and recovers', async () => {
    const panel = await show();
    const refresh = await showDeal();
    answerGraphql('DealCandidates', candidates([GLOBEX]));
    await flush();
    refresh.mockRejectedValueOnce({ body: { message: 'The server is away.' } });
    await panel.click('.open');
    await flush();
    expect(panel.find('c-state-panel').state).toBe('error');
    expect(panel.find('c-state-panel').message).toBe('The server is away.');
    refresh.mockRejectedValueOnce({ body: { message: 'Still away.' } });
    await panel.fire('c-state-panel', 'retry');
    await flush();
    expect(panel.find('c-state-panel').message).toBe('Still away.');
    await panel.fire('c-state-panel', 'retry');
    await flush();
    expect(refresh).toHaveBeenCalledTimes(3);
    expect(titles(panel)).toEqual(['Beating Globex on total cost']);
  });

  it('marks what was read without moving anything', async () => {
    const panel = await showReady();
    const event = { Id: 'e1', Nugget__c: 'a01000000000002', Type__c: 'Completed', Undone__c: false };
    answerGraphql('DealContext', {
      ...CONTEXT,
      Learning_Event__c: connection([{ ...event, CreatedDate: new Date().toISOString() }]),
    });
    await flush();
    answerGraphql('DealCandidates', candidates([GLOBEX], [NEGOTIATING]));
    await flush();
    expect(titles(panel)).toEqual(['Beating Globex on total cost', 'Negotiating with procurement']);
    expect(panel.find('.kind').alternativeText).toBe('Read');
  });
});
