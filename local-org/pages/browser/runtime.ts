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

interface ApexFailure {
  readonly status: number;
  readonly body: { readonly message: string };
}

/** Apex is stored but does not run here: a call, imperative or wired, answers with an error that says so. */
export function apexMethod(name: string): (parameters?: unknown) => Promise<never> {
  const failure: ApexFailure = { status: 501, body: { message: `Apex does not run in local-org (${name}).` } };
  const method = (): Promise<never> => Promise.reject(failure);
  return Object.assign(method, { adapter: failingAdapter(failure) });
}

type ApexCallback = (value: { data: undefined; error: ApexFailure | undefined }) => void;

function failingAdapter(failure: ApexFailure) {
  return class {
    private readonly callback: ApexCallback;
    constructor(callback: ApexCallback) {
      this.callback = callback;
    }
    connect(): void {
      this.callback({ data: undefined, error: failure });
    }
    update(): void {}
    disconnect(): void {}
  };
}
