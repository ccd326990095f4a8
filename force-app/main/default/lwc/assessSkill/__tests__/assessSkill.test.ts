import AssessSkill from 'c/assessSkill';
import { createRecord, updateRecord, type RecordRepresentation } from 'lightning/uiRecordApi';
import { mount, type Mounted } from 'test/mount';
import { answerGraphql, clearPage, connection, failGraphql, flush, graphqlVariables } from 'test/wires';
import { PERSON_ID, skillsAnswer } from './skills';

const create = jest.mocked(createRecord);
const update = jest.mocked(updateRecord);

const show = (properties: object = {}): Promise<Mounted> =>
  mount('c-assess-skill', AssessSkill, {
    label: 'Observe',
    personId: PERSON_ID,
    personName: 'Ana Ruiz',
    ...properties,
  });

async function showSkills(properties: object = {}, answer = skillsAnswer()): Promise<Mounted> {
  const dialog = await show(properties);
  answerGraphql('SkillsToAssess', answer);
  await flush();
  return dialog;
}

async function choose(dialog: Mounted, value: number): Promise<void> {
  const input = dialog.find<HTMLInputElement>(`.level-input[value="${value}"]`);
  input.checked = true;
  input.dispatchEvent(new CustomEvent('change'));
  await flush();
}

async function saveLevel(dialog: Mounted, value: number): Promise<void> {
  await choose(dialog, value);
  await dialog.click('.save');
  await flush();
}

