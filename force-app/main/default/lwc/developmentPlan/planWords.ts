import { shortDate } from 'c/dates';
import { format, inOneLine, planLabels as labels } from 'c/labels';
import type { PlanItem } from './plan';

const REASONS: Readonly<Record<string, string>> = {
  Gap: labels.reasonGap,
  Review: labels.reasonReview,
  Launch: labels.reasonLaunch,
  'New In Role': labels.reasonNewInRole,
};

/** "From Ben Okafor · Closes a gap in Negotiation", or "Your own choice". */
export function wordOrigin(item: PlanItem, isOwnPlan: boolean): string {
  const ownChoice = isOwnPlan ? labels.yourChoice : labels.theirChoice;
  const from = item.ownChoice ? ownChoice : format(labels.from, item.createdBy);
  const reason = REASONS[item.reason];
  const skill = item.kind === 'skill' ? undefined : item.skillName;
  const why = reason && skill ? format(labels.reasonIn, reason, skill) : (reason ?? skill);
  return inOneLine([from, why]);
}

/** "Due 12 Oct", "Was due 3 Oct"; empty without a date. */
export function wordDue({ dueOn, urgency }: PlanItem, now: Date): string {
  if (!dueOn) return '';
  return format(urgency === 'overdue' ? labels.wasDue : labels.due, shortDate(dueOn, now));
}

/** What is left: "3 of 5 nuggets, 6 min", "2 checks to answer", "Read it, then answer 3 checks". */
export function wordLeft({ kind, progress, minutesLeft }: PlanItem): string {
  const [first] = progress.left;
  if (progress.status === 'unavailable') return labels.unavailable;
  if (kind === 'skill') return labels.reachTarget;
  if (!first) return '';
  if (kind === 'path') return format(labels.nuggetsLeft, progress.left.length, progress.nuggets, minutesLeft);
  const checks = first.questionIds.length;
  if (!first.toRead) return checks === 1 ? labels.oneCheckLeft : format(labels.checksLeft, checks);
  const read = format(labels.readLeft, minutesLeft);
  if (checks === 0) return read;
  return checks === 1 ? format(labels.readAndOneCheck, minutesLeft) : format(labels.readAndChecks, minutesLeft, checks);
}

/** "Ben Okafor reminded you on 12 Oct"; to a manager "Reminded on 12 Oct". Empty where nobody did. */
export function wordReminder({ remindedAt, remindedBy }: PlanItem, isOwnPlan: boolean, now: Date): string {
  if (!remindedAt) return '';
  const day = shortDate(remindedAt, now);
  return isOwnPlan && remindedBy ? format(labels.remindedYou, remindedBy, day) : format(labels.reminded, day);
}
