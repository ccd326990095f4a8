import type { MetadataComponent, MetadataStore } from './org.ts';

/** Deployed components that live as long as the process. */
export function metadataInMemory(): MetadataStore {
  const components = new Map<string, MetadataComponent>();
  const key = (type: string, fullName: string): string => `${type}:${fullName}`;
  return {
    put: (component) => void components.set(key(component.type, component.fullName), component),
    remove: (type, fullName) => components.delete(key(type, fullName)),
    get: (type, fullName) => components.get(key(type, fullName)),
    list: (type) => [...components.values()].filter((component) => type === undefined || component.type === type),
  };
}
