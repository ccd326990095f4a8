import type { MetadataComponent } from '../org.ts';
import type { Schema } from '../schema/types.ts';
import { children, parseXml, textAt } from './xml.ts';

/** The components that an org will have, to look references up in. Names are compared without regard to case. */
export interface ComponentIndex {
  readonly schema: Schema;
  get(type: string, fullName: string): MetadataComponent | undefined;
  has(type: string, fullName: string): boolean;
  hasLabel(name: string): boolean;
  readonly customPermissions: ReadonlySet<string>;
}

export function createComponentIndex(components: readonly MetadataComponent[], schema: Schema): ComponentIndex {
  const known = new Map(components.map((component) => [keyOf(component.type, component.fullName), component]));
  const labels = new Set(components.filter(({ type }) => type === 'CustomLabels').flatMap(labelNames));
  const permissions = components.filter(({ type }) => type === 'CustomPermission').map(({ fullName }) => fullName);
  return {
    schema,
    get: (type, fullName) => known.get(keyOf(type, fullName)),
    has: (type, fullName) => known.has(keyOf(type, fullName)),
    hasLabel: (name) => labels.has(name.toLowerCase()),
    customPermissions: new Set(permissions),
  };
}

function keyOf(type: string, fullName: string): string {
  return `${type}:${fullName}`.toLowerCase();
}

function labelNames(component: MetadataComponent): string[] {
  const [content] = component.files.values();
  if (!content) return [];
  const root = parseXml(Buffer.from(content).toString('utf8'));
  return children(root, 'labels').map((label) => (textAt(label, 'fullName') ?? '').toLowerCase());
}
