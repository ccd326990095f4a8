import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { MetadataComponent, MetadataStore } from '../../org.ts';
import { childrenOf, componentXml, textOf } from '../model/xml.ts';

/** The deployed components, in an order that does not depend on when they were deployed. */
export function deployedBundles(metadata: MetadataStore): readonly MetadataComponent[] {
  return [...metadata.list('LightningComponentBundle')].sort((a, b) => (a.fullName < b.fullName ? -1 : 1));
}

/** Every deployed custom label by name. */
export function deployedLabels(metadata: MetadataStore): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const component of [...metadata.list('CustomLabels'), ...metadata.list('CustomLabel')]) {
    const root = componentXml(component);
    const nodes = childrenOf(root, 'labels');
    for (const node of nodes.length > 0 ? nodes : [root]) {
      labels[textOf(node, 'fullName') ?? component.fullName] = textOf(node, 'value') ?? '';
    }
  }
  return labels;
}

/** Changes exactly when a build would make something else. */
export function inputsHash(
  bundles: readonly MetadataComponent[],
  labels: Readonly<Record<string, string>>,
  shellFingerprint: string,
): string {
  const hash = createHash('sha256')
    .update(shellFingerprint)
    .update(JSON.stringify(Object.entries(labels).sort()));
  for (const { fullName, files } of bundles) {
    hash.update(`\0${fullName}`);
    for (const [path, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
      hash.update(`\0${path}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 16);
}

/** The contents of the folders that make the shell and the build, and the versions of what they are built with. */
export function shellFingerprint(folders: readonly string[], manifests: readonly string[]): string {
  const hash = createHash('sha256');
  for (const manifest of manifests) hash.update(readFileSync(manifest));
  for (const folder of folders) hashFolder(folder, hash);
  return hash.digest('hex');
}

function hashFolder(folder: string, hash: ReturnType<typeof createHash>): void {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) hashFolder(path, hash);
    else if (!name.endsWith('.test.ts')) hash.update(`\0${path.slice(folder.length)}\0`).update(readFileSync(path));
  }
}
