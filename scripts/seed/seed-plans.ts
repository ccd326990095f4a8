import { addDays, isoDate, workday } from './days.ts';
import { SeedError, type OrgClient } from './org-client.ts';
import type { Person } from './people.ts';
import { createRandom, type Random } from './random.ts';
import type { Directory } from './seed-sales.ts';

/** An item of somebody's plan, as days from now; `by` the manager unless it was an own choice. */
interface SeedItem {
  readonly nugget?: string;
  readonly path?: string;
  readonly skill?: string;
  readonly reason: 'Gap' | 'New In Role' | 'Review' | 'Own Choice';
  readonly daysAgo: number;
  readonly dueIn?: number;
  readonly note?: string;
  readonly remindedDaysAgo?: number;
}

const NEW_IN_ROLE_DAYS = 150;

/** The rep through whose eyes most people look first. */
const ANA: readonly SeedItem[] = [
  {
    path: 'negotiating-to-a-close',
    skill: 'negotiation',
    reason: 'Gap',
    daysAgo: 9,
    dueIn: 8,
    note: 'Your two big deals close this quarter. Take these in order.',
  },
  {
    nugget: 'globex-late-discount',
    skill: 'compete-globex',
    reason: 'Gap',
    daysAgo: 16,
    dueIn: -2,
    remindedDaysAgo: 2,
  },
  { nugget: 'forecast-one-sentence', skill: 'forecasting', reason: 'Review', daysAgo: 5, dueIn: 2 },
  { path: 'beating-globex', reason: 'Own Choice', daysAgo: 3 },
];

const NUGGETS = ['single-threaded', 'no-next-step', 'cost-of-doing-nothing', 'plan-backwards', 'qualify-out'];
const PATHS = ['beating-globex', 'negotiating-to-a-close'];

function itemsOf({ firstName, lastName, since, salesRole }: Person, random: Random, now: Date): readonly SeedItem[] {
  if (firstName === 'Ana' && lastName === 'Ruiz') return ANA;
  const items: SeedItem[] = [];
  const isNew = since !== undefined && addDays(since, NEW_IN_ROLE_DAYS) > now;
  if (isNew && salesRole === 'Account Executive') {
    items.push({ path: 'new-account-executive', reason: 'New In Role', daysAgo: random.integer(5, 20), dueIn: 14 });
  }
  if (random.chance(0.6)) {
    const dueIn = random.chance(0.3) ? -random.integer(1, 9) : random.integer(1, 20);
    const reminded = dueIn < 0 && random.chance(0.5) ? { remindedDaysAgo: random.integer(1, 4) } : {};
    items.push({ nugget: random.pick(NUGGETS), reason: 'Gap', daysAgo: random.integer(10, 25), dueIn, ...reminded });
  }
  if (random.chance(0.35)) {
    items.push({ path: random.pick(PATHS), reason: 'Own Choice', daysAgo: random.integer(2, 40) });
  }
  return items;
}

interface Learned {
  readonly OwnerId: string;
  readonly CreatedDate: string;
  readonly nugget: string;
}

/** Nuggets that somebody completed lately with every check right: what the plan of that time asked for. */
async function lateSuccesses(org: OrgClient): Promise<Learned[]> {
  const completed = await org.query<{ OwnerId: string; Nugget__c: string; CreatedDate: string }>(
    "SELECT OwnerId, Nugget__c, CreatedDate FROM Learning_Event__c WHERE Type__c = 'Completed' AND CreatedDate = LAST_N_DAYS:45 ORDER BY CreatedDate DESC, Id",
  );
  const answered = await org.query<{ OwnerId: string; Question__c: string; Is_Correct__c: boolean }>(
    'SELECT OwnerId, Question__c, Is_Correct__c FROM Check_Response__c WHERE CreatedDate = LAST_N_DAYS:48',
  );
  const questions = await org.query<{ Id: string; Nugget__c: string }>('SELECT Id, Nugget__c FROM Check_Question__c');
  const right = new Set(answered.filter((row) => row.Is_Correct__c).map((row) => `${row.OwnerId} ${row.Question__c}`));
  const people = new Set<string>();
  return completed.flatMap(({ OwnerId, Nugget__c, CreatedDate }) => {
    const own = questions.filter((row) => row.Nugget__c === Nugget__c);
    const isDone = own.length > 0 && own.every(({ Id }) => right.has(`${OwnerId} ${Id}`));
    if (!isDone || people.has(OwnerId)) return [];
    people.add(OwnerId);
    return [{ OwnerId, CreatedDate, nugget: Nugget__c }];
  });
}

