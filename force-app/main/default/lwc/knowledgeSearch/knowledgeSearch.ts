export { contextFacts } from './contextFacts';
export { findKnowledge } from './findKnowledge';
export { plainText } from './plainText';
export { searchExpression } from './searchExpression';
export type { EntryKind, Found, FoundEntry, FoundTag, SummedEntry } from './toEntries';
export { createTypedSearch } from './typedSearch';
