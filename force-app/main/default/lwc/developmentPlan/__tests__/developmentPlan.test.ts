import AssignTraining from 'c/assignTraining';
import DevelopmentPlan from 'c/developmentPlan';
import NuggetViewer from 'c/nuggetViewer';
import { updateRecord } from 'lightning/uiRecordApi';
import { mount, type Mounted } from 'test/mount';
import { answerGraphql, clearPage, failGraphql, flush, graphqlVariables } from 'test/wires';
import { assignment, evidenceAnswer, ME, PATH_ITEM, planAnswer } from './plan';

const update = jest.mocked(updateRecord);
const openNugget = jest.mocked(NuggetViewer.open);
const openAssign = jest.mocked(AssignTraining.open);

const show = (recordId?: string): Promise<Mounted> =>
  mount('c-development-plan', DevelopmentPlan, recordId ? { recordId } : {});

async function showPlan(items: object[], evidence: object = evidenceAnswer(), recordId?: string): Promise<Mounted> {
  const plan = await show(recordId);
  answerGraphql('DevelopmentPlan', planAnswer(items, recordId ?? ME));
  await flush();
  answerGraphql('PlanEvidence', evidence);
  await flush();
  return plan;
}

const titles = (plan: Mounted): (string | null)[] => plan.findAll('.item .title').map((e) => e.textContent);
const menu = (plan: Mounted): unknown[] => plan.findAll('lightning-menu-item').map(({ label }) => label);
const select = (plan: Mounted, value: string): Promise<void> => plan.fire('.menu', 'select', { value });

