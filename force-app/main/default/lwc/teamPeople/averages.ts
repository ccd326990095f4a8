import { teamLabels as labels } from 'c/labels';
import { OVERALL_COLUMN, scoreIn, type TeamMember } from 'c/teamData';

/** The last line of the heat map: means of the known scores, one for each domain and overall. */
export function averagesOf(
  members: readonly TeamMember[],
  domains: readonly string[],
): { key: string; text: string }[] {
  return [...domains, OVERALL_COLUMN].map((key) => {
    const scores = members.flatMap((member) => scoreIn(member, key)?.score ?? []);
    const sum = scores.reduce((total, score) => total + score, 0);
    return { key, text: scores.length > 0 ? String(Math.round(sum / scores.length)) : labels.none };
  });
}
