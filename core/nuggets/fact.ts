import { dayOf, instantOf } from '../situation/days.ts';
import { normalizeText } from '../situation/normalize-text.ts';
import type { Signal, SignalValue } from '../situation/types.ts';

/** A signal's value as conditions look at it. */
export interface Fact {
  readonly value: SignalValue;
  /** Comparable texts: normalized text, `true`/`false`, a number's shortest form, a date's day number. */
  readonly tokens: readonly string[];
  /** The number, or the day number of a date. */
  readonly number: number | undefined;
}

/** Reads a situation's value as a fact; undefined where it is blank or not of the signal's type. */
export function factOf(value: SignalValue | undefined, signal: Signal): Fact | undefined {
  if (value === undefined) return undefined;
  switch (signal.type) {
    case 'text': {
      const texts = typeof value === 'string' ? [value] : typeof value === 'object' ? value : [];
      const tokens = texts.map(normalizeText).filter((token) => token !== '');
      return tokens.length === 0 ? undefined : { value, tokens, number: undefined };
    }
    case 'number':
      return typeof value === 'number' ? { value, tokens: [numberToken(value)], number: value } : undefined;
    case 'boolean':
      return typeof value === 'boolean' ? { value, tokens: [String(value)], number: undefined } : undefined;
    case 'date': {
      const instant = typeof value === 'string' ? instantOf(value) : undefined;
      if (instant === undefined) return undefined;
      const day = dayOf(instant);
      return { value, tokens: [numberToken(day)], number: day };
    }
  }
}

/** The one text for a number, so that `50`, `50.0` and `5e1` are equal. */
export function numberToken(number: number): string {
  return String(number === 0 ? 0 : number);
}
