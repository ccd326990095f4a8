import type { WatermarkTable } from '../replica/index.ts';

/** A transaction of the org may become visible this long (in milliseconds) after the stamp it gave its rows. */
export const OVERLAP = 5 * 60_000;

/**
 * From which SystemModstamp on an object has to be read again. Below the highest stamp seen, an overlap is read twice
 * until that stamp was seen long enough ago for every transaction of its time to have ended.
 */
export function pullFrom(watermark: WatermarkTable, now: Date): string {
  const settled = now.getTime() - Date.parse(watermark.settled_from) >= OVERLAP;
  return settled ? watermark.modstamp : new Date(Date.parse(watermark.modstamp) - OVERLAP).toISOString();
}

/** The watermark after a pull that answered rows up to `highest` (undefined when it answered none). */
export function nextWatermark(
  object: string,
  before: WatermarkTable | undefined,
  highest: string | undefined,
  now: Date,
): WatermarkTable | undefined {
  if (before === undefined && highest === undefined) return undefined;
  if (before !== undefined && (highest === undefined || highest <= before.modstamp))
    return { ...before, pulled_at: now.toISOString() };
  return { object, modstamp: highest ?? '', settled_from: now.toISOString(), pulled_at: now.toISOString() };
}
