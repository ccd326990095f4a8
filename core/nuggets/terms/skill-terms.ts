import { levelDistance } from '../level-distance.ts';
import { isDue, meanOverSkills, type Ranking, type RankTerm, skillName, weightOf } from '../ranking.ts';
import type { Match, NuggetSkill, Reason, SkillStanding } from '../types.ts';

/** A gap of 100 points triples a nugget's score. */
const GAP_GAIN = 2;
/** What an unmeasured skill counts as, in points of gap, where the role asks for it. */
const UNKNOWN_GAP = 20;
const DUE_GAIN = 0.4;
/** A nugget of the wrong level loses at most this share. */
const LEVEL_LOSS = 0.2;

/** The larger the person's gap on the nugget's skills, the higher. */
export const gapTerm: RankTerm = {
  factor: ({ nugget }, ranking) => 1 + GAP_GAIN * meanOverSkills(nugget, ranking, gapOf),
  reasons: (match, ranking) => shared(match, ranking, gapTerm, gapOf, gapReason),
};

/** Higher where a review of the nugget's skills is due. */
export const dueTerm: RankTerm = {
  factor: ({ nugget }, ranking) => 1 + DUE_GAIN * meanOverSkills(nugget, ranking, dueShare),
  reasons: (match, ranking) => shared(match, ranking, dueTerm, dueShare, dueReason),
};

/** Lower where the nugget is far above or below the person. */
export const levelTerm: RankTerm = {
  factor: ({ nugget }, ranking) => {
    if (nugget.level === undefined) return 1;
    let distance = 0;
    let weights = 0;
    for (const skill of nugget.skills) {
      const score = ranking.skills.get(skill.skillCode)?.score;
      weights += weightOf(skill);
      if (score !== undefined) distance += weightOf(skill) * levelDistance(nugget.level, score);
    }
    return weights > 0 ? 1 - LEVEL_LOSS * Math.min(1, distance / weights) : 1;
  },
};

/** The gap as a share of 100 points. */
function gapOf(standing: SkillStanding | undefined): number {
  if (standing?.target === undefined) return 0;
  return (standing.score === undefined ? UNKNOWN_GAP : Math.max(0, standing.target - standing.score)) / 100;
}

function dueShare(standing: SkillStanding | undefined, { today }: Ranking): number {
  return isDue(standing, today) ? 1 : 0;
}

type Worded = Omit<Reason, 'strength'>;

function gapReason(name: string, standing: SkillStanding | undefined): Worded {
  if (standing?.score === undefined) return { code: 'gap', labelKey: 'reasonGapUnknown', values: [name] };
  const points = [standing.score, standing.target ?? 0].map((value) => String(Math.round(value)));
  return { code: 'gap', labelKey: 'reasonGap', values: [name, ...points] };
}

function dueReason(name: string): Worded {
  return { code: 'due', labelKey: 'reasonDue', values: [name] };
}

/** One reason for each skill, which shares in the term's logarithm as it shares in its mean. */
function shared(
  match: Match,
  ranking: Ranking,
  term: RankTerm,
  valueOf: (standing: SkillStanding | undefined, ranking: Ranking) => number,
  word: (name: string, standing: SkillStanding | undefined) => Worded,
): Reason[] {
  const partOf = (skill: NuggetSkill) => weightOf(skill) * valueOf(ranking.skills.get(skill.skillCode), ranking);
  const skills = match.nugget.skills.filter((skill) => partOf(skill) > 0);
  const total = skills.reduce((sum, skill) => sum + partOf(skill), 0);
  return skills.map((skill) => {
    const standing = ranking.skills.get(skill.skillCode);
    const strength = (Math.log(term.factor(match, ranking)) * partOf(skill)) / total;
    return { ...word(skillName(skill, standing), standing), strength };
  });
}
