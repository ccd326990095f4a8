import {
  dueForReview,
  explainScore,
  gapOf,
  nextActions,
  ReadinessStateError,
  type Explanation,
  type NextAction,
} from 'c/core';
import { toUtc } from 'c/dates';
import type { CheckResponse } from './checkResponse';
import { continueReadiness, type Continuation } from './continueReadiness';
import { componentRows, regroup } from './groupRows';
import type { ReadinessRow } from './readinessRow';

/** A person's readiness today: what was published, and the answers that are newer. */
export interface CurrentReadiness {
  readonly skills: readonly ReadinessRow[];
  readonly domains: readonly ReadinessRow[];
  readonly components: readonly (ReadinessRow & { readonly component: string })[];
  readonly overall?: ReadinessRow;
  /** Where a skill's score comes from; undefined where the published state cannot be read. */
  readonly explain: (row: ReadinessRow) => Explanation | undefined;
  /** Answers that the published state did not have yet. */
  readonly newerAnswers: number;
  /** Skills in which training closes a gap, most urgent first; none where the published states cannot be read. */
  readonly actions: readonly NextAction[];
}

/**
 * Brings published rows up to date with the person's newer answers. Without newer answers the rows stay as published.
 *
 * @param weights how much each skill counts in the person's role, by skill code; 1 where absent
 */
export function currentReadiness(
  personId: string,
  rows: readonly ReadinessRow[],
  responses: readonly CheckResponse[],
  weights: ReadonlyMap<string, number>,
  now: Date,
): CurrentReadiness {
  const skills = rows.filter(({ scope }) => scope === 'Skill');
  const domains = rows.filter(({ scope }) => scope === 'Domain');
  const overall = rows.find(({ scope }) => scope === 'Overall');
  const continued = attempt(() => continueReadiness(personId, skills.flatMap(published), overall?.state, responses));
  const newerAnswers = [...(continued?.contributions.values() ?? [])].reduce((sum, list) => sum + list.length, 0);
  const actions = continued ? actionsOf(skills, continued, weights, now) : [];
  const explain = (row: ReadinessRow): Explanation | undefined =>
    continued && explainRow(row, continued, newerAnswers > 0 ? now : momentOf(row, now));
  if (!continued || newerAnswers === 0) {
    const components = componentRows(skills, weights);
    return { skills, domains, components, overall, explain, newerAnswers: 0, actions };
  }

  const current = skills.map((row) => continueRow(row, continued, now));
  const inDomain = (name?: string): ReadinessRow[] => current.filter(({ domain }) => domain === name);
  return {
    skills: current,
    domains: domains.map((row) => regroup(row, inDomain(row.domain), weights)),
    components: componentRows(current, weights),
    overall: overall && regroup(overall, current, weights),
    explain,
    newerAnswers,
    actions,
  };
}

function explainRow({ skillCode }: ReadinessRow, continued: Continuation, at: Date): Explanation | undefined {
  if (!skillCode) return undefined;
  return explainScore(continued.stateOf(skillCode), continued.person, continued.difficultyOf(skillCode), at);
}

/** A row that stays as published is explained as of when it was computed, so that the parts add up to what it shows. */
function momentOf({ computedAt }: ReadinessRow, now: Date): Date {
  return computedAt ? new Date(toUtc(computedAt)) : now;
}

function published(row: ReadinessRow): (ReadinessRow & { skillCode: string })[] {
  return row.skillCode ? [{ ...row, skillCode: row.skillCode }] : [];
}

/** A newer answer in one skill says something about the person, and thereby moves every skill. */
function continueRow(row: ReadinessRow, continued: Continuation, now: Date): ReadinessRow {
  const { skillCode, target } = row;
  if (!skillCode) return row;
  const score = continued.scoreOf(skillCode, now);
  const added = [...(continued.contributions.get(skillCode) ?? [])].reverse();
  return {
    ...row,
    ...score,
    ...(target === undefined ? {} : continueTarget(skillCode, target, continued, now)),
    contributions: [...added, ...row.contributions],
  };
}

function continueTarget(
  skillCode: string,
  target: number,
  continued: Continuation,
  now: Date,
): Pick<ReadinessRow, 'gapFlagged' | 'dueForReview'> {
  const [state, difficulty] = [continued.stateOf(skillCode), continued.difficultyOf(skillCode)];
  return {
    gapFlagged: gapOf(continued.scoreOf(skillCode, now), target).flagged,
    dueForReview: dueForReview(state, continued.person, difficulty, target, now),
  };
}

function actionsOf(
  skills: readonly ReadinessRow[],
  continued: Continuation,
  weights: ReadonlyMap<string, number>,
  now: Date,
): NextAction[] {
  const targets = skills.flatMap(({ skillCode, target }) => {
    if (!skillCode || target === undefined) return [];
    const [state, skill] = [continued.stateOf(skillCode), continued.difficultyOf(skillCode)];
    return [{ skillCode, state, skill, target, weight: weights.get(skillCode) ?? 1 }];
  });
  return nextActions(targets, continued.person, now);
}

/** A state of another model version cannot be gone on from; the published numbers still stand. */
function attempt(compute: () => Continuation): Continuation | undefined {
  try {
    return compute();
  } catch (error) {
    if (error instanceof ReadinessStateError) return undefined;
    throw error;
  }
}
