import { commonLabels as labels, format } from 'c/labels';
import type { SkillNugget } from './skillNugget';

/** How far the request for nuggets has come. */
export type NuggetsAnswer = 'loading' | 'loaded' | 'failed';

/** "Trade, never give, 2 min", or why there is no nugget to name. Empty while they are loading. */
export function describeChoice(nugget: SkillNugget | undefined, answer: NuggetsAnswer): string {
  if (nugget) return format(labels.nuggetAndMinutes, nugget.title, nugget.minutes);
  if (answer === 'loading') return '';
  return answer === 'failed' ? labels.nuggetsNotLoaded : labels.noNugget;
}
