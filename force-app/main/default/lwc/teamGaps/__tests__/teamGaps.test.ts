import AssignTraining from 'c/assignTraining';
import TeamGaps from 'c/teamGaps';
import { mount, type Mounted } from 'test/mount';
import { answerGraphql, clearPage, connection, failGraphql, flush, graphqlVariables } from 'test/wires';
import USER_ID from '@salesforce/user/Id';
import {
  ANA as SEEN,
  BEN,
  CEM as ALSO_SEEN,
  crowd,
  membersOf,
  type Chain,
  type Person,
} from '../../teamData/__tests__/people';

/** The reader, and who is above. */
const MINE: Chain = [[USER_ID, 'Me'], ...BEN.slice(1)];
const ANA = { ...SEEN, managers: MINE };
const CEM = { ...ALSO_SEEN, managers: MINE };

const open = jest.mocked(AssignTraining.open);

const show = (people: readonly Person[] = [ANA, { ...CEM, skillGaps: { Negotiation: 12 } }]): Promise<Mounted> =>
  mount('c-team-gaps', TeamGaps, { members: membersOf(people), isComplete: true });

const nugget = (id: string, title: string, skill: string): object => ({
  Id: `ns-${id}`,
  Skill__c: `s-${skill}`,
  Weight__c: 1,
  Nugget__c: id,
  Nugget__r: { Name: title, Level__c: 2, Minutes__c: 3 },
});

const TRAINING = {
  Training_Record__c: connection([
    {
      Id: 't1',
      Nugget__c: 'n1',
      Skill__c: 's-Negotiation',
      People__c: 31,
      Mean_Gain__c: 14,
      Lower__c: 9,
      Upper__c: 19,
    },
  ]),
  Nugget_Skill__c: connection([nugget('n1', 'Trade, never give', 'Negotiation'), nugget('n2', 'Price it', 'Pricing')]),
};

describe('c-team-gaps', () => {
  afterEach(clearPage);

  it('asks for the training of the skills that it shows', async () => {
    await show();
    expect(graphqlVariables('TeamTraining')).toEqual({ skillIds: ['s-Negotiation', 's-Pricing'] });
  });

  it('names the training that best closes a gap, with its record', async () => {
    const gaps = await show();
    answerGraphql('TeamTraining', TRAINING);
    await flush();
    const [first, second] = gaps.findAll('.row').map(({ textContent }) => textContent?.replace(/\s+/g, ' '));
    expect(first).toContain('Negotiation2 with a gap, 17 points on average: Ana Ruiz, Cem Aydin');
    expect(first).toContain('Trade, never give, 3 min+14 points on average (likely between +9 and +19), 31 people');
    expect(second).toContain('Price it, 3 minNo record yet');
    await expect(gaps.element).toBeAccessible();
  });

  it('says that a team of two is too few to speak of', async () => {
    const gaps = await show();
    expect(gaps.text('.team-words')).toContain('Too few to speak of the team as a whole: 2 known');
  });

  it('says what the team as a whole lacks, with the interval', async () => {
    const gaps = await show(crowd(9).map((person) => ({ ...person, scores: { Product: 45 } })));
    expect(gaps.text('.domains')).toMatch(
      /⚑ Product: the team is 25 below target \(likely between \d+ and \d+, 9 people\)/,
    );
    await expect(gaps.element).toBeAccessible();
  });

  it('assigns to those with the gap in one step, and takes it back', async () => {
    open.mockResolvedValueOnce({ assignmentIds: ['a1', 'a2'] });
    const gaps = await show();
    answerGraphql('TeamTraining', TRAINING);
    await flush();
    const assigned = jest.fn();
    gaps.element.addEventListener('assigned', assigned);
    await gaps.click('.assign');
    await flush();
    expect(open).toHaveBeenCalledWith({
      label: 'Assign training: Negotiation',
      size: 'small',
      people: [
        { id: '005A', name: 'Ana Ruiz' },
        { id: '005C', name: 'Cem Aydin' },
      ],
      skillId: 's-Negotiation',
      skillName: 'Negotiation',
      nuggetId: 'n1',
      reason: 'Gap',
    });
    expect(gaps.find('c-assigned-notice')).toMatchObject({
      text: 'Training in Negotiation is assigned to 2 people.',
      assignmentIds: ['a1', 'a2'],
    });
    await gaps.fire('c-assigned-notice', 'undone');
    expect(gaps.find('c-assigned-notice').text).toBe('');
    expect(assigned).toHaveBeenCalledTimes(2);
  });

  it('offers to assign only for those whom the reader may plan for', async () => {
    open.mockResolvedValueOnce(undefined);
    const gap = { Negotiation: 12 };
    const some = await show([
      { ...SEEN, skillGaps: { Negotiation: 22 } },
      { ...CEM, skillGaps: gap },
    ]);
    expect(some.find('.assign').label).toBe('Assign to 1');
    await some.click('.assign');
    expect(open).toHaveBeenLastCalledWith(expect.objectContaining({ people: [{ id: '005C', name: 'Cem Aydin' }] }));
    const none = await show([SEEN, { ...ALSO_SEEN, skillGaps: gap }]);
    expect(none.findAll('.row').length).toBeGreaterThan(0);
    expect(none.has('.assign')).toBe(false);
    await expect(none.element).toBeAccessible();
  });

  it('shows five skills first, and more on request', async () => {
    const skillGaps = Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`Skill ${i}`, 30 - i]));
    const gaps = await show([{ ...ANA, skillGaps }]);
    expect(gaps.findAll('.row')).toHaveLength(5);
    expect(gaps.find('.more').label).toBe('Show 3 more');
    await gaps.click('.more');
    expect(gaps.findAll('.row')).toHaveLength(8);
  });

  it('says when there is no gap, and when the training could not be loaded', async () => {
    const none = await show([CEM]);
    expect(none.text('.none')).toBe('No gap of a person is probably real.');
    await expect(none.element).toBeAccessible();
    const gaps = await show();
    failGraphql('TeamTraining', 'away');
    await flush();
    expect(gaps.text()).toContain('The nuggets could not be loaded');
    await expect(gaps.element).toBeAccessible();
  });
});
