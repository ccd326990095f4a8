import { flag, number, recordsIn, text, type PlainRecord } from 'c/graphqlRecords';

/** A skill that can be observed of a person. */
export interface SkillToAssess {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly domain: string;
  /** What level 1 to 5 looks like; undefined where the skill has no words of its own. */
  readonly anchors: readonly (string | undefined)[];
  /** Absent where nothing was published, or too little is known to say. */
  readonly score?: number;
  readonly target?: number;
  /** States of the model as core serialised them. */
  readonly state?: string;
  readonly difficulty?: string;
}

export interface SkillsToAssess {
  /** Those the role asks for first, weakest first; then the others by name. */
  readonly skills: readonly SkillToAssess[];
  readonly personState?: string;
}

const LEVELS = [1, 2, 3, 4, 5] as const;

/** The skills of what `SKILLS_QUERY` answered. */
export function toSkillsToAssess(data: unknown): SkillsToAssess {
  const published = new Map(recordsIn(data, 'skills').map((record) => [text(record, 'Skill__c'), record]));
  const skills = recordsIn(data, 'Skill__c').map((record): SkillToAssess => {
    const row: PlainRecord = published.get(text(record, 'Id')) ?? {};
    return {
      id: text(record, 'Id') ?? '',
      name: text(record, 'Name') ?? '',
      code: text(record, 'Code__c') ?? '',
      domain: text(record, 'Domain__c') ?? '',
      anchors: LEVELS.map((level) => text(record, `Anchor_${level}__c`)),
      score: flag(row, 'Enough_Evidence__c') ? number(row, 'Score__c') : undefined,
      target: number(row, 'Target__c'),
      state: text(row, 'State__c'),
      difficulty: text(record, 'Difficulty_State__c'),
    };
  });
  return {
    skills: skills.sort((a, b) => need(b) - need(a) || a.name.localeCompare(b.name)),
    personState: text(recordsIn(data, 'overall')[0] ?? {}, 'State__c'),
  };
}

/** Points below the target; a skill that nobody knows about counts as one just below, one without target last. */
function need({ score, target }: SkillToAssess): number {
  if (target === undefined) return -Infinity;
  return score === undefined ? 0 : target - score;
}

/** The skill to begin with: the one asked for, else the weakest of the domain, else the weakest. */
export function firstSkill(
  skills: readonly SkillToAssess[],
  { skillId, domain }: { readonly skillId?: string; readonly domain?: string },
): SkillToAssess | undefined {
  return skills.find(({ id }) => id === skillId) ?? skills.find((skill) => skill.domain === domain) ?? skills[0];
}
