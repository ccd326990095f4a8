import type { MetadataComponent, MetadataStore } from '../org.ts';
import { noteFault, type ComponentFault } from './component-fault.ts';
import { goesWith, withoutReferences } from './drop-references.ts';
import { LABEL_PARTS, mergeParts, OBJECT_PARTS, withoutPart } from './merge-parts.ts';
import { parentTypeOf } from './metadata-types.ts';
import type { Deletion, DeployStep } from './read-package.ts';
import { rootOf, withRoot } from './component-root.ts';
import { textAt, type XmlElement } from './xml.ts';

/** A component that a deploy brings, or a part of one. */
export interface PlannedChange {
  readonly type: string;
  readonly fullName: string;
  readonly fileName: string;
  readonly created: boolean;
  readonly changed: boolean;
}

/** What the org's components become by a deploy. */
export interface ChangePlan {
  /** All components of the org afterwards. */
  readonly components: readonly MetadataComponent[];
  /** Those to write: new or with other content. */
  readonly written: readonly MetadataComponent[];
  /** Those that go. */
  readonly removed: readonly { readonly type: string; readonly fullName: string }[];
  readonly changes: readonly PlannedChange[];
  readonly deletions: readonly (PlannedChange & { readonly found: boolean })[];
  readonly faults: readonly ComponentFault[];
}

/** Types of which one file holds many components that are deployed one by one. */
const PARTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CustomObject: OBJECT_PARTS,
  CustomLabels: LABEL_PARTS,
};

/** Lays a step of a package over what is deployed, without writing anything. */
export function planChanges({ components, deletions }: DeployStep, store: MetadataStore): ChangePlan {
  const plan = new Planner(store);
  for (const component of components) plan.add(component);
  for (const deletion of deletions) plan.delete(deletion);
  plan.dropReferences(components);
  return plan.finish();
}

class Planner {
  readonly #store: MetadataStore;
  readonly #all: Map<string, MetadataComponent>;
  readonly #written = new Map<string, MetadataComponent>();
  readonly #removed: { type: string; fullName: string }[] = [];
  readonly #changes: PlannedChange[] = [];
  readonly #deletions: (PlannedChange & { found: boolean })[] = [];
  readonly #faults: ComponentFault[] = [];

  constructor(store: MetadataStore) {
    this.#store = store;
    this.#all = new Map(store.list().map((component) => [keyOf(component), component]));
  }

  add(incoming: MetadataComponent): void {
    const { type, fullName } = incoming;
    const stored = this.#store.get(type, fullName);
    const parts = PARTS[type];
    const fileName = fileOf(incoming);
    const next = parts ? noteFault(this.#faults, type, fullName, () => this.#merge(incoming, stored, parts)) : incoming;
    if (!next) return;
    const changed = !stored || !sameFiles(stored, next);
    this.#all.set(keyOf(next), next);
    if (changed) this.#written.set(keyOf(next), next);
    if (type !== 'CustomLabels') this.#changes.push({ type, fullName, fileName, created: !stored, changed });
  }

  #merge(
    incoming: MetadataComponent,
    stored: MetadataComponent | undefined,
    parts: Readonly<Record<string, string>>,
  ): MetadataComponent {
    const { type, fullName } = incoming;
    const fresh = rootOf(incoming, type);
    const old = stored && rootOf(stored, type);
    const fileName = fileOf(incoming);
    for (const element of fresh.elements) {
      const partType = parts[element.name];
      const name = textAt(element, 'fullName');
      if (partType === undefined || name === undefined) continue;
      const before = old?.elements.find((one) => one.name === element.name && textAt(one, 'fullName') === name);
      const changed = !before || JSON.stringify(before) !== JSON.stringify(element);
      const full = type === 'CustomObject' ? `${fullName}.${name}` : name;
      this.#changes.push({ type: partType, fullName: full, fileName, created: !before, changed });
    }
    if (!stored || !old) return incoming;
    const merged = mergeParts(old, fresh, parts);
    // An equal content keeps its bytes, so that deploying the same again changes nothing.
    return sameElements(merged, old) ? stored : withRoot(incoming, merged);
  }

  delete({ type, fullName, fileName }: Deletion): void {
    const parent = parentTypeOf(type);
    const found = parent ? this.#deletePart(parent.xmlName, type, fullName) : this.#deleteWhole(type, fullName);
    this.#deletions.push({ type, fullName, fileName, created: false, changed: found, found });
  }

  #deleteWhole(type: string, fullName: string): boolean {
    const found = this.#all.delete(keyOf({ type, fullName }));
    this.#written.delete(keyOf({ type, fullName }));
    if (found) this.#removed.push({ type, fullName });
    return found;
  }

  #deletePart(parentType: string, type: string, fullName: string): boolean {
    const parts = PARTS[parentType] ?? {};
    const tag = Object.keys(parts).find((name) => parts[name] === type);
    const [owner = fullName, ...rest] =
      parentType === 'CustomObject' ? fullName.split('.') : ['CustomLabels', fullName];
    const component = this.#all.get(keyOf({ type: parentType, fullName: owner }));
    if (tag === undefined || !component) return false;
    const root = rootOf(component, parentType);
    const without = withoutPart(root, tag, rest.join('.'));
    if (without.elements.length === root.elements.length) return false;
    const next = withRoot(component, without);
    this.#all.set(keyOf(next), next);
    this.#written.set(keyOf(next), next);
    return true;
  }

  /** Takes what is about deleted components out of those that the package does not bring itself. */
  dropReferences(brought: readonly MetadataComponent[]): void {
    const deletions = this.#deletions.filter(({ found }) => found);
    if (deletions.length === 0) return;
    const kept = new Set(brought.map(keyOf));
    for (const [key, component] of this.#all) {
      if (kept.has(key)) continue;
      if (deletions.some((deletion) => goesWith(deletion, component))) {
        this.#deleteWhole(component.type, component.fullName);
        continue;
      }
      const parsed = noteFault([], component.type, component.fullName, () => withoutReferences(component, deletions));
      if (parsed === undefined) continue;
      this.#all.set(key, parsed);
      this.#written.set(key, parsed);
    }
  }

  finish(): ChangePlan {
    return {
      components: [...this.#all.values()],
      written: [...this.#written.values()],
      removed: this.#removed,
      changes: this.#changes,
      deletions: this.#deletions,
      faults: this.#faults,
    };
  }
}

/** The file that stands for a component; the folder of a bundle. */
export function fileOf({ type, fullName, files }: MetadataComponent): string {
  if (type === 'LightningComponentBundle') return `lwc/${fullName}`;
  return [...files.keys()].find((path) => !path.endsWith('-meta.xml')) ?? fullName;
}

function keyOf({ type, fullName }: { readonly type: string; readonly fullName: string }): string {
  return `${type}:${fullName}`;
}

function sameFiles(a: MetadataComponent, b: MetadataComponent): boolean {
  if (a.files.size !== b.files.size) return false;
  return [...a.files].every(([path, content]) => {
    const other = b.files.get(path);
    return other !== undefined && Buffer.compare(content, other) === 0;
  });
}

function sameElements(a: XmlElement, b: XmlElement): boolean {
  const canonical = ({ elements }: XmlElement): string => {
    return elements
      .map((element) => JSON.stringify(element))
      .sort()
      .join('\n');
  };
  return canonical(a) === canonical(b);
}
