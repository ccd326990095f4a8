import { randomInt } from 'node:crypto';
import { makeId } from './schema/ids.ts';
import { OPPORTUNITY_STAGES, forecastCategoryOf } from './schema/standard/opportunity-stages.ts';
import { BUILT_IN_PROFILES } from './security/built-in-profiles.ts';
import type { PermissionRows } from './security/permission-rows.ts';
import type { Actor } from './security/types.ts';
import { OrgError } from './error.ts';
import type { RecordInput, Store } from './store/types.ts';

export interface Administrator {
  readonly username: string;
  readonly password: string;
}

export interface OrganizationSettings {
  readonly name: string;
  /** IANA name; the day of TODAY(). */
  readonly timeZone: string;
  /** e.g. `en_US` */
  readonly locale: string;
  readonly language: string;
}

export const DEFAULT_ADMINISTRATOR: Administrator = { username: 'admin@fluency.local', password: 'fluency-admin-1' };

export const DEFAULT_SETTINGS: OrganizationSettings = {
  name: 'Fluency',
  timeZone: 'America/Los_Angeles',
  locale: 'en_US',
  language: 'en_US',
};

/** The highest number of an organization's id that still has its usual nine digits. */
const ORGANIZATIONS = 62 ** 6;

/** Gives a new org what every org has: itself, profiles, stages, the standard price book, an administrator. */
export function bootstrap(
  store: Store,
  permissions: PermissionRows,
  setPassword: (userId: string, password: string) => void,
  administrator: Administrator,
  settings: OrganizationSettings,
): void {
  const actor: Actor = { userId: makeId('005', 1), username: administrator.username, system: true };
  const add = (object: string, values: RecordInput): string => {
    const [result] = store.insert(actor, object, [values]);
    const [error] = result?.errors ?? [];
    if (!result?.id || error) throw new OrgError(error?.statusCode ?? 'UNKNOWN_EXCEPTION', error?.message ?? object);
    return result.id;
  };
  store.transaction(() => {
    add('Organization', {
      Id: makeId('00D', randomInt(ORGANIZATIONS)),
      Name: settings.name,
      TimeZoneSidKey: settings.timeZone,
      DefaultLocaleSidKey: settings.locale,
      LanguageLocaleKey: settings.language,
      FiscalYearStartMonth: 1,
      OrganizationType: 'Developer Edition',
      InstanceName: 'LOCAL',
      IsSandbox: false,
      DefaultAccountAccess: 'Read',
      DefaultContactAccess: 'ControlledByParent',
      DefaultOpportunityAccess: 'None',
      DefaultLeadAccess: 'None',
    });
    for (const profile of BUILT_IN_PROFILES) {
      permissions.writeProfile(actor, profile.name, profile.grants, profile.description);
    }
    OPPORTUNITY_STAGES.forEach((stage, index) =>
      add('OpportunityStage', {
        MasterLabel: stage.label,
        ApiName: stage.label,
        IsActive: true,
        SortOrder: index + 1,
        IsClosed: stage.isClosed,
        IsWon: stage.isWon,
        DefaultProbability: stage.probability,
        ForecastCategoryName: stage.forecastCategoryName,
        ForecastCategory: forecastCategoryOf(stage.forecastCategoryName) ?? null,
      }),
    );
    add('Pricebook2', { Name: 'Standard Price Book', IsActive: true, IsStandard: true });
    const role = add('UserRole', { Name: 'CEO', DeveloperName: 'CEO' });
    const admin = add('User', {
      Username: administrator.username,
      Email: administrator.username,
      FirstName: 'Org',
      LastName: 'Administrator',
      Alias: 'admin',
      ProfileId: permissions.profileId('System Administrator') ?? null,
      UserRoleId: role,
      TimeZoneSidKey: settings.timeZone,
      LocaleSidKey: settings.locale,
      LanguageLocaleKey: settings.language,
      EmailEncodingKey: 'UTF-8',
      IsActive: true,
    });
    if (admin !== actor.userId) throw new Error(`The administrator is ${admin}, but records say ${actor.userId}`);
    setPassword(admin, administrator.password);
  });
}
