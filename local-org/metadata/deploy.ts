import type { MetadataComponent, MetadataStore } from '../org.ts';
import { createSchema } from '../schema/create-schema.ts';
import type { ObjectDefinition, Schema } from '../schema/types.ts';
import type { Actor } from '../security/types.ts';
import { checkChannelMembers } from './change-channel-members.ts';
import { neededFields } from './check-deletions.ts';
import { checkApexClass } from './check-apex-class.ts';
import { checkBundleReferences } from './check-bundle-references.ts';
import { checkPages } from './check-pages.ts';
import { checkSchema } from './check-schema.ts';
import { checkTypeChanges } from './check-type-changes.ts';
import { checkBundle } from './compile-bundle.ts';
import { noteFault, type ComponentFault } from './component-fault.ts';
import { createComponentIndex, type ComponentIndex } from './component-index.ts';
import { rootOf } from './component-root.ts';
import type { DeployResult } from './deploy-result.ts';
import type { KeyPrefixes } from './key-prefixes.ts';
import { planChanges, type ChangePlan } from './plan-changes.ts';
import { readGrants, type Grants } from './read-permission-set.ts';
import { checkManifest, readPackage, type DeployStep } from './read-package.ts';
import { readSchema } from './read-schema.ts';
import { reportDeploy } from './report-deploy.ts';
import { textAt } from './xml.ts';
import { readZip } from './zip.ts';

/** What a deploy needs of the org. */
export interface DeployContext {
  /** The objects without anything deployed. */
  readonly standard: readonly ObjectDefinition[];
  readonly metadata: MetadataStore;
  readonly keyPrefixes: KeyPrefixes;
  readonly permissions: PermissionWriter;
  now(): Date;
  /** True when the object has records, in the recycle bin or not. @param blank counts only those without a value in it */
  hasRecords(object: string, blank?: string): boolean;
  /** Brings the tables to the schema and uses it from now on. */
  applySchema(schema: Schema): void;
  /** Runs `work`; a throw undoes it, and what it applied. */
  transaction<T>(work: () => T): T;
}

/** Where deployed permissions take effect. */
export interface PermissionWriter {
  writePermissionSet(actor: Actor, set: { name: string; label: string; description?: string }, grants: Grants): string;
  writeProfile(actor: Actor, name: string, grants: Grants, description?: string): string;
  removePermissionSet(actor: Actor, name: string): boolean;
  profileId(name: string): string | undefined;
}

export interface DeployOptions {
  /** True: do everything, so that what the records refuse is told, too, and undo it. */
  readonly checkOnly?: boolean;
}

/** Carries the outcome out of a transaction that has to be undone. */
class Undo extends Error {
  readonly result: DeployResult;

  constructor(result: DeployResult) {
    super('undone');
    this.result = result;
  }
}

/**
 * Deploys a package in metadata format: everything or nothing. Every fault of a component has its row among the
 * failures.
 *
 * @throws OrgError `INVALID_ZIP` or `INVALID_PACKAGE` when there is no readable package to look at.
 */
export function deploy(
  context: DeployContext,
  actor: Actor,
  zip: Uint8Array,
  options: DeployOptions = {},
): DeployResult {
  const steps = readPackage(readZip(zip));
  try {
    return context.transaction(() => {
      const result = deploySteps(context, actor, steps);
      if (result.success && options.checkOnly !== true) return result;
      throw new Undo(result);
    });
  } catch (error) {
    if (error instanceof Undo) return error.result;
    throw error;
  }
}

/** Every step is looked at, whatever was wrong with the one before, so that all faults are told at once. */
function deploySteps(context: DeployContext, actor: Actor, steps: readonly DeployStep[]): DeployResult {
  const results: DeployResult[] = [];
  for (const step of steps) {
    const mayApply = results.every(({ success }) => success);
    results.push(deployStep(context, actor, step, mayApply));
  }
  return {
    success: results.every(({ success }) => success),
    componentSuccesses: results.flatMap(({ componentSuccesses }) => componentSuccesses),
    componentFailures: results.flatMap(({ componentFailures }) => componentFailures),
  };
}

