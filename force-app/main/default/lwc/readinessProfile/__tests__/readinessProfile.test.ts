import type { Explanation } from 'c/core';
import NuggetViewer from 'c/nuggetViewer';
import ReadinessProfile from 'c/readinessProfile';
import USER_ID from '@salesforce/user/Id';
import { mount, type Mounted } from 'test/mount';
import { answerGraphql, clearPage, connection, failGraphql, flush, graphqlVariables } from 'test/wires';
import { OTHER, profileAnswer, ROWS, SKILL_NUGGETS } from './person';

const open = jest.mocked(NuggetViewer.open);
const show = (properties: object = {}): Promise<Mounted> => mount('c-readiness-profile', ReadinessProfile, properties);

async function showProfile(answer = profileAnswer(), properties: object = {}): Promise<Mounted> {
  const profile = await show(properties);
  answerGraphql('ReadinessProfile', answer);
  await flush();
  answerGraphql('SkillNuggets', SKILL_NUGGETS);
  await flush();
  return profile;
}

describe('c-readiness-profile', () => {
  afterEach(clearPage);

  it('asks for the person of the page, or for the own readiness', async () => {
    await show({ recordId: OTHER });
    expect(graphqlVariables('ReadinessProfile')).toEqual({ personId: OTHER });
    clearPage();
    await show();
    expect(graphqlVariables('ReadinessProfile')).toEqual({ personId: USER_ID });
  });

  describe('its states', () => {
    it('is a stencil while it loads', async () => {
      const profile = await show();
      expect(profile.find('c-state-panel').state).toBe('loading');
      await expect(profile.element).toBeAccessible();
    });

    it('shows everything about the own readiness', async () => {
      const profile = await showProfile();
      expect(profile.find('lightning-card').title).toBe('My readiness');
      expect(profile.text('.overall-numbers')).toBe('64 Target 70');
      expect(profile.find('c-as-of').value).toBe('2026-11-23T14:00:00.000Z');
      expect(profile.text()).toContain('Measured against the targets of the role Account Executive.');
      await expect(profile.element).toBeAccessible();
    });

    it('says that there is nothing yet about oneself', async () => {
      const profile = await showProfile(profileAnswer([]));
      expect(profile.find('c-state-panel').heading).toBe('No readiness yet');
      await expect(profile.element).toBeAccessible();
    });

    it("says that another person's readiness is not visible", async () => {
      const profile = await showProfile(profileAnswer([]), { recordId: OTHER });
      expect(profile.find('c-state-panel').heading).toBe('Not visible to you');
      expect(profile.find('c-state-panel').message).toContain('Only Ana Ruiz, the managers above');
      await expect(profile.element).toBeAccessible();
    });

    it('says what happened on an error, tries again, and recovers', async () => {
      const profile = await show();
      const refresh = failGraphql('ReadinessProfile', 'The server is away.');
      await flush();
      expect(profile.find('c-state-panel').message).toBe('The server is away.');
      await profile.fire('c-state-panel', 'retry');
      expect(refresh).toHaveBeenCalledTimes(1);
      answerGraphql('ReadinessProfile', profileAnswer());
      await flush();
      expect(profile.find('c-state-panel').state).toBe('ready');
    });

    it('says that too little is known rather than a score', async () => {
      const cold = ROWS.map((row) => ({ ...row, Enough_Evidence__c: false }));
      const profile = await showProfile(profileAnswer(cold));
      expect(profile.has('.overall-score')).toBe(false);
      expect(profile.text('.overall')).toContain('Still getting to know you');
      await expect(profile.element).toBeAccessible();
    });
  });

  it('puts the domain furthest below its target first and opens to its skills', async () => {
    const profile = await showProfile();
    expect(profile.findAll('.toggle').map(({ dataset }) => dataset['name'])).toEqual(['Selling Process', 'Product']);
    await profile.click('.toggle');
    expect(profile.find('.toggle').getAttribute('aria-expanded')).toBe('true');
    const skill = profile.find('.skills c-skill-readiness');
    expect(skill).toMatchObject({ isOwn: true, row: { skillName: 'Discounting' } });
    const { start, evidence, other, fading, score } = skill.explanation as Explanation;
    expect(start + evidence + other + fading).toBeCloseTo(score, 1);
    await expect(profile.element).toBeAccessible();
    await profile.click('.toggle');
    expect(profile.has('.skills')).toBe(false);
  });

  it('names the next best action and opens its nugget, then asks again', async () => {
    const profile = await show();
    const refresh = answerGraphql('ReadinessProfile', profileAnswer());
    await flush();
    expect(graphqlVariables('SkillNuggets')?.['skillCodes']).toContain('discounting');
    answerGraphql('SkillNuggets', SKILL_NUGGETS);
    await flush();
    expect(profile.text('.next')).toMatch(/^Next best .*Discounting/);
    await profile.click('.start-next');
    expect(open).toHaveBeenCalledWith(expect.objectContaining({ nuggetId: 'a01', label: 'Trade, never give' }));
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('lists what is due for review', async () => {
    const profile = await showProfile();
    expect(profile.text('.due')).toContain('Discounting since Oct 3');
    await profile.click('.start-due');
    expect(open).toHaveBeenCalledTimes(1);
  });

  it('leads from what is due into the review, and asks again when that has ended', async () => {
    const profile = await show();
    const refresh = answerGraphql('ReadinessProfile', profileAnswer());
    await flush();
    await profile.click('.review-now');
    expect(profile.find('c-daily-review').autoStart).toBe(true);
    expect(profile.has('.review-now')).toBe(false);
    await profile.fire('c-daily-review', 'reviewed');
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it("offers no review of somebody else's skills", async () => {
    const profile = await showProfile(profileAnswer(), { recordId: OTHER });
    expect(profile.text('.due')).toContain('Discounting');
    expect(profile.has('.review-now')).toBe(false);
  });

  it('shows the components, each over its skills', async () => {
    const profile = await showProfile();
    expect(profile.text('.components')).toMatch(/^By component Expertise Knowledge /);
    expect(profile.findAll('.components c-readiness-bar').map(({ score }) => score)).toEqual([48, 81]);
  });

  it('gives trend and evidence what they show', async () => {
    const profile = await showProfile();
    expect(profile.find('c-readiness-trend')).toMatchObject({
      personId: USER_ID,
      domains: ['Product', 'Selling Process'],
    });
    const evidence = profile.find('c-evidence-list').evidence as { kind: string; skillName: string }[];
    expect(evidence).toHaveLength(6);
    expect(evidence[0]).toMatchObject({ kind: 'outcome', value: 0, skillName: 'Discounting' });
  });

  it('includes answers that are newer than what was published', async () => {
    const response = {
      Id: 'a07',
      CreatedDate: '2026-11-23T14:30:00.000Z',
      Question__c: 'a06',
      Is_Correct__c: true,
      Skill_Code__c: 'discounting',
      Question__r: { Difficulty_State__c: null },
    };
    const profile = await showProfile(profileAnswer(ROWS, { Check_Response__c: connection([response]) }));
    expect(profile.text('.overall')).toContain('Includes answers given since then.');
    expect((profile.find('c-evidence-list').evidence as object[])[0]).toMatchObject({ kind: 'check', value: 1 });
  });

  it('refreshes on request and says so meanwhile', async () => {
    const profile = await show();
    let finish: () => void = () => undefined;
    const refresh = jest.fn().mockReturnValue(new Promise<void>((resolve) => (finish = resolve)));
    answerGraphql('ReadinessProfile', profileAnswer(), refresh);
    await flush();
    await profile.fire('c-as-of', 'refresh');
    expect(profile.find('c-as-of').refreshing).toBe(true);
    finish();
    await flush();
    expect(profile.find('c-as-of').refreshing).toBe(false);
  });

  it('says so where newer data could not be fetched', async () => {
    const profile = await show();
    answerGraphql('ReadinessProfile', profileAnswer()).mockRejectedValueOnce(new Error('Still away.'));
    await flush();
    await profile.fire('c-as-of', 'refresh');
    await flush();
    expect(profile.find('c-state-panel')).toMatchObject({ state: 'error', message: 'Still away.' });
  });
});
