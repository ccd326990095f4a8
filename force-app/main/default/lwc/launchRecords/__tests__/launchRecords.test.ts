import { chanceText, chancesByDayOf, countdown, headline, shortSkillsOf, shortText } from 'c/launchRecords';

const launch = { id: 'a01', name: 'Rollout 5.2', day: '2026-03-14' };
const short = { skillCode: 'demo', score: 50.4, target: 62, gap: 11.6, enoughEvidence: true };

describe('words of a launch', () => {
  it.each([
    ['2026-03-14', 'today'],
    ['2026-03-13', 'tomorrow'],
    ['2026-03-02', 'in 12 days'],
    ['2026-03-15', 'yesterday'],
    ['2026-03-19', '5 days ago'],
  ])('on %s it is %s', (today, words) => {
    expect(countdown(launch.day, today)).toBe(words);
  });

  it('say at a glance how many are ready', () => {
    expect(headline(launch, 21, 34, '2026-03-02')).toBe('21 of 34 are ready for Rollout 5.2, in 12 days');
    expect(headline(launch, 1, 1, '2026-03-02')).toBe('1 of 1 is ready for Rollout 5.2, in 12 days');
    expect(headline(launch, 21, 34, '2026-03-19')).toBe('21 of 34 ready for Rollout 5.2, launched 5 days ago');
  });

  it.each([
    [0, 'under 5%'],
    [0.581, '58%'],
    [0.999, 'over 95%'],
  ])('say a chance of %d no more exactly than it is known', (chance, words) => {
    expect(chanceText(chance)).toBe(words);
  });

  it('say how much a skill is short, or that nobody knows', () => {
    expect(shortText({ ...short, name: 'Demos' })).toBe('Demos short by 12');
    expect(shortText({ ...short, name: 'Demos', enoughEvidence: false })).toBe('Demos: not enough evidence');
    expect(shortText({ ...short, name: 'Demos', gap: 0 })).toBe('Demos: not enough evidence');
  });
});

describe('a launch row', () => {
  const skills = [{ Id: 'a02', Code__c: 'demo', Name: 'Demos' }];

  it('names the skills that are short; one that is no more goes by its code', () => {
    const json = JSON.stringify([short, { ...short, skillCode: 'gone' }]);
    expect(shortSkillsOf({ Short_Skills__c: json }, skills)).toEqual([
      { ...short, skillId: 'a02', name: 'Demos' },
      { ...short, skillCode: 'gone', skillId: undefined, name: 'gone' },
    ]);
  });

  it('gives chances from 0 to 1', () => {
    const record = { Forecast_By_Day__c: '[{"day":"2026-03-02","chance":25}]' };
    expect(chancesByDayOf(record)).toEqual([{ day: '2026-03-02', chance: 0.25 }]);
  });

  it.each([undefined, 'no JSON', '{"a":1}'])('is empty where a field holds %p', (json) => {
    expect(chancesByDayOf({ Forecast_By_Day__c: json })).toEqual([]);
    expect(shortSkillsOf({ Short_Skills__c: json }, skills)).toEqual([]);
  });
});
