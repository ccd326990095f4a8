import { saveEdit, saveSummary } from 'c/knowledgeWrites';
import { format, knowledgeLabels as labels } from 'c/labels';
import { lastAuthor } from 'c/revisions';
import type { ChangeQueue } from './changeQueue';
import { edited, rewritten, summarised } from './changes';
import type { Answer, Thread } from './thread';

/** The page on which texts are edited. */
export interface EditedPage {
  readonly change: ChangeQueue;
  readonly thread?: Thread;
  /** The thread as the org has it. */
  readonly saved?: Thread;
  /** Asks the org for the thread anew, into `saved`; rejects where it does not answer. */
  look(): Promise<void>;
}

/** What was written, and `refused` to give it back where it is not saved. */
export interface Edit {
  readonly title?: string;
  readonly body: string;
  readonly refused: () => void;
}

/** A text of a thread, and who changed it last. */
interface Text {
  readonly words: readonly (string | undefined)[];
  readonly by: string;
}

/** Saves how a question reads from now on. */
export function editQuestion(page: EditedPage, { title, body, refused }: Edit): void {
  const before = page.thread;
  if (!before) return;
  const questionText = (thread: Thread): Text => {
    return { words: [thread.title, thread.body], by: lastAuthor(thread.revisions) };
  };
  const save = async (): Promise<void> => {
    await requireUnchanged(page, before, questionText);
    await saveEdit({ questionId: before.id, title: before.title, body: before.body }, body, title);
  };
  page.change(rewritten(title ?? before.title, body), save, { refused });
}

/** Saves how an answer reads from now on. */
export function editAnswer(page: EditedPage, answer: Answer, { body, refused }: Edit): void {
  const before = page.thread;
  if (!before) return;
  const answerText = ({ answers }: Thread): Text => {
    const found = answers.find(({ id }) => id === answer.id);
    return { words: [found?.body], by: lastAuthor(found?.revisions ?? []) };
  };
  const save = async (): Promise<void> => {
    await requireUnchanged(page, before, answerText);
    await saveEdit({ questionId: before.id, answerId: answer.id, body: answer.body }, body);
  };
  page.change(edited(answer.id, body), save, { refused });
}

/** Sums a thread up, and offers to give it the summary that it had. */
export function editSummary(page: EditedPage, { body, refused }: Edit): void {
  const thread = page.thread;
  if (!thread) return;
  const before = thread.summary ?? '';
  const summaryText = ({ summary, summaries }: Thread): Text => {
    return { words: [summary ?? ''], by: lastAuthor(summaries) };
  };
  const undo = (): void => page.change(summarised(before), () => saveSummary(thread.id, before));
  const save = async (): Promise<void> => {
    await requireUnchanged(page, thread, summaryText);
    await saveSummary(thread.id, body);
  };
  page.change(summarised(body), save, { refused, said: labels.saidSummary, undo });
}

/**
 * Rejects, in words for whoever writes, where the org has a text otherwise than it read when it was edited: saving
 * would put it out of sight, and the history would not know it.
 */
async function requireUnchanged(page: EditedPage, before: Thread, textOf: (thread: Thread) => Text): Promise<void> {
  await page.look();
  if (!page.saved) return;
  const [then, now] = [textOf(before), textOf(page.saved)];
  if (now.words.every((word, index) => word === then.words[index])) return;
  throw new Error(format(labels.lookAtBoth, now.by));
}
