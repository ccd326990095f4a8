import { format, inOneLine, knowledgeLabels as labels } from 'c/labels';
import type { ContextFact } from './newQuestion';

/** A fact of the deal as it is offered. */
export interface FactRow {
  readonly code: string;
  readonly text: string;
  readonly shared: boolean;
}

/** Facts that are offered together. */
export interface FactGroup {
  readonly key: string;
  /** What to know before one of them is shared. */
  readonly note?: string;
  readonly rows: readonly FactRow[];
}

/** What is shared unless the asker says otherwise: no amounts, no names. */
export function harmlessCodes(context: readonly ContextFact[]): ReadonlySet<string> {
  return new Set(context.filter(({ sensitive }) => !sensitive).map(({ code }) => code));
}

/** The facts in the order in which they are offered: first the harmless, then the sensitive ones. */
export function factGroups(context: readonly ContextFact[], sharedCodes: ReadonlySet<string>): FactGroup[] {
  const rowsOf = (sensitive: boolean): FactRow[] =>
    context
      .filter((fact) => fact.sensitive === sensitive)
      .map(({ code, label, value }) => {
        return { code, text: format(labels.fact, label, value), shared: sharedCodes.has(code) };
      });
  const groups: FactGroup[] = [
    { key: 'harmless', rows: rowsOf(false) },
    { key: 'sensitive', note: labels.sensitiveNote, rows: rowsOf(true) },
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}

/** The words that colleagues will read of the deal. */
export function describeShared(groups: readonly FactGroup[]): string {
  const shared = groups.flatMap(({ rows }) => rows).filter((row) => row.shared);
  if (shared.length === 0) return labels.nothingShared;
  return format(labels.sharedPreview, inOneLine(shared.map((row) => row.text)));
}
