import type { Locator } from 'playwright-core';
import { textsOf, type Visit } from '../support/browser.ts';
import { OrgCalls } from '../support/org-calls.ts';
import { useDemo } from './support/demo.ts';

jest.setTimeout(240_000);

const demo = useDemo();

async function home(person: Visit): Promise<Locator> {
  await person.open('/lightning/page/home');
  const team = person.page.locator('c-team-readiness');
  await team.locator('.row .person').first().waitFor();
  await person.settle();
  return team;
}

describe('a manager', () => {
  it('sees whom to coach next and why, observes a skill, sees what it does, and takes it back', async () => {
    const ben = await demo.as('Ben Okafor');
    await home(ben);
    const { page } = ben;
    const coach = page.locator('c-coach-next');
    await coach.locator('.row').first().waitFor();
    expect(await coach.locator('.row').count()).toBeLessThanOrEqual(5);
    expect(await coach.locator('.reason').count()).toBeGreaterThan(0);
    await coach.getByRole('button', { name: 'Observe', exact: true }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('.level-input').nth(1).check();
    await dialog.getByRole('button', { name: 'Save observation' }).click();
    await dialog.locator('.saved-heading').waitFor();
    expect(await dialog.locator('.effect').innerText()).toMatch(/About \d+ → \d+ \(likely between \d+ and \d+\)/);
    await dialog.getByRole('button', { name: 'Take it back' }).click();
    await dialog.locator('.taken-back').waitFor();
    await dialog.getByRole('button', { name: 'Cancel', exact: true }).click();
    const [latest] = await demo.org.admin.query(
      'SELECT Level__c, Undone__c, Owner.Name, CreatedBy.Name, Person__r.Name FROM Skill_Assessment__c ORDER BY CreatedDate DESC LIMIT 1',
    );
    expect(latest).toMatchObject({ Level__c: 30, Undone__c: true, CreatedBy: { Name: 'Ben Okafor' } });
    expect(ben.complaints).toEqual([]);
    await ben.close();
  });

  it('is told inside the dialog that an observation was not saved, and keeps what was entered', async () => {
    const ben = await demo.as('Ben Okafor');
    const { page } = ben;
    await ben.open(`/lightning/r/User/${await demo.org.personId('Ana Ruiz')}/view`);
    await page.getByRole('button', { name: 'Observe a skill' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('.level-input').nth(2).check();
    await page.context().setOffline(true);
    await dialog.getByRole('button', { name: 'Save observation' }).click();
    await page.getByText('The observation was not saved').waitFor();
    expect(await dialog.locator('.level-input').nth(2).isChecked()).toBe(true);
    await ben.close();
  });

  it('goes through the heat map by keyboard, from a cell to the observation of its domain', async () => {
    const ben = await demo.as('Ben Okafor');
    const team = await home(ben);
    const { page } = ben;
    await team.locator('.row .person').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const cell = team.locator('c-team-cell');
    await cell.getByRole('button', { name: 'Observe' }).click();
    await page.getByRole('dialog').locator('.level-input').first().waitFor();
    await page.keyboard.press('Escape');
    expect(ben.complaints).toEqual([]);
    await ben.close();
  });

  it('assigns training to those with a gap in one step, and takes it back', async () => {
    const ben = await demo.as('Ben Okafor');
    const team = await home(ben);
    const { page } = ben;
    const before = await demo.org.admin.query('SELECT Id FROM Assignment__c WHERE Withdrawn__c = false');
    await team
      .locator('c-team-gaps .row')
      .first()
      .getByRole('button', { name: /^Assign/ })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /^Assign/ }).click();
    await team.locator('c-team-gaps .notice').waitFor();
    const assigned = await demo.org.admin.query('SELECT Id FROM Assignment__c WHERE Withdrawn__c = false');
    expect(assigned.length).toBeGreaterThan(before.length);
    await team.locator('c-team-gaps').getByRole('button', { name: 'Undo' }).click();
    await team.locator('c-team-gaps .notice').waitFor({ state: 'detached' });
    expect(await demo.org.admin.query('SELECT Id FROM Assignment__c WHERE Withdrawn__c = false')).toHaveLength(
      before.length,
    );
    await ben.close();
  });

  it('is told what training did for others before', async () => {
    const ben = await demo.as('Ben Okafor');
    const team = await home(ben);
    const records = team.locator('c-team-gaps .record');
    await records.first().waitFor();
    for (const record of await textsOf(records)) {
      expect(record).toMatch(/points? on average \(likely between [+−±]?\d+ and [+−±]?\d+\), \d+ (people|person)/);
    }
    await ben.close();
  });

  it('assigns training from a cell of the heat map, and takes it back', async () => {
    const ben = await demo.as('Ben Okafor');
    const team = await home(ben);
    const { page } = ben;
    const valid = (): ReturnType<typeof demo.org.admin.query> =>
      demo.org.admin.query('SELECT Id FROM Assignment__c WHERE Withdrawn__c = false');
    const before = await valid();
    await team.locator('.row .person').first().focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await team.locator('c-team-cell').getByRole('button', { name: 'Assign training' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio').first().check();
    await dialog.getByRole('button', { name: /^Assign/ }).click();
    const notice = team.locator('c-team-people .notice p');
    await notice.waitFor();
    expect(await valid()).toHaveLength(before.length + 1);
    await team.locator('c-team-people').getByRole('button', { name: 'Undo' }).click();
    await notice.waitFor({ state: 'detached' });
    expect(await valid()).toHaveLength(before.length);
    await ben.close();
  });
});

describe("a manager's manager", () => {
  it.each([
    ['Robert Kane', ['Ben Okafor']],
    ['Carla Moreno', ['Laura Simmons', 'Robert Kane']],
  ])('%s sees a line for each team below, and goes down to its people', async (name, expected) => {
    const person = await demo.as(name);
    const team = await home(person);
    await team.getByText('Teams', { exact: true }).click();
    const lines = team.locator('c-team-lines .line');
    await lines.first().waitFor();
    expect(await textsOf(lines.locator('th'))).toEqual(expect.arrayContaining(expected));
    await lines.first().getByRole('button', { name: 'People' }).click();
    await team.locator('.crumbs').waitFor();
    expect(await team.locator('.crumbs').innerText()).toContain('Everybody');
    expect(await team.locator('.row').count()).toBeGreaterThan(2);
    expect(person.complaints).toEqual([]);
    await person.close();
  });
});

describe('a rep', () => {
  it('sees no team, nobody to coach, no way to observe a colleague, and none of their records', async () => {
    const ana = await demo.as('Ana Ruiz');
    const { page } = ana;
    await ana.open('/lightning/page/home');
    expect(await page.locator('c-team-readiness, c-coach-next').count()).toBe(0);
    const [peer] = await demo.org.admin.query(
      "SELECT Id FROM User WHERE Manager.Name = 'Ben Okafor' AND Name != 'Ana Ruiz' AND IsActive = true LIMIT 1",
    );
    await ana.open(`/lightning/r/User/${peer?.Id ?? ''}/view`);
    expect(await page.getByRole('button', { name: 'Observe a skill' }).count()).toBe(0);
    const own = await demo.org.personId('Ana Ruiz');
    const calls = new OrgCalls(demo.org.url, ana.token);
    for (const object of ['Readiness__c', 'Readiness_Snapshot__c', 'Skill_Assessment__c']) {
      const { records = [] } = await calls.soql(`SELECT Id FROM ${object} WHERE OwnerId != '${own}' LIMIT 1`);
      expect({ object, seen: records.length }).toEqual({ object, seen: 0 });
    }
    await ana.close();
  });
});
