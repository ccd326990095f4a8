import { QueryFixture } from './testing/query-fixture.ts';

describe('formulas and roll-ups', () => {
  const school = new QueryFixture();
  const author = school.add('User', { Name: 'Ada', City: 'Pisa' });
  const course = school.add('Course__c', {
    Name: 'Long',
    Minutes__c: 9,
    Author__c: author,
    Topics__c: 'A;B',
    Status__c: 'Published',
  });
  school.add('Course__c', { Name: 'Empty', Topics__c: 'B;C', Status__c: 'Draft' });
  for (const points of [2, 3]) school.add('Lesson__c', { Name: `L${points}`, Course__c: course, Points__c: points });
  school.add('Lesson__c', { Name: 'deleted', Course__c: course, Points__c: 50, IsDeleted: true });

  test.each([
    ['Half__c', [4.5, null]],
    ['Author_City__c', ['Pisa', null]],
    ['Lesson_Count__c', [2, 0]],
    ['Points__c', [5, 0]],
  ])('%s is computed when read', (name, expected) => {
    expect(school.values(`SELECT ${name} FROM Course__c ORDER BY Id`)).toEqual(expected.map((value) => [value]));
  });

  test.each([
    [`Half__c > 4`, ['Long']],
    [`Lesson_Count__c = 0`, ['Empty']],
    [`Author_City__c = 'PISA'`, ['Long']],
    [`Topics__c INCLUDES ('a')`, ['Long']],
    [`Topics__c INCLUDES ('A;B', 'C')`, ['Long', 'Empty']],
    [`Topics__c INCLUDES ('A;C')`, []],
    [`Topics__c EXCLUDES ('C')`, ['Long']],
    [`Topics__c = 'B;C'`, ['Empty']],
  ])('%s', (condition, expected) => {
    expect(school.values(`SELECT Name FROM Course__c WHERE ${condition} ORDER BY Id`)).toEqual(
      expected.map((n) => [n]),
    );
  });

  test('are there of parents, and null without one', () => {
    school.add('Lesson__c', { Name: 'stray' });
    expect(school.values(`SELECT Name, Course__r.Points__c FROM Lesson__c ORDER BY Name DESC LIMIT 2`)).toEqual([
      ['stray', null],
      ['L3', { attributes: expect.anything(), Points__c: 5 }],
    ]);
  });
});
