import { DEFAULT_COOL_DOWN_DAYS, type RankedNugget, type SignalRegistry } from 'c/core';
import { commonLabels, format, nuggetsLabels as labels } from 'c/labels';
import type { FeedbackType } from './feedbackBook';
import { wordReason } from './reasonWords';

/** Reasons on a card; the others are under *Why these?*. */
const PILLS = 3;

const ICONS: Readonly<Record<string, string>> = {
  Product: 'utility:package',
  'Competitive intelligence': 'utility:target',
  'Market knowledge': 'utility:world',
  'Best practice': 'utility:light_bulb',
  'Customer story': 'utility:quotation_marks',
  Process: 'utility:process',
  Post: 'utility:comments',
};
const DEFAULT_ICON = 'utility:knowledge_base';

interface Words {
  readonly key: string;
  readonly text: string;
}

/** One nugget on the panel. */
export interface NuggetRow {
  readonly id: string;
  readonly title: string;
  readonly minutes: string;
  readonly iconName: string;
  readonly kind: string;
  readonly pills: readonly Words[];
  readonly reasons: readonly Words[];
  readonly completed: boolean;
  readonly dismissed: boolean;
  /** What the person said about it, in words; undefined while nothing was said. */
  readonly said?: string;
  readonly helpfulLabel: string;
  readonly notHelpfulLabel: string;
  readonly dismissLabel: string;
  readonly undoLabel: string;
}

export function toNuggetRow(
  { nugget, reasons }: RankedNugget,
  registry: SignalRegistry,
  now: Date,
  feedback: FeedbackType | undefined,
  completed: boolean,
): NuggetRow {
  const words = reasons.map((reason, index) => ({ key: String(index), text: wordReason(reason, registry, now) }));
  return {
    id: nugget.id,
    title: nugget.title,
    minutes: format(commonLabels.minutes, nugget.minutes),
    iconName: completed ? 'utility:success' : (ICONS[nugget.kind] ?? DEFAULT_ICON),
    kind: completed ? labels.completed : nugget.kind,
    pills: words.slice(0, PILLS),
    reasons: words,
    completed,
    dismissed: feedback === 'Dismissed',
    said: feedback && wordFeedback(feedback),
    helpfulLabel: format(labels.helpful, nugget.title),
    notHelpfulLabel: format(labels.notHelpful, nugget.title),
    dismissLabel: format(labels.dismiss, nugget.title),
    undoLabel: format(labels.undoFor, nugget.title),
  };
}

function wordFeedback(type: FeedbackType): string {
  if (type === 'Helpful') return labels.markedHelpful;
  if (type === 'Not Helpful') return labels.markedNotHelpful;
  return format(labels.dismissed, DEFAULT_COOL_DOWN_DAYS);
}
