import type { ExpertReason } from 'c/knowledge';
import { expertLabels as labels, format, whole } from 'c/labels';
import type { ExpertiseRow } from './toExpertise';

/** With fewer answers a range says little. */
const FEW_ANSWERS = 3;

/** How often answers of the person on the tag are likely to help; with few answers it says so. */
export function wordRange({ lower, upper, answers }: ExpertiseRow): string {
  const range = format(labels.range, Math.round(lower), Math.round(upper));
  return answers < FEW_ANSWERS ? format(labels.rangeFew, range) : range;
}

/** `4 answers, 2 accepted, 1 verified, 5 votes`, without what there is none of. */
export function wordEvidence({ answers, accepted, verified, votes }: ExpertiseRow): string {
  return [
    answers === 1 ? labels.oneAnswer : format(labels.answers, answers),
    ...(accepted > 0 ? [format(labels.accepted, accepted)] : []),
    ...(verified > 0 ? [format(labels.verified, verified)] : []),
    ...wordVotes(votes),
  ].join(', ');
}

/** `5 votes`, those against taken off; nothing where they are even. */
export function wordVotes(votes: number): string[] {
  if (votes === 0) return [];
  return [votes === 1 ? labels.oneVote : format(labels.votes, whole(votes))];
}

/**
 * A reason for which the engine proposes somebody.
 *
 * @param tagNames names of tags by key
 */
export function wordReason({ code, labelKey, values }: ExpertReason, tagNames: ReadonlyMap<string, string>): string {
  const [first = ''] = values;
  if (code === 'active') return first === '1' ? labels.expertReasonActiveOne : format(labels[labelKey], first);
  if (code === 'load') return first === '1' ? labels.expertReasonLoadOne : format(labels[labelKey], first);
  const words = code === 'tags' ? values.map((key) => tagNames.get(key) ?? key) : values;
  return format(labels[labelKey], words.join(', '));
}
