import type { Plugin } from 'vite';

const PREFIX = '\0salesforce:';

/** Facts that differ by person: read from the page's session when it loads. */
const SESSION_FACTS: Readonly<Record<string, string>> = {
  'user/Id': 'session.userId',
  'user/isGuest': 'false',
  'i18n/locale': 'session.locale',
  'i18n/lang': 'session.locale',
  'i18n/timeZone': 'session.timeZone',
  'i18n/currency': 'session.currency',
  'client/formFactor': 'formFactor',
};

export interface ScopedModuleOptions {
  /** Custom labels by name. */
  readonly labels: Readonly<Record<string, string>>;
  /** The browser module that exports `session`, `formFactor`, `hasPermission` and `apexMethod`. */
  readonly runtime: string;
  /** Called with every permission that a component asks for, e.g. `customPermission/Manage_Content`. */
  readonly onPermission: (name: string) => void;
}

/** Provides the `@salesforce/*` modules that exist only on the platform, from the org's metadata and the session. */
export function scopedModulesPlugin(options: ScopedModuleOptions): Plugin {
  return {
    name: 'salesforce-scoped-modules',
    enforce: 'pre',
    resolveId(specifier) {
      return moduleSource(specifier, options) === undefined ? null : PREFIX + specifier;
    },
    load(id) {
      if (!id.startsWith(PREFIX)) return null;
      const specifier = id.slice(PREFIX.length);
      const permission = /^@salesforce\/((?:custom|user)Permission\/.+)$/.exec(specifier)?.[1];
      if (permission !== undefined) options.onPermission(permission);
      return { code: moduleSource(specifier, options) ?? '', moduleSideEffects: false };
    },
  };
}

/** The source of one scoped module, or undefined when it is not ours to provide. Throws for an unknown label. */
export function moduleSource(
  specifier: string,
  options: Omit<ScopedModuleOptions, 'onPermission'>,
): string | undefined {
  const [, kind, rest] = /^@salesforce\/([^/]+)\/(.+)$/.exec(specifier) ?? [];
  if (kind === undefined || rest === undefined) return undefined;
  const fact = SESSION_FACTS[`${kind}/${rest}`];
  if (fact !== undefined) return fromRuntime(fact, options.runtime);
  switch (kind) {
    case 'label': {
      if (!rest.startsWith('c.')) return undefined;
      const text = options.labels[rest.slice(2)];
      if (text === undefined) throw new Error(`The custom label ${rest.slice(2)} is not in the org: deploy it first.`);
      return constant(text);
    }
    case 'schema':
      return constant(schemaReference(rest));
    case 'resourceUrl':
      return constant(`/resource/${rest}`);
    case 'customPermission':
    case 'userPermission':
      return fromRuntime(`hasPermission(${JSON.stringify(`${kind}/${rest}`)})`, options.runtime);
    case 'apex':
      return fromRuntime(`apexMethod(${JSON.stringify(rest)})`, options.runtime);
    default:
      return undefined;
  }
}

function schemaReference(path: string): { objectApiName: string; fieldApiName?: string } {
  const [objectApiName = path, ...field] = path.split('.');
  return field.length === 0 ? { objectApiName } : { objectApiName, fieldApiName: field.join('.') };
}

function constant(value: unknown): string {
  return `export default ${JSON.stringify(value)};`;
}

function fromRuntime(expression: string, runtime: string): string {
  const name = /^\w+/.exec(expression)?.[0] ?? '';
  const imported = name === 'false' ? '' : `import { ${name} } from ${JSON.stringify(runtime)};\n`;
  return `${imported}export default ${expression};`;
}
