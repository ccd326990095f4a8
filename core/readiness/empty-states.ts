import { DEFAULT_PARAMETERS, type ReadinessParameters } from './parameters.ts';
import type { ItemState, PersonState, ReadinessState, SkillState } from './types.ts';

/** A person and a skill of which nothing is known yet. */
export function emptyState(parameters: ReadinessParameters = DEFAULT_PARAMETERS): ReadinessState {
  return {
    ability: 0,
    variance: parameters.abilityVariance,
    residual: 0,
    streak: 0,
    passes: 0,
    misses: 0,
    successes: 0,
    failures: 0,
    count: 0,
    weight: 0,
    points: 0,
    stability: parameters.firstStability,
  };
}

/** A person of whom nothing is known. `prior` is the ability to start from (log-odds), such as the role's. */
export function emptyPerson(prior = 0, parameters: ReadinessParameters = DEFAULT_PARAMETERS): PersonState {
  return { mean: prior, variance: parameters.personVariance, count: 0, residual: 0, streak: 0, passes: 0, misses: 0 };
}

/** A check question nobody has answered; with what the parameters know of it, where its id is given. */
export function emptyItem(parameters: ReadinessParameters = DEFAULT_PARAMETERS, id?: string): ItemState {
  const item = { mean: 0, variance: parameters.itemVariance, count: 0 };
  const context = id === undefined ? undefined : parameters.contexts?.questions.get(id);
  return context === undefined ? item : { ...item, context };
}

/** A skill nobody has shown or missed; with what the parameters know of it, where its code is given. */
export function emptySkill(parameters: ReadinessParameters = DEFAULT_PARAMETERS, code?: string): SkillState {
  const skill = { mean: 0, variance: parameters.skillVariance, count: 0 };
  return code === undefined ? skill : withOwn(skill, code, parameters);
}

/** The skill with its table and context from the parameters. */
export function withOwn(skill: SkillState, code: string, { skillTables, contexts }: ReadinessParameters): SkillState {
  const table = skillTables?.get(code);
  const context = contexts?.skills.get(code);
  if (table === undefined && context === undefined) return skill;
  return { ...skill, ...(table && { table }), ...(context && { context }) };
}
