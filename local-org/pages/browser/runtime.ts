export { apexMethod } from './apex-method.ts';
import { boot } from './boot.ts';

/** What the `@salesforce/*` modules of deployed components are made of; imported by generated code only. */
export const session = boot.session;

/** As the platform decides it: once, when the page loads. */
export const formFactor: 'Large' | 'Medium' | 'Small' =
  window.innerWidth < 768 ? 'Small' : window.innerWidth < 1024 && navigator.maxTouchPoints > 0 ? 'Medium' : 'Large';

/** True or undefined, as `@salesforce/customPermission` and `userPermission` modules are. */
export function hasPermission(name: string): true | undefined {
  const [kind, permission = ''] = name.split('/');
  const granted = kind === 'customPermission' ? session.customPermissions : session.userPermissions;
  return granted.includes(permission) ? true : undefined;
}
