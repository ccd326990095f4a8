/** A change of a time zone's offset: from this instant (stored form) on, `minutes` are added to UTC. */
export interface OffsetChange {
  readonly from: string;
  readonly minutes: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Offsets are known for these years; before and after, the nearest one holds. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2040;

const formatters = new Map<string, Intl.DateTimeFormat>();
const changes = new Map<string, readonly OffsetChange[]>();

/** Minutes to add to UTC for the time in this zone at this instant. */
export function offsetMinutes(timeZone: string, instant: number): number {
  const formatted = formatter(timeZone).formatToParts(instant);
  const parts = new Map<string, number>(formatted.map(({ type, value }) => [type, Number(value)]));
  const part = (type: string): number => parts.get(type) ?? 0;
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour') % 24,
    part('minute'),
    part('second'),
  );
  return Math.round((local - Math.floor(instant / 1000) * 1000) / MINUTE);
}

/** The calendar day `YYYY-MM-DD` that it is in this zone at this instant. */
export function localDay(timeZone: string, instant: Date): string {
  const time = instant.getTime();
  return new Date(time + offsetMinutes(timeZone, time) * MINUTE).toISOString().slice(0, 10);
}

/** The instant, in stored form, at which the day begins in this zone. */
export function startOfDay(timeZone: string, day: string): string {
  const midnight = Date.parse(`${day}T00:00:00.000Z`);
  const guess = midnight - offsetMinutes(timeZone, midnight) * MINUTE;
  const settled = midnight - offsetMinutes(timeZone, guess) * MINUTE;
  return new Date(settled).toISOString();
}

/** Every offset of a zone from 2000 to 2040, the earliest first. */
export function offsetChanges(timeZone: string): readonly OffsetChange[] {
  let known = changes.get(timeZone);
  if (!known) changes.set(timeZone, (known = findChanges(timeZone)));
  return known;
}

function findChanges(timeZone: string): OffsetChange[] {
  const start = Date.UTC(FIRST_YEAR, 0, 1);
  let offset = offsetMinutes(timeZone, start);
  const found: OffsetChange[] = [{ from: '0000', minutes: offset }];
  let low = start;
  for (let month = 1; month <= (LAST_YEAR - FIRST_YEAR) * 12; month++) {
    const high = Date.UTC(FIRST_YEAR, month, 1);
    const next = offsetMinutes(timeZone, high);
    if (next !== offset) {
      const from = new Date(changeBetween(timeZone, low, high, offset)).toISOString();
      found.push({ from, minutes: next });
      offset = next;
    }
    low = high;
  }
  return found;
}

/** Offsets change on quarters of an hour. */
function changeBetween(timeZone: string, low: number, high: number, before: number): number {
  const step = HOUR / 4;
  let [from, to] = [low / step, high / step];
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2);
    if (offsetMinutes(timeZone, middle * step) === before) from = middle;
    else to = middle;
  }
  return to * step;
}

function formatter(timeZone: string): Intl.DateTimeFormat {
  let known = formatters.get(timeZone);
  if (!known) {
    known = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(timeZone, known);
  }
  return known;
}
