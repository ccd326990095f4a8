import { offsetMinutes } from '../../query/time-zone.ts';
import type { Org } from '../../org.ts';
import { asSystem } from '../../security/system-actor.ts';
import type { Actor } from '../../security/types.ts';

export function identityUrl(instanceUrl: string, organizationId: string, userId: string): string {
  return `${instanceUrl}/id/${organizationId}/${userId}`;
}

/** The fields of a user that the login services tell. */
export interface UserFacts {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly timeZone: string;
  readonly locale: string;
  readonly language: string;
  readonly isActive: boolean;
  readonly profileId: string | null;
  readonly roleId: string | null;
}

/** Reads the logged-in user's own facts, whatever the field-level security: they are about themselves. */
export function userFacts(org: Org, actor: Actor): UserFacts {
  const record = org.record(asSystem(actor), 'User', actor.userId) ?? {};
  const text = (name: string): string | null => {
    const value = record[name];
    return typeof value === 'string' ? value : null;
  };
  return {
    id: actor.userId,
    username: actor.username,
    name: text('Name') ?? actor.username,
    firstName: text('FirstName'),
    lastName: text('LastName'),
    email: text('Email'),
    timeZone: text('TimeZoneSidKey') ?? 'America/Los_Angeles',
    locale: text('LocaleSidKey') ?? 'en_US',
    language: text('LanguageLocaleKey') ?? 'en_US',
    isActive: true,
    profileId: text('ProfileId'),
    roleId: text('UserRoleId'),
  };
}

/** The identity service's answer (`GET /id/ORG/USER`). */
export function identityOf(org: Org, actor: Actor, instanceUrl: string): Record<string, unknown> {
  const user = userFacts(org, actor);
  return {
    id: identityUrl(instanceUrl, org.organizationId, user.id),
    asserted_user: true,
    user_id: user.id,
    organization_id: org.organizationId,
    username: user.username,
    nick_name: user.username.split('@')[0],
    display_name: user.name,
    email: user.email,
    email_verified: true,
    first_name: user.firstName,
    last_name: user.lastName,
    timezone: user.timeZone,
    active: user.isActive,
    user_type: 'STANDARD',
    language: user.language,
    locale: user.locale,
    utcOffset: standardOffsetMs(user.timeZone),
    is_lightning_login_user: false,
    urls: urlsOf(org.organizationId, user.id, instanceUrl),
  };
}

/** The OpenID Connect answer (`GET /services/oauth2/userinfo`). */
export function userInfoOf(org: Org, actor: Actor, instanceUrl: string): Record<string, unknown> {
  const user = userFacts(org, actor);
  return {
    sub: identityUrl(instanceUrl, org.organizationId, user.id),
    user_id: user.id,
    organization_id: org.organizationId,
    preferred_username: user.username,
    nickname: user.username.split('@')[0],
    name: user.name,
    given_name: user.firstName,
    family_name: user.lastName,
    email: user.email,
    email_verified: true,
    zoneinfo: user.timeZone,
    locale: user.locale,
    language: user.language,
    active: user.isActive,
    user_type: 'STANDARD',
    urls: urlsOf(org.organizationId, user.id, instanceUrl),
  };
}

/** What a time zone adds to UTC outside of summer time, in milliseconds. */
function standardOffsetMs(timeZone: string): number {
  const year = new Date().getUTCFullYear();
  const [january, july] = [Date.UTC(year, 0, 1), Date.UTC(year, 6, 1)].map((day) => offsetMinutes(timeZone, day));
  return Math.min(january ?? 0, july ?? 0) * 60_000;
}

function urlsOf(organizationId: string, userId: string, instanceUrl: string): Record<string, string> {
  const data = `${instanceUrl}/services/data/v{version}`;
  return {
    enterprise: `${instanceUrl}/services/Soap/c/{version}/${organizationId}`,
    metadata: `${instanceUrl}/services/Soap/m/{version}/${organizationId}`,
    partner: `${instanceUrl}/services/Soap/u/{version}/${organizationId}`,
    rest: `${data}/`,
    sobjects: `${data}/sobjects/`,
    search: `${data}/search/`,
    query: `${data}/query/`,
    recent: `${data}/recent/`,
    profile: `${instanceUrl}/${userId}`,
    custom_domain: instanceUrl,
  };
}
