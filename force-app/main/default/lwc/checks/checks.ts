export { GRADE_FIELDS, saveAnswer } from './answer';
export type { NewAnswer, SavedAnswer } from './answer';
export {
  answeredAt,
  currentQuestion,
  isComplete,
  isLastQuestion,
  nextQuestion,
  resumeSession,
  startSession,
  tally,
  withAnswer,
} from './checkSession';
export type { CheckSession, GradedAnswer } from './checkSession';
export { describeEffects, signedTenths } from './effectWords';
export type { EffectRow } from './effectWords';
export { OPTIONS, toQuestion } from './question';
export type { Option, Question } from './question';
export { readinessEffects } from './readinessEffect';
export type { AnswerEffect, EffectBasis, SkillEffect } from './readinessEffect';
export { describeProgress, describeTally } from './sessionWords';
export { canAnswer, gradeOf, isGrading, startSitting, toNextQuestion, withResult } from './sitting';
export type { Sitting } from './sitting';
