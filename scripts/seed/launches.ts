import { addDays, isoDate } from './days.ts';
import { SeedError, type OrgClient } from './org-client.ts';
import type { SalesRole } from './people.ts';

/** A launch of the demo. Its day counts from the day of the seed: a date in a file would soon be past. */
interface DemoLaunch {
  readonly key: string;
  readonly name: string;
  readonly summary: string;
  readonly inDays: number;
  /** Skill code → target, by role. */
  readonly targets: Partial<Record<SalesRole, Readonly<Record<string, number>>>>;
}

const LAUNCHES: readonly DemoLaunch[] = [
  {
    key: 'larkspur-field-6',
    name: 'Larkspur Field 6',
    summary: 'Work orders that can be finished without a signal.',
    inDays: 12,
    targets: {
      'Account Executive': { 'product-field': 45, 'demo-storytelling': 45, 'compete-point-tools': 45 },
      'Account Manager': { 'product-field': 45, 'business-case': 45 },
      'Sales Engineer': { 'product-field': 50, 'demo-storytelling': 50 },
      'Sales Development': { 'market-trends': 40, qualification: 45 },
    },
  },
  {
    key: 'larkspur-insight',
    name: 'Larkspur Insight for utilities',
    summary: 'One number for crews and regulators.',
    inDays: 45,
    targets: {
      'Account Executive': { 'product-insight': 55, 'market-trends': 50, 'business-case': 55 },
      'Account Manager': { 'product-insight': 55, 'market-trends': 50 },
      'Sales Engineer': { 'product-insight': 60, 'solution-fit': 55 },
    },
  },
];

/** Announces the demo's launches, with what they ask of each role. The skills have to be there. */
export async function seedLaunches(org: OrgClient, now: Date): Promise<void> {
  const skills = await org.query<{ Id: string; Code__c: string }>('SELECT Id, Code__c FROM Skill__c');
  const skillIds = new Map(skills.map(({ Id, Code__c: code }) => [code, Id]));
  const launchIds = await org.insert(
    'Launch__c',
    LAUNCHES.map(({ key, name, summary, inDays }) => ({
      Key__c: key,
      Name: name,
      Summary__c: summary,
      Launch_On__c: isoDate(addDays(now, inDays)),
      Active__c: true,
    })),
  );
  await org.insert(
    'Skill_Target__c',
    LAUNCHES.flatMap(({ key, targets }, index) =>
      Object.entries(targets).flatMap(([role, ofRole]) =>
        Object.entries(ofRole).map(([code, target]) => {
          const skillId = skillIds.get(code);
          if (skillId === undefined) throw new SeedError(`The org has no skill "${code}". Import the content first.`);
          return {
            Key__c: `launch:${key}:${role}:${code}`,
            Sales_Role__c: role,
            Skill__c: skillId,
            Launch__c: launchIds[index],
            Target__c: target,
            Weight__c: 1,
          };
        }),
      ),
    ),
  );
}
