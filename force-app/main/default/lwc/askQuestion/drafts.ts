/** What was written of a question and not posted. */
export interface QuestionDraft {
  readonly questionTitle: string;
  readonly body: string;
  readonly tagsText: string;
  /** Codes of the facts to share, where somebody chose. */
  readonly chosen?: ReadonlySet<string>;
}

const drafts = new Map<string, QuestionDraft>();

/** The draft about a deal, or about none: as long as the page is not loaded anew, and in this window alone. */
export function draftOf(opportunityId = ''): QuestionDraft | undefined {
  return drafts.get(opportunityId);
}

/** Keeps a draft for the next time the dialog opens; undefined forgets it. */
export function keepDraft(draft: QuestionDraft | undefined, opportunityId = ''): void {
  if (draft) drafts.set(opportunityId, draft);
  else drafts.delete(opportunityId);
}
