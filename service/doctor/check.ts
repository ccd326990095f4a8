/** One thing the doctor looked at. */
export interface Check {
  readonly name: string;
  readonly status: 'ok' | 'warning' | 'failure';
  readonly message: string;
  readonly nextStep?: string;
}

export function ok(name: string, message: string): Check {
  return { name, status: 'ok', message };
}

export function warning(name: string, message: string, nextStep?: string): Check {
  return { name, status: 'warning', message, ...(nextStep === undefined ? {} : { nextStep }) };
}

export function failure(name: string, message: string, nextStep?: string): Check {
  return { name, status: 'failure', message, ...(nextStep === undefined ? {} : { nextStep }) };
}
