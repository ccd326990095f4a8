import type { MetadataComponent, MetadataStore } from '../org.ts';
import type { Schema } from '../schema/types.ts';
import { STANDARD_CHANNEL, objectOfEvent, type ChangeChannels } from '../store/changes/change-channels.ts';
import { noteFault, type ComponentFault } from './component-fault.ts';
import { rootOf } from './component-root.ts';
import { MetadataFault } from './metadata-fault.ts';
import { textAt } from './xml.ts';

const MEMBER = 'PlatformEventChannelMember';
const CHANNEL = 'PlatformEventChannel';

/** The channels of change events that deployed members select objects for. */
export function readChangeChannels(store: MetadataStore, schema: Schema): ChangeChannels {
  const channels = new Map<string, string[]>([[STANDARD_CHANNEL, []]]);
  for (const { fullName } of store.list(CHANNEL)) channels.set(fullName, []);
  for (const component of store.list(MEMBER)) {
    const { channel, event } = readMember(component);
    const object = objectOfEvent(schema, event);
    if (object) channels.set(channel, [...(channels.get(channel) ?? []), object.name]);
  }
  return channels;
}

/** Members of channels that are not there, and of objects that tell no changes. */
export function checkChannelMembers(components: readonly MetadataComponent[], schema: Schema): ComponentFault[] {
  const faults: ComponentFault[] = [];
  const channels = new Set(components.filter(({ type }) => type === CHANNEL).map(({ fullName }) => fullName));
  for (const component of components) {
    if (component.type !== MEMBER) continue;
    noteFault(faults, MEMBER, component.fullName, () => {
      const { channel, event } = readMember(component);
      if (channel !== STANDARD_CHANNEL && !channels.has(channel)) {
        throw new MetadataFault(`The channel ${channel || '(none)'} does not exist`);
      }
      if (!objectOfEvent(schema, event)) {
        throw new MetadataFault(`The selected entity ${event || '(none)'} is no change event of this org`);
      }
    });
  }
  return faults;
}

function readMember(component: MetadataComponent): { readonly channel: string; readonly event: string } {
  const root = rootOf(component, MEMBER);
  return { channel: textAt(root, 'eventChannel') ?? '', event: textAt(root, 'selectedEntity') ?? '' };
}
