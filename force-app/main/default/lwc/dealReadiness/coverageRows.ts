import { whoCouldHelp, type DealReadiness, type SkillCoverage } from 'c/core';
import { dealLabels as labels, format } from 'c/labels';
import type { DealTeam, Standings } from './dealTeam';

/** One skill in play, in words. */
export interface CoverageRow {
  readonly key: string;
  readonly name: string;
  readonly status: string;
  readonly iconName: string;
  readonly score?: number;
  readonly lower?: number;
  readonly upper?: number;
  readonly target?: number;
  readonly known: boolean;
  readonly flagged: boolean;
  /** Who could help, where help is wanted. */
  readonly help?: string;
}

const ICONS = { ready: 'utility:success', gap: 'utility:priority', unsure: 'utility:question' } as const;

/** The skills in play, those that are not covered with who could help. */
export function toCoverageRows({ skills, hidden }: DealReadiness, team: DealTeam, standings: Standings): CoverageRow[] {
  return skills.map((skill) => {
    const { best, target, status, skillCode, skillName = skillCode } = skill;
    return {
      key: skillCode,
      name: skillName,
      status: wordStatus(skill, team),
      iconName: ICONS[status],
      score: best?.score.score,
      lower: best?.score.lower,
      upper: best?.score.upper,
      target,
      known: best !== undefined,
      flagged: status === 'gap',
      help: status === 'ready' || hidden.length === team.members.length ? undefined : wordHelp(skill, team, standings),
    };
  });
}

function wordStatus({ status, best }: SkillCoverage, { members }: DealTeam): string {
  const name = members.find(({ id }) => id === best?.personId)?.name;
  if (name === undefined) return status === 'gap' ? labels.gapNobody : labels.unsureNobody;
  // Of one person on the deal it need not be said who.
  if (members.length > 1) return format({ ready: labels.ready, gap: labels.gap, unsure: labels.unsure }[status], name);
  return { ready: labels.readyAlone, gap: labels.gapNobody, unsure: labels.unsureNear }[status];
}

function wordHelp(skill: SkillCoverage, { members }: DealTeam, { standings, names }: Standings): string | undefined {
  if (names.size === 0) return undefined;
  const ids = members.map(({ id }) => id);
  const helpers = whoCouldHelp(skill, ids, standings).map(({ personId, score }) =>
    format(labels.person, names.get(personId) ?? '', Math.round(score.score)),
  );
  if (helpers.length > 0) return format(labels.couldHelp, helpers.join(', '));
  return skill.target === undefined ? undefined : format(labels.noHelp, Math.round(skill.target));
}

/** Whom to ask, for a reader who sees nobody but the team; undefined where nothing is wanted or nobody is known. */
export function wordWhomToAsk(
  { skills }: DealReadiness,
  { managerName }: DealTeam,
  { names }: Standings,
): string | undefined {
  const isHelpWanted = skills.some(({ status }) => status !== 'ready');
  return isHelpWanted && names.size === 0 && managerName ? format(labels.askManager, managerName) : undefined;
}

/** "64 of 70"; undefined where too little is known. */
export function wordOverall({ overall }: DealReadiness): string | undefined {
  if (!overall?.enoughEvidence || overall.target === undefined) return undefined;
  return format(labels.scoreOf, Math.round(overall.score), Math.round(overall.target));
}

/** "Not visible to you: Marcus Webb"; undefined where all are visible. */
export function wordHidden({ hidden }: DealReadiness, { members }: DealTeam): string | undefined {
  const names = members.filter(({ id }) => hidden.includes(id)).map(({ name }) => name);
  return names.length > 0 ? format(labels.hidden, names.join(', ')) : undefined;
}

/** The team's names, with commas. */
export function wordTeam({ members }: DealTeam): string {
  return members.map(({ name }) => name).join(', ');
}
