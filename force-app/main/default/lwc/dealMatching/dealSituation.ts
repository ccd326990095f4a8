import { buildRuleIndex, situationOf, type Match, type NuggetSummary, type Situation } from 'c/core';
import type { RecordRepresentation } from 'lightning/uiRecordApi';
import type { DealContext } from './dealContext';
import { toDealFacts } from './dealFacts';

/** The situation of a deal: its own fields, and what the context knows of its children. */
export function toSituation(record: RecordRepresentation, context: DealContext, now: Date): Situation {
  return situationOf(toDealFacts(record, context), context.registry, now);
}

/** The candidates whose rules hold in a deal. */
export function matchesOf(
  record: RecordRepresentation,
  context: DealContext,
  candidates: readonly NuggetSummary[],
  now: Date,
): Match[] {
  return buildRuleIndex(candidates, context.registry).match(toSituation(record, context, now));
}
