import type { Org } from '../org.ts';
import { asSystem } from '../security/system-actor.ts';
import type { Actor } from '../security/types.ts';
import type { Formatting } from './display-value.ts';

/** How the actor wants to see values: by the settings of the user record. The org has one currency, the dollar. */
export function formattingOf(org: Org, actor: Actor): Formatting {
  const settings = org.record(asSystem(actor), 'User', actor.userId, ['LocaleSidKey', 'TimeZoneSidKey']);
  return {
    locale: String(settings?.['LocaleSidKey'] ?? 'en_US').replace('_', '-'),
    timeZone: String(settings?.['TimeZoneSidKey'] ?? 'America/Los_Angeles'),
    currency: 'USD',
  };
}
