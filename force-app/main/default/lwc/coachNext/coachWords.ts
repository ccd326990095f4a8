import type { CoachingReason } from 'c/core';
import { shortDate } from 'c/dates';
import { coachLabels as labels, format } from 'c/labels';

/** A reason as a sentence. */
export function reasonWords(reason: CoachingReason, now: Date): string {
  switch (reason.kind) {
    case 'gap': {
      const likely = Math.min(99, Math.round(100 * reason.likely));
      return format(labels.gap, Math.round(reason.score), Math.round(reason.target), likely);
    }
    case 'unknown':
      return format(labels.unknown, Math.round(reason.target));
    case 'launch':
      if (reason.days <= 1) return format(reason.days === 1 ? labels.launchTomorrow : labels.launchToday, reason.name);
      return format(labels.launch, reason.name, reason.days);
    case 'stuck':
      return format(labels.stuck, String(Math.round(reason.rate * 10) / 10));
    case 'fading':
      return format(labels.fading, shortDate(reason.since, now));
    case 'newInRole':
      return format(labels.newInRole, reason.days);
    default:
      return reason.days === undefined ? labels.neverObserved : format(labels.notObserved, reason.days);
  }
}
