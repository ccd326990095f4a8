export { contextFacts } from './contextFacts';
export { findKnowledge, findRespelled } from './findKnowledge';
export { plainText } from './plainText';
export type { EntryKind, Found, FoundEntry, FoundTag, SummedEntry } from './toEntries';
export { createTypedSearch } from './typedSearch';
