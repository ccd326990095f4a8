/** Something wrong in a content file, for its author. Errors stop an import, warnings do not. */
export interface ContentFault {
  readonly severity: 'error' | 'warning';
  /** Path as the reader was given it, e.g. `content/nuggets/globex.md`. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly message: string;
}

/** `content/nuggets/a.md:12: error: …`: the form editors and terminals turn into links. */
export function formatFault(fault: ContentFault): string {
  return `${fault.file}:${fault.line}: ${fault.severity}: ${fault.message}`;
}