/**
 * Gives people development plans: assigned by their managers, chosen by themselves, some overdue, some reminded of,
 * some done long before the day.
 *
 * @param seed the same number gives the same plans
 */
export async function seedPlans(
  org: OrgClient,
  directory: Directory,
  options: { now: Date; seed: number },
): Promise<void> {
  const { now } = options;
  const random = createRandom(options.seed + 2);
  const ids = {
    nugget: await idsByKey(org, "SELECT Id, Key__c FROM Nugget__c WHERE Status__c = 'Published'"),
    path: await idsByKey(org, 'SELECT Id, Key__c FROM Learning_Path__c'),
    skill: await idsByKey(org, 'SELECT Id, Code__c FROM Skill__c'),
  };
  const idOf = (kind: keyof typeof ids, key: string | undefined): string | undefined => {
    const id = key === undefined ? undefined : ids[kind].get(key);
    if (key !== undefined && id === undefined) throw new SeedError(`The content has no ${kind} ${key}.`);
    return id;
  };
  const reps = [...directory.values()].filter(
    ({ person }) => person.permissionSets.includes('Fluency_Rep') && !person.left,
  );
  const managerOf = new Map(reps.map(({ id, person }) => [id, directory.get(person.manager ?? '')?.id ?? id]));

  const planned = reps.flatMap(({ id, person }) =>
    itemsOf(person, random, now).map((item) => {
      const by = item.reason === 'Own Choice' ? id : managerOf.get(id);
      const reminded = item.remindedDaysAgo === undefined ? undefined : addDays(now, -item.remindedDaysAgo);
      return {
        Person__c: id,
        OwnerId: id,
        CreatedById: by,
        CreatedDate: addDays(now, -item.daysAgo).toISOString(),
        Nugget__c: idOf('nugget', item.nugget),
        Learning_Path__c: idOf('path', item.path),
        Skill__c: idOf('skill', item.skill),
        Reason__c: item.reason,
        Note__c: item.note,
        Due_On__c: item.dueIn === undefined ? undefined : isoDate(workday(addDays(now, item.dueIn), 9)),
        Nudged_At__c: reminded?.toISOString(),
        Nudged_By__c: reminded && by,
      };
    }),
  );
  const done = (await lateSuccesses(org)).flatMap(({ OwnerId, CreatedDate, nugget }) => {
    const manager = managerOf.get(OwnerId);
    if (manager === undefined) return [];
    const assigned = addDays(new Date(CreatedDate), -3);
    return [
      {
        Person__c: OwnerId,
        OwnerId,
        CreatedById: manager,
        CreatedDate: assigned.toISOString(),
        Nugget__c: nugget,
        Reason__c: 'Gap',
        Due_On__c: isoDate(workday(addDays(assigned, 14), 9)),
      },
    ];
  });
  await org.insert('Assignment__c', [...planned, ...done]);
}

async function idsByKey(org: OrgClient, soql: string): Promise<Map<string, string>> {
  const rows = await org.query<{ Id: string; Key__c?: string; Code__c?: string }>(soql);
  return new Map(rows.map((row) => [row.Key__c ?? row.Code__c ?? '', row.Id]));
}
