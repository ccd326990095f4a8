import { changeQuestion, verifyAnswer } from 'c/knowledgeWrites';
import { knowledgeLabels as labels } from 'c/labels';
import type { ChangeQueue } from './changeQueue';
import { outdatedAs } from './changes';
import { MODERATION_WORDS, moderated, questionChange, type Moderation } from './moderation';
import type { Answer, Thread, Verification } from './thread';

/** Marks an answer as verified or outdated, and offers to take that back. */
export function verify(change: ChangeQueue, answer: Answer, kind: Verification['kind']): void {
  let takeBack = (): Promise<void> => Promise.resolve();
  const save = async (): Promise<void> => {
    takeBack = await verifyAnswer(answer.id, kind, answer.outdated);
  };
  const said = kind === 'Verified' ? labels.saidVerified : labels.saidAnswerOutdated;
  const undo = (): void => change(outdatedAs(answer.id, answer.outdated), () => takeBack());
  change(outdatedAs(answer.id, kind === 'Outdated'), save, { said, undo });
}

/** Closes a question, opens it again, or marks it as outdated or a duplicate; offers to make it what it was. */
export function moderate(change: ChangeQueue, before: Thread, moderation: Moderation): void {
  const { id, status, duplicateOf, outdated } = before;
  const after = moderated(before, moderation);
  const undo = (): void =>
    change(
      (thread) => ({ ...thread, status, duplicateOf, outdated }),
      () => changeQuestion(id, questionChange(before)),
    );
  change(
    (thread) => moderated(thread, moderation),
    () => changeQuestion(id, questionChange(after)),
    { said: MODERATION_WORDS[moderation.action], undo },
  );
}
