import { aggregate, gapOf } from '../readiness/aggregate.ts';
import type { AggregateScore, Score } from '../readiness/types.ts';
import type { SkillInPlay } from './skills-in-play.ts';

/** What the reader may see of one person in one skill. */
export interface Standing {
  readonly personId: string;
  readonly skillCode: string;
  readonly score: Score;
  /** 0–100; absent where the person's role does not ask for the skill. */
  readonly target?: number;
}

/**
 * `ready`: somebody on the team is at the target. `gap`: everybody is probably below it. `unsure`: it cannot be said,
 * for want of evidence or because somebody's readiness is not visible.
 */
export type CoverageStatus = 'ready' | 'gap' | 'unsure';

export interface SkillCoverage extends SkillInPlay {
  readonly status: CoverageStatus;
  /** Who on the team is furthest, where that is known. */
  readonly best?: Standing;
  /** The highest that a role on the team asks for. */
  readonly target?: number;
}

export interface DealReadiness {
  /** Of a team that puts its best person on each skill; absent where nobody is visible. */
  readonly overall?: AggregateScore;
  readonly skills: readonly SkillCoverage[];
  /** Members about whom nothing is visible. */
  readonly hidden: readonly string[];
}

/**
 * Whether a deal's team is ready for the situation. A skill is covered by whoever on the team is best in it. Nothing is
 * assumed about people whose readiness the reader may not see: with them, a gap is not called one.
 *
 * @param memberIds the people on the deal
 * @param standings what the reader may see, of members and others
 */
export function dealReadiness(
  skills: readonly SkillInPlay[],
  memberIds: readonly string[],
  standings: readonly Standing[],
): DealReadiness {
  const ofMembers = standings.filter(({ personId }) => memberIds.includes(personId));
  const hidden = memberIds.filter((id) => !ofMembers.some(({ personId }) => personId === id));
  const covered = skills.map((skill): SkillCoverage => {
    const known = ofMembers.filter(({ skillCode }) => skillCode === skill.skillCode);
    const targets = known.flatMap(({ target }) => target ?? []);
    const target = targets.length > 0 ? Math.max(...targets) : undefined;
    const [best] = known.filter(({ score }) => score.enoughEvidence).sort(byScore);
    const isAllKnown = hidden.length === 0 && known.length === memberIds.length;
    return { ...skill, best, target, status: statusOf(known, best, target, isAllKnown) };
  });
  const overall = aggregate(
    covered.flatMap(({ best, target, weight }) => (best ? [{ score: best.score, target, weight }] : [])),
  );
  return { overall, skills: covered, hidden };
}

/**
 * The people who could help with a skill, surest first: enough evidence, and the lower end of the interval at the
 * team's target.
 *
 * @param memberIds who is on the deal already
 */
export function whoCouldHelp(
  { skillCode, target }: Pick<SkillCoverage, 'skillCode' | 'target'>,
  memberIds: readonly string[],
  standings: readonly Standing[],
  most = 2,
): Standing[] {
  if (target === undefined) return [];
  return standings
    .filter((standing) => standing.skillCode === skillCode && !memberIds.includes(standing.personId))
    .filter(({ score }) => score.enoughEvidence && score.lower >= target)
    .sort((a, b) => b.score.lower - a.score.lower || (a.personId < b.personId ? -1 : 1))
    .slice(0, most);
}

function statusOf(
  known: readonly Standing[],
  best: Standing | undefined,
  target: number | undefined,
  isAllKnown: boolean,
): CoverageStatus {
  if (target === undefined) return 'unsure';
  if (best && best.score.score >= target) return 'ready';
  return isAllKnown && known.every(({ score }) => gapOf(score, target).flagged) ? 'gap' : 'unsure';
}

function byScore(a: Standing, b: Standing): number {
  return b.score.score - a.score.score || (a.personId < b.personId ? -1 : 1);
}
