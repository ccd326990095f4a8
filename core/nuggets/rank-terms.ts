import { instantOf, isoDateOf } from '../situation/days.ts';
import { effectTerm } from './effect-term.ts';
import { reasonForRule } from './rule-reason.ts';
import type { Match, NuggetSkill, NuggetSummary, RankContext, Reason, SkillStanding } from './types.ts';

/** One factor of a nugget's score, and what it gives as reasons. */
export interface RankTerm {
  readonly factor: number;
  readonly reasons: readonly Reason[];
}

/** Bits of specificity at which the factor has doubled. */
const SPECIFICITY_SCALE = 4;
/** A gap of 100 points triples a nugget's score. */
const GAP_GAIN = 2;
/** What an unmeasured skill counts as, in points of gap, where the role asks for it. */
const UNKNOWN_GAP = 20;
const DUE_GAIN = 0.4;
const VERIFIED = 1.15;
const NEVER_VERIFIED = 1;
const OVERDUE = 0.7;
/** A nugget of the wrong level keeps at least this share. */
const LEVEL_FLOOR = 0.8;

/** All factors, in the order specificity, gap, due, level, effect, trust. Their product is the score. */
export function rankTerms(match: Match, context: RankContext): RankTerm[] {
  const skills = standings(match.nugget, context);
  return [
    specificityTerm(match),
    gapTerm(skills),
    dueTerm(skills, context.now),
    levelTerm(match.nugget, skills),
    effectTerm(match.nugget, context.now),
    trustTerm(match.nugget, context.now),
  ];
}

/** Is the skill's review due at `now`? */
export function isDue(standing: SkillStanding | undefined, now: Date): boolean {
  return standing?.dueForReview !== undefined && standing.dueForReview <= isoDateOf(now.getTime());
}

interface WeightedStanding {
  readonly name: string;
  /** Share of the nugget that is about this skill; the shares sum to 1. */
  readonly share: number;
  readonly standing: SkillStanding | undefined;
}

function standings({ skills }: NuggetSummary, context: RankContext): WeightedStanding[] {
  const weightOf = ({ weight }: NuggetSkill) => (weight > 0 ? weight : 0);
  const total = skills.reduce((sum, skill) => sum + weightOf(skill), 0);
  return skills.map((skill) => {
    const standing = context.skills.get(skill.skillCode);
    const name = standing?.name ?? skill.skillName ?? skill.skillCode;
    return { name, standing, share: total > 0 ? weightOf(skill) / total : 1 / skills.length };
  });
}

function specificityTerm({ held, specificity }: Match): RankTerm {
  const factor = 1 + specificity / SPECIFICITY_SCALE;
  const reasons = held
    .filter(({ strength }) => strength > 0)
    .map((rule) => ({ ...reasonForRule(rule), strength: (Math.log(factor) * rule.strength) / specificity }));
  return { factor, reasons };
}

function gapTerm(skills: readonly WeightedStanding[]): RankTerm {
  const gaps = skills.map(({ standing, share, name }) => ({
    standing,
    name,
    part: (share * gapPoints(standing)) / 100,
  }));
  const total = gaps.reduce((sum, { part }) => sum + part, 0);
  const factor = 1 + GAP_GAIN * total;
  const reasons = gaps
    .filter(({ part }) => part > 0)
    .map(({ standing, name, part }): Reason => {
      const strength = (Math.log(factor) * part) / total;
      return standing?.score === undefined
        ? { code: 'gap', labelKey: 'reasonGapUnknown', values: [name], strength }
        : {
            code: 'gap',
            labelKey: 'reasonGap',
            values: [name, whole(standing.score), whole(standing.target)],
            strength,
          };
    });
  return { factor, reasons };
}

function gapPoints(standing: SkillStanding | undefined): number {
  if (standing?.target === undefined) return 0;
  if (standing.score === undefined) return UNKNOWN_GAP;
  return Math.max(0, standing.target - standing.score);
}

function dueTerm(skills: readonly WeightedStanding[], now: Date): RankTerm {
  const due = skills.filter(({ standing }) => isDue(standing, now));
  const total = due.reduce((sum, { share }) => sum + share, 0);
  const factor = 1 + DUE_GAIN * total;
  const reasons = due
    .filter(({ share }) => share > 0)
    .map(({ name, share }): Reason => {
      return { code: 'due', labelKey: 'reasonDue', values: [name], strength: (Math.log(factor) * share) / total };
    });
  return { factor, reasons };
}

/** Level 1 suits a score of 10, level 5 one of 90; no level, or no score, says nothing. */
function levelTerm({ level }: NuggetSummary, skills: readonly WeightedStanding[]): RankTerm {
  if (level === undefined) return { factor: 1, reasons: [] };
  const distance = skills.reduce((sum, { standing, share }) => {
    return standing?.score === undefined ? sum : sum + share * Math.abs(standing.score / 100 - (level - 0.5) / 5);
  }, 0);
  return { factor: 1 - (1 - LEVEL_FLOOR) * Math.min(1, distance), reasons: [] };
}

function trustTerm({ verifiedOn, verificationDue }: NuggetSummary, now: Date): RankTerm {
  if (verifiedOn === undefined) return { factor: NEVER_VERIFIED, reasons: [] };
  const due = verificationDue === undefined ? undefined : instantOf(verificationDue);
  if (due !== undefined && isoDateOf(due) < isoDateOf(now.getTime())) return { factor: OVERDUE, reasons: [] };
  const reason: Reason = {
    code: 'verified',
    labelKey: 'reasonVerified',
    values: [verifiedOn],
    strength: Math.log(VERIFIED),
  };
  return { factor: VERIFIED, reasons: [reason] };
}

function whole(points: number | undefined): string {
  return String(Math.round(points ?? 0));
}
