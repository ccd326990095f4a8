import type { ObjectDefinition, Schema } from '../../schema/types.ts';

/** The channel that Setup's page of Change Data Capture selects objects for. */
export const STANDARD_CHANNEL = 'ChangeEvents';

/** The objects of each channel, by the channel's name. The standard channel is always there. */
export type ChangeChannels = ReadonlyMap<string, readonly string[]>;

/** The standard objects that tell their changes. Source: the Object Reference, "StandardObjectNameChangeEvent". */
const STANDARD_OBJECTS: ReadonlySet<string> = new Set([
  'Account',
  'Campaign',
  'Contact',
  'EmailMessage',
  'Event',
  'Lead',
  'Opportunity',
  'OpportunityContactRole',
  'OpportunityLineItem',
  'Pricebook2',
  'PricebookEntry',
  'Product2',
  'Task',
  'User',
]);

/** `Opportunity` → `OpportunityChangeEvent`, `Question__c` → `Question__ChangeEvent`. */
export function eventNameOf({ name, custom }: ObjectDefinition): string {
  return custom ? name.replace(/__c$/, '__ChangeEvent') : `${name}ChangeEvent`;
}

/** The object whose changes an event of this name tells. Names of channels mind the case, unlike those of objects. */
export function objectOfEvent(schema: Schema, eventName: string): ObjectDefinition | undefined {
  const name = eventName.endsWith('__ChangeEvent')
    ? eventName.replace(/__ChangeEvent$/, '__c')
    : eventName.replace(/ChangeEvent$/, '');
  const object = schema.object(name);
  if (!object || eventNameOf(object) !== eventName) return undefined;
  return object.custom || STANDARD_OBJECTS.has(object.name) ? object : undefined;
}
