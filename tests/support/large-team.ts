import type { OrgClient, OrgInput } from '../../service/connection/index.ts';

const DOMAINS = ['Customer', 'Business Problem', 'Solution', 'Product', 'Selling Process', 'Collaboration'];
const TARGET = 70;

/** A number from 0 to 1 that is the same in every run. */
const chance = (seed: number): number => {
  const value = Math.sin(seed) * 10_000;
  return value - Math.floor(value);
};

/**
 * Puts many people with published readiness below a manager: overall, in six domains, and in some skills of theirs.
 *
 * @param managerName a seeded manager, e.g. `Ben Okafor`
 */
export async function addLargeTeam(admin: OrgClient, managerName: string, count: number): Promise<void> {
  const [manager] = await admin.query(`SELECT Id FROM User WHERE Name = '${managerName}'`);
  const [role] = await admin.query(
    `SELECT Id FROM UserRole WHERE Name LIKE '%Team ${managerName.split(' ')[1] ?? ''}' LIMIT 1`,
  );
  const [profile] = await admin.query("SELECT Id FROM Profile WHERE Name = 'Standard User'");
  const skills = await admin.query("SELECT Id FROM Skill__c WHERE Code__c IN ('negotiation', 'qualification')");
  const names = Array.from({ length: count }, (_, i) => `crowd.${String(i).padStart(5, '0')}@larkspur.example`);
  await admin.insert(
    'User',
    names.map((username, i): OrgInput => ({
      Username: username,
      Email: username,
      FirstName: 'Crowd',
      LastName: String(i).padStart(5, '0'),
      Alias: `c${i}`,
      ProfileId: profile?.Id ?? '',
      UserRoleId: role?.Id ?? '',
      ManagerId: manager?.Id ?? '',
      Sales_Role__c: i % 2 ? 'Account Executive' : 'Account Manager',
      TimeZoneSidKey: 'America/New_York',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
      IsActive: true,
    })),
  );
  const people = await admin.query("SELECT Id FROM User WHERE FirstName = 'Crowd' ORDER BY LastName");
  const rows = people.flatMap(({ Id: id = '' }, i) => {
    const row = (scope: string, key: string, seed: number, rest: OrgInput = {}): OrgInput => {
      const score = Math.round(2000 + 7500 * chance(seed)) / 100;
      return {
        OwnerId: id,
        Person__c: id,
        Key__c: `${id}:${key}`,
        Scope__c: scope,
        Score__c: score,
        Lower__c: Math.max(0, score - 9),
        Upper__c: Math.min(100, score + 9),
        Target__c: TARGET,
        Gap__c: Math.max(0, TARGET - score),
        Gap_Flagged__c: score + 9 < TARGET,
        Enough_Evidence__c: true,
        Evidence_Count__c: 12,
        Computed_At__c: '2026-11-24T06:00:00.000Z',
        ...rest,
      };
    };
    return [
      row('Overall', 'overall', i + 1),
      ...DOMAINS.map((domain, d) => row('Domain', domain, 31 * i + d + 7, { Domain__c: domain })),
      ...skills.map((skill, s) => row('Skill', `skill${s}`, 17 * i + s + 3, { Skill__c: skill.Id ?? '' })),
    ];
  });
  await admin.insert('Readiness__c', rows);
}
