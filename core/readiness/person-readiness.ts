import type { IsoDateTime } from '../situation/types.ts';
import { aggregate, gapOf } from './aggregate.ts';
import { dueForReview } from './due-for-review.ts';
import { emptySkill, emptyState } from './empty-states.ts';
import type { ReadinessParameters } from './parameters.ts';
import { predict } from './predict.ts';
import type { ReplayedPerson } from './replay-evidence.ts';
import type {
  AggregateScore,
  GroupReadiness,
  PersonInput,
  PersonReadiness,
  PersonState,
  ReadinessState,
  RoleTarget,
  SkillReadiness,
  SkillState,
} from './types.ts';

/** What is known of a person at a moment: enough for the scores of that moment. */
export interface KnownPerson {
  readonly person: PersonState;
  readonly states: ReadonlyMap<string, ReadinessState>;
}

/** Everything about one person as it is at `now`, but for the trend, from what a replay up to then has learned. */
export function personReadiness(
  input: PersonInput,
  known: ReplayedPerson,
  skills: ReadonlyMap<string, SkillState>,
  now: Date,
  parameters: ReadinessParameters,
): PersonReadiness {
  const rows = skillRows(input, known, skills, now, parameters);
  const [overall] = groupRows(rows, () => OVERALL, parameters);
  return {
    personId: input.personId,
    person: known.person,
    skills: rows,
    domains: groupRows(rows, ({ domain }) => domain, parameters),
    components: groupRows(rows, ({ component }) => component, parameters),
    overall,
    snapshots: [],
  };
}

/** One row a skill that the role asks for or that has evidence, sorted by skill code. */
export function skillRows(
  { targets }: PersonInput,
  { person, states, contributions }: ReplayedPerson,
  skills: ReadonlyMap<string, SkillState>,
  now: Date,
  parameters: ReadinessParameters,
): SkillReadiness[] {
  const targetOf = new Map(targets.map((target) => [target.skillCode, target]));
  const codes = [...new Set([...targetOf.keys(), ...states.keys()])].sort();
  return codes.map((skillCode) => {
    const state = states.get(skillCode) ?? emptyState(parameters);
    const skill = skills.get(skillCode) ?? emptySkill(parameters, skillCode);
    const asked = targetOf.get(skillCode);
    const score = predict(state, person, skill, now, parameters);
    const gap = asked && gapOf(score, asked.target);
    return {
      skillCode,
      domain: asked?.domain,
      component: asked?.component,
      weight: asked?.weight ?? 0,
      score,
      target: asked?.target,
      gap: gap?.gap,
      gapFlagged: gap?.flagged ?? false,
      lastEvidenceAt: state.at === undefined ? undefined : new Date(state.at).toISOString(),
      dueForReview: asked && dueForReview(state, person, skill, asked.target, now, parameters),
      state,
      // Read only where it is shown: the service keeps it on disk.
      get contributions() {
        return contributions.get(skillCode) ?? [];
      },
    };
  });
}

/** Readiness over the skills of the role's targets, by domain or component; sorted by name. */
export function groupRows(
  rows: readonly SkillReadiness[],
  nameOf: (row: SkillReadiness) => string | undefined,
  parameters: ReadinessParameters,
): GroupReadiness[] {
  const groups = new Map<string, SkillReadiness[]>();
  for (const row of rows) {
    const name = nameOf(row);
    if (name === undefined || row.target === undefined) continue;
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, members]) => {
      const score = aggregate(members, parameters);
      return score ? [{ name, score, lastEvidenceAt: latest(members) }] : [];
    });
}

/** Domain scores and the overall one (named `Overall`) at a moment in the past: what a trend needs. */
export function scoresAt(
  targets: readonly RoleTarget[],
  { person, states }: KnownPerson,
  skills: ReadonlyMap<string, SkillState>,
  now: Date,
  parameters: ReadinessParameters,
): { scope: string; score: AggregateScore }[] {
  const scored = targets.map(({ skillCode, domain, target, weight }) => {
    const state = states.get(skillCode) ?? emptyState(parameters);
    const skill = skills.get(skillCode) ?? emptySkill(parameters, skillCode);
    return { domain, target, weight, score: predict(state, person, skill, now, parameters) };
  });
  const domains = [...new Set(scored.map(({ domain }) => domain))].sort();
  return [OVERALL, ...domains].flatMap((scope) => {
    const score = aggregate(scope === OVERALL ? scored : scored.filter(({ domain }) => domain === scope), parameters);
    return score ? [{ scope, score }] : [];
  });
}

/** The scope of the score over all of a role's targets. */
export const OVERALL = 'Overall';

function latest(rows: readonly SkillReadiness[]): IsoDateTime | undefined {
  return rows.reduce<IsoDateTime | undefined>(
    (last, { lastEvidenceAt }) => (last === undefined || (lastEvidenceAt ?? '') > last ? lastEvidenceAt : last),
    undefined,
  );
}