describe('c-assess-skill', () => {
  beforeEach(() => {
    create.mockResolvedValue({ apiName: 'Skill_Assessment__c', id: 'a1', fields: {} } as RecordRepresentation);
    update.mockResolvedValue({ apiName: 'Skill_Assessment__c', id: 'a1', fields: {} } as RecordRepresentation);
  });
  afterEach(clearPage);

  it('asks for the skills and the readiness of the person', async () => {
    await show();
    expect(graphqlVariables('SkillsToAssess')).toEqual({ personId: PERSON_ID });
  });

  describe('its states', () => {
    it('is a stencil while it loads', async () => {
      const dialog = await show();
      expect(dialog.find('c-state-panel').state).toBe('loading');
      expect(dialog.has('.save')).toBe(false);
      await expect(dialog.element).toBeAccessible();
    });

    it('offers the weakest skill first, in the words of the skill', async () => {
      const dialog = await showSkills();
      expect(dialog.find('lightning-modal-header').label).toBe('Observe Ana Ruiz');
      expect(dialog.find('.skill').value).toBe('s2');
      expect((dialog.find('.skill').options as { label: string }[]).map(({ label }) => label)).toEqual([
        'Negotiation (48 of 75)',
        'Discovery (66 of 70)',
        'Pricing',
        'Sales tools',
      ]);
      expect(dialog.findAll('.anchor').map(({ textContent }) => textContent)).toEqual([
        'Offers first.',
        'Does it with help, or after being reminded.',
        'Trades.',
        expect.stringContaining('when it is hard'),
        'Others come to them to learn it.',
      ]);
      expect(dialog.find('.save').disabled).toBe(true);
      await expect(dialog.element).toBeAccessible();
    });

    it('says when there are no skills', async () => {
      const dialog = await showSkills({}, { ...skillsAnswer(), Skill__c: connection([]) });
      expect(dialog.find('c-state-panel').heading).toBe('No skills yet');
      await expect(dialog.element).toBeAccessible();
    });

    it('says what happened on an error, tries again, and recovers', async () => {
      const dialog = await show();
      const refresh = failGraphql('SkillsToAssess', 'The server is away.');
      await flush();
      expect(dialog.find('c-state-panel').message).toBe('The server is away.');
      await dialog.fire('c-state-panel', 'retry');
      expect(refresh).toHaveBeenCalledTimes(1);
      answerGraphql('SkillsToAssess', skillsAnswer());
      await flush();
      expect(dialog.find('c-state-panel').state).toBe('ready');
    });
  });

  it.each([
    [{ skillId: 's3' }, 's3'],
    [{ domain: 'Business Problem' }, 's1'],
    [{ skillId: 'gone' }, 's2'],
  ])('begins with what it was opened for: %j', async (properties, skillId) => {
    const dialog = await showSkills(properties);
    expect(dialog.find('.skill').value).toBe(skillId);
  });

  it('saves the observation as evidence that the person owns', async () => {
    const dialog = await showSkills();
    await dialog.fire('.note', 'change', { value: ' Traded the term for the price. ' });
    const lastWeek = new Date(Date.now() - 7 * 86_400_000).toISOString().slice(0, 10);
    await dialog.fire('.day', 'change', { value: lastWeek });
    await saveLevel(dialog, 70);
    expect(create).toHaveBeenCalledWith({
      apiName: 'Skill_Assessment__c',
      fields: {
        Person__c: PERSON_ID,
        OwnerId: PERSON_ID,
        Skill__c: 's2',
        Level__c: 70,
        Observed_On__c: lastWeek,
        Note__c: 'Traded the term for the price.',
      },
    });
  });

  it('says what the observation does to readiness', async () => {
    const dialog = await showSkills();
    await saveLevel(dialog, 90);
    expect(dialog.text('.effect')).toMatch(/^Negotiation About \d+ → \d+ \(likely between \d+ and \d+\)$/);
    const [, before = '', after = ''] = /About (\d+) → (\d+)/.exec(dialog.text('.effect')) ?? [];
    expect(Number(after)).toBeGreaterThan(Number(before));
    expect(dialog.find('c-readiness-bar').target).toBe(75);
    await expect(dialog.element).toBeAccessible();
  });

  it('does without the effect where the published state is of another version', async () => {
    const dialog = await showSkills({}, skillsAnswer('{"v":"1"}'));
    await saveLevel(dialog, 90);
    expect(dialog.text('.effect')).toContain('Their readiness will show it with the next sync.');
  });

  it('takes the observation back', async () => {
    const dialog = await showSkills();
    await saveLevel(dialog, 10);
    await dialog.click('.take-back');
    await flush();
    expect(update).toHaveBeenCalledWith({ fields: { Id: 'a1', Undone__c: true } });
    expect(dialog.text('.taken-back')).toBe('Taken back: it counts for nothing.');
    const closed = jest.fn();
    dialog.element.addEventListener('close', (event) => closed((event as CustomEvent).detail));
    await dialog.click('.cancel');
    expect(closed).toHaveBeenCalledWith(null);
  });

  it('tells who opened it what was saved', async () => {
    const dialog = await showSkills();
    const closed = jest.fn();
    dialog.element.addEventListener('close', (event) => closed((event as CustomEvent).detail));
    await saveLevel(dialog, 50);
    await dialog.click('.done');
    expect(closed).toHaveBeenCalledWith({ assessmentId: 'a1' });
  });

  it('says why the org refused, and keeps what was chosen', async () => {
    create.mockRejectedValueOnce({ body: { message: 'Only the managers above a person can assess the person.' } });
    const dialog = await showSkills();
    await saveLevel(dialog, 50);
    expect(dialog.find<HTMLInputElement>('.level-input[value="50"]').checked).toBe(true);
    expect(dialog.find('.save').disabled).toBe(false);
    expect(dialog.has('.saved')).toBe(false);
  });

  it.each(['2999-01-01', '1999-01-01', '', 'x'])('does not save an observation of %j', async (day) => {
    const dialog = await showSkills();
    await choose(dialog, 50);
    await dialog.fire('.day', 'change', { value: day });
    expect(dialog.find('.save').disabled).toBe(true);
  });

  it('asks for a new level when another skill is chosen: its words are others', async () => {
    const dialog = await showSkills();
    await choose(dialog, 50);
    await dialog.fire('.skill', 'change', { value: 's1' });
    expect(dialog.find('.save').disabled).toBe(true);
  });
});
