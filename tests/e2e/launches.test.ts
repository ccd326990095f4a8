import { textsOf } from '../support/browser.ts';
import { OrgCalls } from '../support/org-calls.ts';
import { useDemo } from './support/demo.ts';

jest.setTimeout(180_000);

const demo = useDemo();
let launch: string;

beforeAll(async () => {
  const [row] = await demo.org.admin.query("SELECT Id FROM Launch__c WHERE Key__c = 'larkspur-field-6'");
  launch = row?.Id ?? '';
});

it('a manager sees at a glance how many are ready, why others are not, and assigns training', async () => {
  const ben = await demo.as('Ben Okafor');
  await ben.open('/lightning/page/home');
  const card = ben.page.getByRole('article').filter({ hasText: 'Launch readiness' });
  const [first] = await textsOf(card.locator('.launch-text'));
  const [, ready = '', total = ''] =
    /^(\d+) of (\d+) are ready for Larkspur Field 6, in \d+ days$/.exec(first ?? '') ?? [];
  const counted = await new OrgCalls(demo.org.url, ben.token).soql(
    `SELECT Ready__c FROM Readiness__c WHERE Scope__c = 'Launch' AND Launch__c = '${launch}' AND Person__r.IsActive = true`,
  );
  expect([Number(ready), Number(total)]).toEqual([
    counted.records?.filter((row) => row['Ready__c'] === true).length,
    counted.records?.length,
  ]);
  await card.getByText(/^Likely \d+( to \d+)? of \d+ by then\.$/).waitFor();
  await card
    .getByRole('button', { name: /^Assign training: / })
    .first()
    .click();
  await ben.page.getByRole('dialog').waitFor();
  expect(await ben.page.getByRole('dialog').innerText()).toContain('Assign training');
  await ben.page.keyboard.press('Escape');
  expect(ben.complaints).toEqual([]);
  await ben.close();
});

it('a chart is read by keyboard and as a table', async () => {
  const ben = await demo.as('Ben Okafor');
  await ben.open(`/lightning/r/Launch__c/${launch}/view`);
  const chart = ben.page.getByRole('application', { name: /People ready/ });
  await chart.focus();
  await ben.page.keyboard.press('End');
  await ben.page
    .locator('.reading')
    .getByText(/Ready [\d.]+ \(likely between \d+ and \d+\)/)
    .waitFor();
  await ben.page.getByRole('button', { name: 'Show as table' }).click();
  expect(
    await ben.page
      .getByRole('table', { name: /People ready/ })
      .locator('tbody tr')
      .count(),
  ).toBeGreaterThan(3);
  await ben.close();
});

it('a rep sees the own readiness for a launch, and nothing of others', async () => {
  const ana = await demo.org.personId('Ana Ruiz');
  const rep = await demo.as('Ana Ruiz');
  await rep.open(`/lightning/r/Launch__c/${launch}/view`);
  const card = rep.page.getByRole('article').filter({ hasText: 'Launch readiness' });
  await card.getByText(/^You are (ready|not there yet) for Larkspur Field 6, in \d+ days\.$/).waitFor();
  expect(await card.innerText()).not.toMatch(/\d+ of \d+ are ready/);
  const { records = [] } = await new OrgCalls(demo.org.url, rep.token).soql(
    "SELECT Person__c FROM Readiness__c WHERE Scope__c = 'Launch'",
  );
  expect(new Set(records.map((row) => row['Person__c']))).toEqual(new Set([ana]));
  const others = (await demo.org.admin.query('SELECT Id, Name FROM User WHERE Sales_Role__c != NULL')).filter(
    ({ Id }) => Id !== ana,
  );
  const launchAnswers = (await rep.answers()).filter(({ sent }) => /LaunchOverview|LaunchTeam|OwnLaunch/.test(sent));
  expect(launchAnswers.length).toBeGreaterThan(0);
  for (const { Id } of others) expect(launchAnswers.some(({ body }) => body.includes(String(Id)))).toBe(false);
  expect(rep.complaints).toEqual([]);
  await rep.close();
});

it('a leader reads how long new people take, and how many left before', async () => {
  const carla = await demo.as('Carla Moreno');
  await carla.open('/lightning/page/home');
  const card = carla.page.getByRole('article').filter({ hasText: 'Time to proficiency' });
  await card.getByText(/^Of \d+ who started, \d+ reached their target so far, \d+ left before \(\d+%\)\.$/).waitFor();
  await card
    .getByText(/^(Half reach their target within|Fewer than half have reached)/)
    .first()
    .waitFor();
  expect(carla.complaints).toEqual([]);
  await carla.close();
});
