import type { QuestionChange } from 'c/knowledgeWrites';
import { knowledgeLabels as labels } from 'c/labels';
import type { QuestionStatus, Thread } from './thread';

/** What an asker or a moderator may do to a question. */
export type ModerationAction = 'close' | 'reopen' | 'duplicate' | 'notDuplicate' | 'outdated' | 'current';

export interface Moderation {
  readonly action: ModerationAction;
  /** For `duplicate`: the question that this one repeats. */
  readonly original?: { readonly id: string; readonly title: string };
}

/** A state of a question: what is shown of it, and what is saved. */
interface QuestionState {
  readonly status: QuestionStatus;
  readonly duplicateOf: Thread['duplicateOf'];
  readonly outdated: boolean;
}

/** What was said, for the notice that offers to undo it. */
export const MODERATION_WORDS: Readonly<Record<ModerationAction, string>> = {
  close: labels.saidClosed,
  reopen: labels.saidReopened,
  duplicate: labels.saidDuplicate,
  notDuplicate: labels.saidNotDuplicate,
  outdated: labels.saidOutdated,
  current: labels.saidCurrent,
};

/** The thread after the action. */
export function moderated(thread: Thread, { action, original }: Moderation): Thread {
  const open: QuestionStatus = thread.answers.some(({ accepted }) => accepted) ? 'Answered' : 'Open';
  const changes: Readonly<Record<ModerationAction, Partial<QuestionState>>> = {
    close: { status: 'Closed' },
    reopen: { status: open },
    duplicate: { status: 'Duplicate', duplicateOf: original },
    notDuplicate: { status: open, duplicateOf: undefined },
    outdated: { outdated: true },
    current: { outdated: false },
  };
  return { ...thread, ...changes[action] };
}

/** What to save so that the org has the question as a thread shows it. */
export function questionChange({ status, duplicateOf, outdated }: Thread): QuestionChange {
  return { Status__c: status, Duplicate_Of__c: duplicateOf?.id ?? null, Outdated__c: outdated };
}
