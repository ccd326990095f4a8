import type { SqlFragment } from '../security/types.ts';

/** When and for whom a write happens: the same for every record of a call. */
export interface WriteMoment {
  /** 'YYYY-MM-DDTHH:MM:SS.sssZ' by the org's clock. */
  readonly now: string;
  /** Real time, in the order of the writes. */
  readonly stamp: string;
  readonly userId: string;
  /** What formulas ask: `today` is the date in the org's time zone. */
  readonly formulaContext: {
    readonly today: string;
    readonly now: string;
    readonly userField: (name: string) => SqlFragment;
    readonly hasPermission: (name: string) => boolean;
  };
}

/** The date at this moment in a time zone. @param timeZone an IANA name */
export function dateIn(timeZone: string, moment: Date): string {
  if (timeZone === 'UTC' || timeZone === 'GMT') return moment.toISOString().slice(0, 10);
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(timeZone, format);
  }
  return format.format(moment);
}

const formats = new Map<string, Intl.DateTimeFormat>();