function deployStep(context: DeployContext, actor: Actor, step: DeployStep, mayApply: boolean): DeployResult {
  const plan = planChanges(step, context.metadata);
  const faults = [...step.faults, ...plan.faults, ...checkManifest(step, presence(step, plan))];
  const reading = readSchema(context.standard, plan.components, context.keyPrefixes);
  faults.push(...reading.faults);
  const schema = createSchema(reading.objects);
  // What does not parse was noted above; looking up labels in it would only say it again.
  const sound = plan.components.filter(({ type, fullName }) => {
    return !faults.some((fault) => fault.type === type && fault.fullName === fullName);
  });
  const index = createComponentIndex(sound.filter(isReadable), schema);
  faults.push(
    ...checkSchema(schema, index.customPermissions),
    ...checkTypeChanges(plan.written, context.metadata, context.hasRecords),
    ...checkPages(sound, index),
    ...checkChannelMembers(sound, schema),
    ...checkBundles(plan, sound, index),
    ...plan.written.filter(({ type }) => type === 'ApexClass').flatMap(checkApexClass),
  );
  const grants = readAllGrants(sound, index, faults);
  const isChange = plan.written.length + plan.removed.length > 0;
  if (faults.length === 0 && isChange && mayApply) apply(context, actor, plan, schema, grants);
  return reportDeploy(plan, step, withNeededFields(context, step, faults));
}

/** Where a deletion is what broke something else, the fault is told of what was to be deleted. */
function withNeededFields(
  context: DeployContext,
  step: DeployStep,
  faults: readonly ComponentFault[],
): readonly ComponentFault[] {
  if (faults.length === 0 || step.deletions.length === 0) return faults;
  const { components } = planChanges({ ...step, deletions: [] }, context.metadata);
  const { objects } = readSchema(context.standard, components, context.keyPrefixes);
  const needed = neededFields(createSchema(objects), step.deletions);
  const explained = new Set(needed.map(({ neededBy: { type, fullName } }) => `${type}:${fullName}`));
  return [
    ...faults.filter(({ type, fullName }) => !explained.has(`${type}:${fullName}`)),
    ...needed.map(({ fault }) => fault),
  ];
}

/** Whether the package brings a component or part that its manifest names. */
function presence(step: DeployStep, plan: ChangePlan): (type: string, fullName: string) => boolean {
  const brought = new Set(step.components.map(({ type, fullName }) => `${type}:${fullName}`));
  for (const { type, fullName } of [...plan.changes, ...plan.faults]) brought.add(`${type}:${fullName}`);
  return (type, fullName) => brought.has(`${type}:${fullName}`);
}

/** False for a labels file that is not well formed: it has its fault, and nothing can be looked up in it. */
function isReadable(component: MetadataComponent): boolean {
  if (component.type !== 'CustomLabels') return true;
  return noteFault([], component.type, component.fullName, () => rootOf(component, component.type)) !== undefined;
}

/** References of all bundles, since a deploy may take away what another needs; compilation of the new ones. */
function checkBundles(plan: ChangePlan, sound: readonly MetadataComponent[], index: ComponentIndex): ComponentFault[] {
  const bundles = sound.filter(({ type }) => type === 'LightningComponentBundle');
  return bundles.flatMap((component) => {
    const compiled = plan.written.includes(component) ? checkBundle(component) : [];
    return compiled.length > 0 ? compiled : checkBundleReferences(component, index);
  });
}

type GrantsOf = ReadonlyMap<
  MetadataComponent,
  { readonly label: string; readonly description?: string; readonly grants: Grants }
>;

function readAllGrants(
  components: readonly MetadataComponent[],
  index: ComponentIndex,
  faults: ComponentFault[],
): GrantsOf {
  const all = new Map<MetadataComponent, { label: string; description?: string; grants: Grants }>();
  for (const component of components) {
    const { type, fullName } = component;
    if (type !== 'PermissionSet' && type !== 'Profile') continue;
    noteFault(faults, type, fullName, () => {
      const root = rootOf(component, type);
      const description = textAt(root, 'description');
      const label = textAt(root, 'label') ?? fullName;
      all.set(component, {
        label,
        grants: readGrants(root, index),
        ...(description === undefined ? {} : { description }),
      });
    });
  }
  return all;
}

function apply(context: DeployContext, actor: Actor, plan: ChangePlan, schema: Schema, all: GrantsOf): void {
  const { metadata, permissions } = context;
  const stamp = { lastModifiedDate: context.now().toISOString(), lastModifiedById: actor.userId };
  for (const { type, fullName } of plan.removed) {
    metadata.remove(type, fullName);
    if (type === 'PermissionSet') permissions.removePermissionSet(actor, fullName);
  }
  for (const component of plan.written) metadata.put({ ...component, ...stamp });
  context.applySchema(schema);
  for (const component of plan.written) {
    const set = all.get(component);
    if (!set) continue;
    const { fullName: name } = component;
    const { label, description, grants } = set;
    if (component.type === 'PermissionSet') {
      permissions.writePermissionSet(
        actor,
        { name, label, ...(description === undefined ? {} : { description }) },
        grants,
      );
    } else if (permissions.profileId(name) === undefined) {
      permissions.writeProfile(actor, name, grants, description);
    }
  }
}
