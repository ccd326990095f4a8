export type * from './types.ts';
export { checkRule, operatorsFor } from './compile-rule.ts';
export { buildRuleIndex } from './rule-index.ts';
export { anchorKeys, anchorKeysByRule, anchorQueryKeys, ANY_SITUATION, NO_ANCHOR } from './anchors.ts';
export {
  chooseNugget,
  chooseTraining,
  NEEDS_CONSIDERED,
  type NuggetChoice,
  type TrainingNeed,
} from './choose-nugget.ts';
export { DEFAULT_COOL_DOWN_DAYS } from './cool-down.ts';
export { DEFAULT_BUDGET, rankNuggets } from './rank-nuggets.ts';
