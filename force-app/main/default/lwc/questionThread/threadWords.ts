import { format, knowledgeLabels as labels } from 'c/labels';
import type { Thread } from './thread';

/** Who asked, and whether by e-mail. */
export function bylineOf(thread: Thread | undefined): string {
  return format(thread?.byMail ? labels.askedByMail : labels.askedBy, thread?.author ?? '');
}

/** How many answers there are, in words. */
export function answerCountOf(thread: Thread | undefined): string {
  const count = thread?.answers.length ?? 0;
  return count === 1 ? labels.oneAnswer : format(labels.answerCount, count);
}
