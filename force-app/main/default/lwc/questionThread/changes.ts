import type { VoteValue } from 'c/knowledgeWrites';
import type { Answer, Thread } from './thread';

/** The thread as it is once the org has the change: what is shown while it is saved. */
export type ThreadChange = (thread: Thread) => Thread;

/** One's own vote, and the score with it. */
export function voted(answerId: string, value: VoteValue): ThreadChange {
  return ofAnswer(answerId, (answer) => ({
    ...answer,
    score: answer.score - (answer.ownVote?.value ?? 0) + value,
    ownVote: { id: answer.ownVote?.id ?? '', value },
  }));
}

/** The answer that helped, or none. A question that was closed, or repeats another, stays so. */
export function accepted(answerId: string, isAccepted: boolean): ThreadChange {
  const status = isAccepted ? 'Answered' : 'Open';
  return (thread) => ({
    ...thread,
    status: takesAnswers(thread) ? status : thread.status,
    answers: thread.answers.map((answer) => ({ ...answer, accepted: isAccepted && answer.id === answerId })),
  });
}

export function edited(answerId: string, body: string): ThreadChange {
  return ofAnswer(answerId, (answer) => ({ ...answer, body }));
}

export function rewritten(title: string, body: string): ThreadChange {
  return (thread) => ({ ...thread, title, body });
}

export function followed(following: boolean): ThreadChange {
  return (thread) => ({ ...thread, following });
}

/** What only the org can show: a new comment, who verified. */
export function unchanged(thread: Thread): Thread {
  return thread;
}

export function outdatedAs(answerId: string, outdated: boolean): ThreadChange {
  return ofAnswer(answerId, (answer) => ({ ...answer, outdated }));
}

export function summarised(summary: string): ThreadChange {
  return (thread) => ({ ...thread, summary });
}

/** Neither closed nor a duplicate. */
export function takesAnswers({ status }: Thread): boolean {
  return status === 'Open' || status === 'Answered';
}

/** The order stays as it is: nothing moves under the pointer. */
function ofAnswer(answerId: string, change: (answer: Answer) => Answer): ThreadChange {
  return (thread) => ({
    ...thread,
    answers: thread.answers.map((answer) => (answer.id === answerId ? change(answer) : answer)),
  });
}
