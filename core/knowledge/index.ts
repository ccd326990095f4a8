export type {
  FacetCount,
  Facets,
  KnowledgeEntry,
  SearchFilter,
  SearchHit,
  SearchOptions,
  SearchReason,
  SearchReasonCode,
  SearchReasonLabelKey,
  SearchResult,
  SearchWeights,
} from './types.ts';
export {
  answersForSituation,
  type SharedFact,
  type SituationAnswer,
  type SituationOptions,
} from './answers-for-situation.ts';
export { createDuplicateWatch, type DuplicateWatch } from './create-duplicate-watch.ts';
export { createKnowledgeIndex, type KnowledgeIndex } from './create-knowledge-index.ts';
export { type Duplicate, type DuplicateOptions, findDuplicates, type QuestionDraft } from './find-duplicates.ts';
export { rerank } from './rerank.ts';
export { isBareRequest, respelledExpression, searchExpression } from './search-expression.ts';
export { type QueryPart, situationQuery, type SituationQuery } from './situation-query.ts';
export { markMatches, type Snippet, snippetOf, type TextRange } from './snippet.ts';
export { stemEnglish } from './analysis/stem-english.ts';
export { tagKey } from './tag-key.ts';
export { splitTitle, type TitledText } from './split-title.ts';
export { DOCUMENT_WEIGHTS, QUESTION_WEIGHTS } from './rank/weights.ts';
