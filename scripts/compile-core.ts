import { transformSync } from '@lwc/compiler';
import { compile } from '@lwc/sfdc-lwc-compiler';

/** What either LWC compiler, the open-source or the platform's, has to say against a module; empty when nothing. */
export async function compileCore(name: string, code: string): Promise<string[]> {
  const { warnings } = transformSync(code, `${name}.js`, { name, namespace: 'c' });
  const { success, diagnostics } = await compile({
    bundle: { type: 'platform', namespace: 'c', name, files: { [`${name}.js`]: code } },
  });
  const messages = [...(warnings ?? []), ...diagnostics].map(({ message }) => message);
  return success || messages.length > 0 ? messages : ['the compiler failed without a diagnostic'];
}