describe('c-development-plan', () => {
  beforeEach(() => update.mockResolvedValue({ apiName: '', id: '', fields: {} }));
  afterEach(clearPage);

  describe('its states', () => {
    it('is a stencil until the evidence is there', async () => {
      const plan = await show();
      expect(graphqlVariables('DevelopmentPlan')).toEqual({ personId: ME });
      answerGraphql('DevelopmentPlan', planAnswer([assignment('a0Z1')]));
      await flush();
      expect(plan.find('c-state-panel').state).toBe('loading');
      expect(graphqlVariables('PlanEvidence')).toEqual({ personId: ME, nuggetIds: ['a01n', 'a01x', 'a01y'] });
      await expect(plan.element).toBeAccessible();
    });

    it('shows what to learn, from whom, why, by when, and how far it is by the evidence', async () => {
      const item = assignment('a0Z1', { Due_On__c: '2020-10-03', Note__c: 'Before the Globex call' });
      const plan = await showPlan([PATH_ITEM, item], evidenceAnswer(['a01n', 'a01x'], ['q1']));
      expect(titles(plan)).toEqual(['Trade, never give', 'Beating Globex']);
      const words = plan.findAll('.words').map((e) => e.textContent?.replace(/\s+/g, ' ').trim());
      expect(words[0]).toContain('Was due Oct 3, 2020');
      expect(words[0]).toContain('Overdue');
      expect(words[0]).toContain('From Ben Okafor · Closes a gap: Negotiation');
      expect(words[0]).toContain('“Before the Globex call”');
      expect(words[0]).toContain('50% done');
      expect(words[0]).toContain('2 checks left');
      expect(words[1]).toContain('Your own choice');
      expect(words[1]).toContain('1 of 2 nuggets left, 3 min');
      await expect(plan.element).toBeAccessible();
    });

    it.each([
      ['the own plan', undefined, 'Nothing in your plan', true],
      ['the plan of a report', '005report', 'Nothing in this plan', true],
    ])('says what to do where %s is empty', async (_, recordId, heading, mayAdd) => {
      const plan = await showPlan([], undefined, recordId);
      expect(plan.find('c-state-panel').heading).toBe(heading);
      expect(plan.has('.add')).toBe(mayAdd);
      await expect(plan.element).toBeAccessible();
    });

    it('says so where the plan is not for the reader', async () => {
      const plan = await show('005peer');
      const { Assignment__c } = planAnswer([]) as Record<string, unknown>;
      const none = { edges: [] };
      answerGraphql('DevelopmentPlan', { User: none, Assignment__c, Path_Step__c: none, Readiness__c: none });
      await flush();
      expect(plan.find('c-state-panel').heading).toBe('This plan is not shown to you');
      expect(plan.has('.add')).toBe(false);
    });

    it.each(['DevelopmentPlan', 'PlanEvidence'])('says what happened when %s fails, and tries again', async (query) => {
      const plan = await show();
      answerGraphql('DevelopmentPlan', planAnswer([assignment('a0Z1')]));
      await flush();
      const refresh = failGraphql(query, 'The server is away.');
      await flush();
      expect(plan.find('c-state-panel').message).toBe('The server is away.');
      await expect(plan.element).toBeAccessible();
      await plan.fire('c-state-panel', 'retry');
      expect(refresh).toHaveBeenCalledTimes(1);
    });
  });

  it('folds what is done', async () => {
    const plan = await showPlan([assignment('a0Z1')], evidenceAnswer(['a01n'], ['q1', 'q2', 'q3']));
    expect(plan.find('c-state-panel').heading).toBe('All done');
    expect(plan.text('.done')).toContain('Done lately (1) Trade, never give Done Jan 6');
    await expect(plan.element).toBeAccessible();
  });

  it('tells kindly who reminded', async () => {
    const plan = await showPlan([assignment('a0Z1', { Nudged_At__c: '2020-10-12T10:00:00.000Z' })]);
    expect(plan.text('.reminder')).toBe('Ben Okafor reminded you on Oct 12, 2020');
  });

  it.each([
    ['Start', 'a01x', []],
    ['Continue', 'a01y', ['a01x']],
  ])('%ss a path at the right nugget, then asks again', async (label, nuggetId, completed) => {
    const plan = await show();
    const refresh = answerGraphql('DevelopmentPlan', planAnswer([PATH_ITEM]));
    await flush();
    answerGraphql('PlanEvidence', evidenceAnswer(completed));
    await flush();
    expect(plan.find('.start').label).toBe(label);
    await plan.click('.start');
    expect(openNugget).toHaveBeenCalledWith(expect.objectContaining({ nuggetId }));
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  describe('in the own plan', () => {
    it('lets only own choices be removed, with undo', async () => {
      const assigned = await showPlan([assignment('a0Z1', { Due_On__c: '2099-01-01' })]);
      expect(menu(assigned)).toEqual(['Add to calendar']);
      clearPage();
      const plan = await showPlan([PATH_ITEM]);
      expect(menu(plan)).toEqual(['Change due date', 'Remove from my plan']);
      await select(plan, 'remove');
      expect(update).toHaveBeenLastCalledWith({ fields: { Id: 'a0Zp', Withdrawn__c: true } });
      expect(plan.text('.notice')).toContain('Removed: Beating Globex');
      await plan.click('.undo');
      expect(update).toHaveBeenLastCalledWith({ fields: { Id: 'a0Zp', Withdrawn__c: false } });
      expect(plan.has('.notice')).toBe(false);
    });

    it('adds what closes the widest gap that is probably real, with undo', async () => {
      openAssign.mockResolvedValueOnce({ assignmentIds: ['a0Z1'] });
      const plan = await showPlan([assignment('a0Z1')]);
      await plan.click('.add');
      await flush();
      expect(openAssign).toHaveBeenCalledWith(
        expect.objectContaining({
          people: [{ id: ME, name: 'Ana Ruiz' }],
          skillId: 'a03',
          skillName: 'Negotiation',
          reason: 'Own Choice',
        }),
      );
      expect(plan.text('.notice')).toContain('Added to the plan: Trade, never give');
      await plan.click('.undo');
      expect(update).toHaveBeenLastCalledWith({ fields: { Id: 'a0Z1', Withdrawn__c: true } });
    });

    it('offers the due days as a calendar file', async () => {
      const plan = await showPlan([assignment('a0Z1', { Due_On__c: '2099-01-01' }), PATH_ITEM]);
      const href = decodeURIComponent(plan.find<HTMLAnchorElement>('.calendar').href);
      expect(href).toContain('UID:a0Z1@fluency\r\n');
      expect(href.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    });

    it('has no calendar where nothing is due', async () => {
      const plan = await showPlan([PATH_ITEM]);
      expect(plan.has('.calendar')).toBe(false);
    });
  });

  describe('to a manager', () => {
    const REPORT = '005report';

    it('offers to remind, to move the due date and to withdraw, and no start', async () => {
      const plan = await showPlan([assignment('a0Z1')], undefined, REPORT);
      expect(menu(plan)).toEqual(['Remind', 'Change due date', 'Withdraw']);
      expect(plan.has('.start')).toBe(false);
      expect(plan.find('.add').label).toBe('Assign');
      await select(plan, 'remind');
      expect(update.mock.calls[0]?.[0].fields).toMatchObject({ Id: 'a0Z1', Nudged_By__c: ME });
      expect(plan.text('.notice')).toBe('Reminder sent for Trade, never give');
    });

    it('lets nobody be reminded twice within a day', async () => {
      const plan = await showPlan([assignment('a0Z1', { Nudged_At__c: new Date().toISOString() })], undefined, REPORT);
      expect(menu(plan)[0]).toBe('Reminded within the last day');
      expect(plan.find('lightning-menu-item').disabled).toBe(true);
      expect(plan.text('.reminder')).toMatch(/^Reminded on /);
    });

    it('moves the due date', async () => {
      const plan = await showPlan([assignment('a0Z1')], undefined, REPORT);
      await select(plan, 'due');
      const input = plan.find('.due-input');
      Object.assign(input, { value: '2099-02-03', reportValidity: () => true });
      await plan.click('.save-due');
      await flush();
      expect(update).toHaveBeenCalledWith({ fields: { Id: 'a0Z1', Due_On__c: '2099-02-03' } });
      expect(plan.has('.due-input')).toBe(false);
    });

    it('keeps the date open while it is not allowed, and closes it on cancel', async () => {
      const plan = await showPlan([assignment('a0Z1')], undefined, REPORT);
      await select(plan, 'due');
      Object.assign(plan.find('.due-input'), { reportValidity: () => false });
      await plan.click('.save-due');
      expect(update).not.toHaveBeenCalled();
      await plan.click('.cancel-due');
      expect(plan.has('.due-input')).toBe(false);
    });

    it('says so when the org refuses', async () => {
      update.mockRejectedValueOnce({ body: { message: 'Only the managers above.' } });
      const plan = await showPlan([assignment('a0Z1')], undefined, REPORT);
      await select(plan, 'remove');
      await flush();
      expect(plan.text('.action-error')).toBe('That was not saved · Only the managers above.');
      expect(plan.has('.notice')).toBe(false);
    });
  });
});
