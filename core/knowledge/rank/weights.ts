import type { SearchWeights } from '../types.ts';

/** For questions with their answers, asked for in a sentence. docs/knowledge-bank.md says how the numbers were chosen. */
export const QUESTION_WEIGHTS: SearchWeights = {
  saturation: 3.5,
  fieldWeights: [3.5, 1, 1, 1, 2],
  lengthWeights: [0.6, 0.6, 0.7, 0.7, 0],
  requestWord: 0.7,
  respelled: 0.6,
  phrases: 0.05,
  nearness: 0.04,
  characters: 0.6,
};

/** For documents: texts without answers, of which several may be wanted. */
export const DOCUMENT_WEIGHTS: SearchWeights = {
  saturation: 1.5,
  fieldWeights: [3, 1, 1, 1, 2],
  lengthWeights: [0.6, 0.45, 0.6, 0.6, 0],
  requestWord: 0.15,
  respelled: 0.6,
  phrases: 0.05,
  nearness: 0.01,
  characters: 0.08,
};

/** The weights for a corpus: those for questions where at least half of the entries have an answer. */
export function chooseWeights(answered: number, entries: number): SearchWeights {
  return entries > 0 && answered * 2 >= entries ? QUESTION_WEIGHTS : DOCUMENT_WEIGHTS;
}
