import type { Connection } from 'jsforce';

import { installContractPackage } from './contract-package.ts';
import { describeContract } from './describe-contract.ts';
import { logInAs } from './log-in-as.ts';

const SHELF = 'Contract_Shelf__c';
const BOOK = 'Contract_Book__c';
const DAY = 86_400_000;

/** Around the days on which Berlin's clocks change: 2024-03-31 at 01:00 UTC, 2024-10-27 at 01:00 UTC. */
const MOMENTS: Readonly<Record<string, string>> = {
  'before spring': '2024-03-30T23:30:00Z',
  'in spring': '2024-03-31T00:30:00Z',
  'after spring': '2024-03-31T01:30:00Z',
  'night of spring': '2024-03-31T22:30:00Z',
  'before autumn': '2024-10-27T00:30:00Z',
  'after autumn': '2024-10-27T01:30:00Z',
  'night of autumn': '2024-10-27T22:30:00Z',
  'end of autumn': '2024-10-27T23:30:00Z',
};

describeContract(
  'SOQL: days and moments of a person',
  (subject, testWith) => {
    let berlin: Promise<Connection> | undefined;
    const inBerlin = (): Promise<Connection> => (berlin ??= logInAs(subject(), { name: 'dates', permissionSets: ['Contract'] })); // prettier-ignore

    async function names(where: string): Promise<string[]> {
      const { records } = await (
        await inBerlin()
      ).query<{ Name: string }>(`SELECT Name FROM ${BOOK} WHERE ${where} ORDER BY Lent_At__c`);
      return records.map(({ Name }) => Name);
    }

    testWith('password', 'hours are those of UTC, or with convertTimezone those of the person', async () => {
      const { records } = await (
        await inBerlin()
      ).query(
        `SELECT Name, HOUR_IN_DAY(Lent_At__c) utc, HOUR_IN_DAY(convertTimezone(Lent_At__c)) own FROM ${BOOK} WHERE Lent_At__c != NULL AND Topics__c INCLUDES ('Sea') GROUP BY Name, HOUR_IN_DAY(Lent_At__c), HOUR_IN_DAY(convertTimezone(Lent_At__c))`,
      );
      const hours = Object.fromEntries(records.map((row) => [String(row['Name']), [row['utc'], row['own']]]));
      expect(hours).toEqual({
        'before spring': [23, 0],
        'in spring': [0, 1],
        'after spring': [1, 3],
        'night of spring': [22, 0],
        'before autumn': [0, 2],
        'after autumn': [1, 2],
        'night of autumn': [22, 23],
        'end of autumn': [23, 0],
      });
    });

    testWith('password', 'a day has 23 hours in spring and 25 in autumn', async () => {
      expect(await names('DAY_ONLY(convertTimezone(Lent_At__c)) = 2024-03-31')).toEqual([
        'before spring',
        'in spring',
        'after spring',
      ]);
      expect(await names('DAY_ONLY(convertTimezone(Lent_At__c)) = 2024-10-27')).toEqual([
        'before autumn',
        'after autumn',
        'night of autumn',
      ]);
      expect(await names('DAY_ONLY(Lent_At__c) = 2024-10-27')).toHaveLength(4);
    });

    testWith('password', 'months and weeks follow the clock of the person where asked', async () => {
      expect(await names('CALENDAR_MONTH(convertTimezone(Lent_At__c)) = 4')).toEqual(['night of spring']);
      expect(await names('CALENDAR_MONTH(Lent_At__c) = 4')).toEqual([]);
      expect(await names('DAY_IN_WEEK(convertTimezone(Lent_At__c)) = 2')).toEqual(['night of spring', 'end of autumn']);
    });

    testWith('password', 'TODAY, YESTERDAY and TOMORROW begin at midnight where the person is', async () => {
      const { connection } = subject();
      const now = new Date();
      const [yesterday, today, tomorrow, after] = [-DAY, 0, DAY, 2 * DAY].map((span) =>
        midnightInBerlin(dayInBerlin(new Date(now.getTime() + span))),
      ) as [Date, Date, Date, Date];
      const lent = (name: string, at: Date, before = 0): Record<string, unknown> => ({
        Name: name,
        Lent_At__c: new Date(at.getTime() - before).toISOString(),
        Print_Number__c: 'now',
      });
      const books = [
        lent('1 before yesterday', yesterday, 1_000),
        lent('2 yesterday', yesterday),
        lent('3 yesterday', today, 1_000),
        lent('4 today', today),
        lent('5 today', tomorrow, 1_000),
        lent('6 tomorrow', tomorrow),
        lent('7 tomorrow', after, 1_000),
        lent('8 after', after),
      ];
      const shelf = await shelfId(connection);
      await connection.sobject(BOOK).create(books.map((book) => ({ ...book, Shelf__c: shelf })));
      const found = (span: string): Promise<string[]> => names(`Print_Number__c = 'now' AND Lent_At__c ${span}`);
      expect(await found('= TODAY')).toEqual(['4 today', '5 today']);
      expect(await found('= YESTERDAY')).toEqual(['2 yesterday', '3 yesterday']);
      expect(await found('= TOMORROW')).toEqual(['6 tomorrow', '7 tomorrow']);
      expect(await found('> TODAY')).toEqual(['6 tomorrow', '7 tomorrow', '8 after']);
      expect(await found('< TODAY')).toEqual(['1 before yesterday', '2 yesterday', '3 yesterday']);
      expect(await found('= LAST_N_DAYS:1')).toEqual(['2 yesterday', '3 yesterday', '4 today', '5 today']);
      expect(await found('= NEXT_N_DAYS:1')).toEqual(['6 tomorrow', '7 tomorrow']);
    });

    test.each([
      ...['WEEK', 'MONTH', 'QUARTER', 'YEAR', 'FISCAL_QUARTER', 'FISCAL_YEAR'].flatMap((unit) => [
        `LAST_${unit}`,
        `THIS_${unit}`,
        `NEXT_${unit}`,
        `LAST_N_${unit}S:2`,
        `NEXT_N_${unit}S:2`,
        `N_${unit}S_AGO:2`,
      ]),
      ...['LAST_N_DAYS:5', 'NEXT_N_DAYS:5', 'N_DAYS_AGO:5', 'LAST_90_DAYS', 'NEXT_90_DAYS'],
    ])('%s is a span: what is in it is neither before nor after', async (literal) => {
      const { connection } = subject();
      const count = async (operator: string): Promise<number> =>
        (await connection.query(`SELECT Id FROM ${BOOK} WHERE Read_On__c ${operator} ${literal}`)).totalSize;
      const all = (await connection.query(`SELECT Id FROM ${BOOK} WHERE Read_On__c != NULL`)).totalSize;
      const [inside, before, upTo, since] = [await count('='), await count('<'), await count('<='), await count('>=')];
      expect(upTo).toBe(before + inside);
      expect(since).toBe(all - before);
      expect(inside).toBeGreaterThan(0);
    });

    test.each([
      [`INCLUDES ('Art')`, ['Art and law', 'Art, law, sea']],
      [`INCLUDES ('Art;Sea', 'Law')`, ['Art and law', 'Art, law, sea']],
      [`INCLUDES ('Art;Sea')`, ['Art, law, sea']],
      [`EXCLUDES ('Law')`, ['No topic', 'Sea']],
      [`EXCLUDES ('Art;Sea', 'Law')`, ['No topic', 'Sea']],
      [`= 'Art;Law'`, ['Art and law']],
      [`= NULL`, ['No topic']],
    ])('chosen values: Topics %s', async (condition, expected) => {
      const { records } = await subject().connection.query<{ Name: string }>(
        `SELECT Name FROM ${BOOK} WHERE Print_Number__c = 'topics' AND Topics__c ${condition} ORDER BY Name`,
      );
      expect(records.map(({ Name }) => Name)).toEqual(expected);
    });
  },
  async ({ connection }) => {
    await installContractPackage(connection);
    const old = await connection.query<{ Id: string }>(`SELECT Id FROM ${SHELF}`);
    await connection.sobject(SHELF).destroy(old.records.map(({ Id }) => Id));
    await connection.sobject(SHELF).create({ Name: 'Dates', Key__c: 'dates' });
    const shelf = await shelfId(connection);
    // A book a day from four years ago to three years ahead, every fifth day: enough for each span that is tested.
    const read = Array.from({ length: 7 * 73 }, (_, index) => ({
      Name: 'Read',
      Shelf__c: shelf,
      Read_On__c: new Date(Date.now() + (index * 5 - 4 * 365) * DAY).toISOString().slice(0, 10),
    }));
    const near = Array.from({ length: 15 }, (_, index) => ({
      Name: 'Read',
      Shelf__c: shelf,
      Read_On__c: new Date(Date.now() + (index - 7) * DAY).toISOString().slice(0, 10),
    }));
    const lent = Object.entries(MOMENTS).map(([Name, at]) => ({
      Name,
      Shelf__c: shelf,
      Lent_At__c: at,
      Topics__c: 'Sea',
    }));
    const topics = (
      [
        ['Art and law', 'Law;Art'],
        ['Art, law, sea', 'Art;Law;Sea'],
        ['Sea', 'Sea'],
        ['No topic', null],
      ] as const
    ).map(([Name, chosen]) => ({ Name, Shelf__c: shelf, Topics__c: chosen, Print_Number__c: 'topics' }));
    const saved = await connection
      .sobject(BOOK)
      .create([...read, ...near, ...lent, ...topics], { allowRecursive: true });
    const refused = saved.flatMap(({ errors }) => errors);
    if (refused.length > 0) throw new Error(`Books were refused: ${JSON.stringify(refused)}`);
  },
);

async function shelfId(connection: Connection): Promise<string> {
  const { records } = await connection.query<{ Id: string }>(`SELECT Id FROM ${SHELF} WHERE Key__c = 'dates'`);
  return records[0]?.Id ?? '';
}

function dayInBerlin(moment: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(moment);
}

/** The first moment of a day in Berlin, which is at 22:00 or 23:00 UTC. */
function midnightInBerlin(day: string): Date {
  const [summer, winter] = [22, 23].map((hour) => new Date(Date.parse(`${day}T00:00:00Z`) - (24 - hour) * 3_600_000));
  return dayInBerlin(summer ?? new Date()) === day ? (summer ?? new Date()) : (winter ?? new Date());
}
