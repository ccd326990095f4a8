export { EVERYBODY, EXPERTS_QUERY, onlyPerson } from './expertsQuery';
export { preferencesOf, toExpertise } from './toExpertise';
export type { Expertise, ExpertiseRow } from './toExpertise';
export { latestVerdicts } from './verdicts';
export { wordEvidence, wordRange, wordReason, wordVotes } from './words';
