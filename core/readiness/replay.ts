import { emptyItem, emptyPerson, emptySkill, emptyState } from './empty-states.ts';
import { DEFAULT_PARAMETERS, type ReadinessParameters } from './parameters.ts';
import { type CountedCheck, practiceRule } from './practice-rule.ts';
import type { ReplayStore } from './replay-store.ts';
import { type RoleMember, rolePriors } from './role-priors.ts';
import type { Contribution, Evidence, PersonState } from './types.ts';
import { update } from './update.ts';

/** What people of each role start from during one month (UTC). */
export interface MonthPriors {
  /** Its first moment, epoch milliseconds. */
  readonly month: number;
  /** Log-odds by role; a role without anybody who has evidence is absent. */
  readonly priors: ReadonlyMap<string, number>;
}

export interface ReplayOptions {
  readonly store: ReplayStore;
  /** The sales role of a person, as it is now. */
  readonly roleOf?: (personId: string) => string | undefined;
  /** A prior that is given for a person, whatever the role's is. */
  readonly priorOf?: (personId: string) => number | undefined;
  readonly parameters?: ReadinessParameters;
  /** Where going on from a store: the priors of the month it stands in, and the checks of its last 24 hours. */
  readonly month?: MonthPriors;
  readonly earlier?: Iterable<CountedCheck>;
  /** Told of each month that begins, with the people as they are then. */
  readonly onMonth?: (priors: MonthPriors) => void;
}

export interface Replay {
  /** The next piece in the order of time, then id. @returns what it did, or undefined where it is practice only */
  take(piece: Evidence, moment: number): Contribution | undefined;
  /** Comes to a moment without a piece, so that the month's priors are those of that moment. */
  passTo(moment: number): void;
  /** The person as known so far, and before any evidence as the role's people let expect. */
  personOf(personId: string): PersonState;
}

/**
 * Goes through everybody's evidence in its one order, piece by piece, so that difficulties of questions and skills are
 * learned from all. Where a person starts follows from what the role's people had shown when the month began.
 *
 * Going on from a store in which a replay stopped gives exactly what one replay of everything gives.
 */
export function createReplay(options: ReplayOptions): Replay {
  const { store, roleOf = () => undefined, priorOf = () => undefined, parameters = DEFAULT_PARAMETERS } = options;
  const counts = practiceRule(options.earlier);
  let current: MonthPriors = options.month ?? { month: -Infinity, priors: new Map() };
  let nextMonth = options.month === undefined ? -Infinity : monthAfter(options.month.month);

  const passTo = (moment: number): void => {
    if (moment < nextMonth) return;
    const month = monthOf(moment);
    current = { month, priors: rolePriors(membersOf(store, roleOf), parameters) };
    nextMonth = monthAfter(month);
    options.onMonth?.(current);
  };
  const startOf = (personId: string): number => priorOf(personId) ?? current.priors.get(roleOf(personId) ?? '') ?? 0;
  const beginPerson = (personId: string, moment: number): PersonState => {
    const prior = startOf(personId);
    store.startPerson(personId, { prior, moment });
    return emptyPerson(prior, parameters);
  };

  return {
    passTo,
    personOf: (personId) => store.person(personId) ?? emptyPerson(startOf(personId), parameters),
    take: (piece, moment) => {
      passTo(moment);
      if (!counts(piece, moment)) return undefined;
      const { personId, skillCode, itemId } = piece;
      const result = update(
        {
          state: store.state(personId, skillCode) ?? emptyState(parameters),
          person: store.person(personId) ?? beginPerson(personId, moment),
          skill: store.skill(skillCode) ?? emptySkill(parameters, skillCode),
          item: itemId === undefined ? undefined : (store.item(itemId) ?? emptyItem(parameters, itemId)),
        },
        piece,
        parameters,
      );
      store.setPerson(personId, result.person);
      store.setState(personId, skillCode, result.state);
      store.setSkill(skillCode, result.skill);
      if (itemId !== undefined && result.item) store.setItem(itemId, result.item);
      return result.contribution;
    },
  };
}

function* membersOf(store: ReplayStore, roleOf: (personId: string) => string | undefined): Iterable<RoleMember> {
  for (const [personId, person] of store.people()) {
    const role = roleOf(personId);
    if (role !== undefined) yield { role, person };
  }
}

/** First moment of the month (UTC) of a moment; epoch milliseconds. */
export function monthOf(moment: number): number {
  const date = new Date(moment);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
}

function monthAfter(month: number): number {
  const date = new Date(month);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
}
