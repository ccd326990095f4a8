import locale from '@salesforce/i18n/locale';
import { daysBetween } from 'c/dates';
import { format, launchLabels as labels } from 'c/labels';
import type { Launch } from './launch';
import type { NamedShortSkill } from './launchRow';

/** Chances closer to 0 or 1 than this are said as "under" and "over": the model knows no better. */
const EDGE = 0.05;

const percent = (share: number): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share);

/** A chance (0–1): "58%", "under 5%", "over 95%". */
export function chanceText(chance: number): string {
  if (chance < EDGE) return format(labels.under, percent(EDGE));
  if (chance > 1 - EDGE) return format(labels.over, percent(1 - EDGE));
  return percent(chance);
}

/** "in 12 days", "tomorrow", "today", "5 days ago". */
export function countdown(day: string, today: string): string {
  const days = daysBetween(today, day);
  if (days === 0) return labels.today;
  if (days === 1) return labels.tomorrow;
  if (days === -1) return labels.yesterday;
  return format(days > 0 ? labels.inDays : labels.daysAgo, Math.abs(days));
}

/** "21 of 34 are ready for Rollout 5.2, in 12 days". */
export function headline({ name, day }: Launch, ready: number, total: number, today: string): string {
  const sentence = day < today ? labels.headlinePast : total === 1 ? labels.headlineOne : labels.headline;
  return format(sentence, ready, total, name, countdown(day, today));
}

/** "Field products short by 12"; where only evidence is missing, that. */
export function shortText({ name, gap, enoughEvidence }: NamedShortSkill): string {
  return gap > 0 && enoughEvidence
    ? format(labels.pointsShort, name, Math.ceil(gap))
    : format(labels.thinEvidence, name);
}
