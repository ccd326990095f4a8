import type { MetadataComponent } from '../org.ts';
import type { ComponentFault } from './component-fault.ts';
import type { ComponentIndex } from './component-index.ts';

const IMPORT = /^\s*(?:import|export)\b[^;'"]*?['"]([^'"]+)['"]/gm;
const TAG = /<c-([a-z][a-z0-9_-]*)/g;

interface Source {
  readonly path: string;
  readonly text: string;
}

/** What a component imports from the org and from other components, where it is not there. */
export function checkBundleReferences(bundle: MetadataComponent, index: ComponentIndex): ComponentFault[] {
  return [...bundle.files].flatMap(([path, content]) => {
    const source: Source = { path, text: Buffer.from(content).toString('utf8') };
    if (path.endsWith('.html')) return checkAll(bundle, source, TAG, (tag) => missingModule(camelCase(tag), index));
    if (!path.endsWith('.js')) return [];
    return checkAll(bundle, source, IMPORT, (specifier) => checkImport(bundle, path, specifier, index));
  });
}

function checkAll(
  { type, fullName }: MetadataComponent,
  { path, text }: Source,
  pattern: RegExp,
  check: (found: string) => string | undefined,
): ComponentFault[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [found, name = ''] = match;
    const message = check(name);
    if (message === undefined) return [];
    const before = text.slice(0, match.index + found.lastIndexOf(name));
    const line = before.split('\n').length;
    return [{ type, fullName, message, fileName: path, line, column: before.length - before.lastIndexOf('\n') }];
  });
}

function checkImport(
  bundle: MetadataComponent,
  path: string,
  specifier: string,
  index: ComponentIndex,
): string | undefined {
  if (specifier.startsWith('c/')) return missingModule(specifier.slice(2), index);
  if (specifier.startsWith('.')) return missingFile(bundle, path, specifier);
  const [scope, kind = '', reference = ''] = split(specifier);
  return scope === '@salesforce' ? missingReference(kind, reference, index, path) : undefined;
}

/** `@salesforce/label/c.Title` → its three parts; the last may hold slashes. */
function split(specifier: string): readonly string[] {
  const [scope = '', kind = '', ...rest] = specifier.split('/');
  return [scope, kind, rest.join('/')];
}

function missingModule(name: string, index: ComponentIndex): string | undefined {
  if (index.has('LightningComponentBundle', name)) return undefined;
  return `No MODULE named markup://c:${name} found`;
}

function missingFile({ files, fullName }: MetadataComponent, path: string, specifier: string): string | undefined {
  const base = new URL(specifier, `file:///${path}`).pathname.slice(1);
  if (['', '.js', '.html', '.css', '.scoped.css?scoped=true'].some((suffix) => files.has(base + suffix)))
    return undefined;
  return `"${specifier}" cannot be resolved in the component bundle ${fullName}`;
}

function missingReference(kind: string, reference: string, index: ComponentIndex, path: string): string | undefined {
  const invalid = (type: string): string => {
    return `Invalid reference ${reference} of type ${type} in file ${path.slice(path.lastIndexOf('/') + 1)}`;
  };
  switch (kind) {
    case 'label':
      return index.hasLabel(reference.replace(/^c\./, '')) ? undefined : invalid('label');
    case 'schema':
      return isInSchema(reference, index)
        ? undefined
        : invalid(reference.includes('.') ? 'sobjectField' : 'sobjectClass');
    case 'customPermission':
      return index.has('CustomPermission', reference) ? undefined : invalid('customPermission');
    case 'resourceUrl':
      return index.has('StaticResource', reference) ? undefined : invalid('resourceUrl');
    case 'apex': {
      const [className = ''] = reference.split('.');
      const known = className === '' || index.has('ApexClass', className);
      return known ? undefined : `Unable to find Apex action class referenced as '${className}'.`;
    }
    default:
      return undefined;
  }
}

/** `Opportunity`, `Opportunity.StageName` or `Opportunity.Account.Name`. */
function isInSchema(reference: string, { schema }: ComponentIndex): boolean {
  const [object = '', ...way] = reference.split('.');
  const field = way.pop();
  let current = schema.object(object)?.name;
  for (const step of way) current = current === undefined ? undefined : schema.parent(current, step)?.referenceTo[0];
  if (current === undefined) return false;
  return field === undefined || schema.field(current, field) !== undefined;
}

function camelCase(tag: string): string {
  return tag.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
