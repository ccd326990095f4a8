import { transformSync } from '@lwc/compiler';

import { isObject } from '../json-object.ts';
import type { MetadataComponent } from '../org.ts';
import type { ComponentFault } from './component-fault.ts';

const TYPE = 'LightningComponentBundle';
const COMPILED = /\.(js|html|css)$/;
const ALLOWED = /\.(js|html|css|svg|json|js-meta\.xml)$/;
/** The platform's limit for one file. */
const MAX_BYTES = 1_048_576;

/** Compiles each file of a component bundle; what the compiler refuses becomes a fault with line and column. */
export function checkBundle(bundle: MetadataComponent): ComponentFault[] {
  const { fullName, files } = bundle;
  const folder = `lwc/${fullName}/`;
  const fault = (message: string, fileName = `${folder}${fullName}.js`): ComponentFault => ({
    type: TYPE,
    fullName,
    message,
    fileName,
  });
  if (!/^[a-z][A-Za-z0-9_]*$/.test(fullName) || fullName.includes('__') || fullName.endsWith('_')) {
    return [
      fault(
        `The component name ${fullName} must begin with a lowercase letter, contain only alphanumeric or underscore ` +
          'characters, and not end with or double an underscore',
      ),
    ];
  }
  if (!files.has(`${folder}${fullName}.js-meta.xml`)) {
    return [fault(`Cannot find Lightning Component Bundle ${fullName}: ${fullName}.js-meta.xml is missing`)];
  }
  const main = [`${folder}${fullName}.js`, `${folder}${fullName}.html`, `${folder}${fullName}.css`];
  if (!main.some((path) => files.has(path))) {
    return [
      fault(`A Lightning web component bundle must have a file ${fullName}.js, ${fullName}.html or ${fullName}.css`),
    ];
  }
  return [...files].flatMap(([path, content]) => {
    if (!ALLOWED.test(path))
      return [fault(`Files like ${path} cannot be part of a Lightning web component bundle`, path)];
    if (content.length > MAX_BYTES) return [fault(`The file is larger than ${MAX_BYTES} bytes`, path)];
    const compiled =
      COMPILED.test(path) && !path.slice(folder.length).startsWith('__') ? compile(fullName, path, content) : undefined;
    return compiled ? [compiled] : [];
  });
}

function compile(name: string, path: string, content: Uint8Array): ComponentFault | undefined {
  const filename = path.slice(path.lastIndexOf('/') + 1);
  try {
    transformSync(Buffer.from(content).toString('utf8'), filename, {
      name,
      namespace: 'c',
      enableDynamicComponents: true,
      enableLwcOn: true,
      scopedStyles: filename.endsWith('.scoped.css'),
    });
    return undefined;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // The compiler resolves the file's name against the working directory; who deploys knows another one.
    const message = error.message.replace(/\n[\s\S]*$/, '').replaceAll(`${process.cwd()}/`, '');
    return { type: TYPE, fullName: name, fileName: path, message, ...placeOf(error, filename) };
  }
}

/** Lines and columns from 1; the compiler counts the columns of scripts from 0. */
function placeOf(error: Error, filename: string): { line?: number; column?: number } {
  const location: unknown = 'location' in error ? error.location : undefined;
  if (!isObject(location) || typeof location['line'] !== 'number') return {};
  const column = typeof location['column'] === 'number' ? location['column'] : 0;
  return { line: location['line'], column: filename.endsWith('.js') ? column + 1 : column };
}
