export { toCandidates } from './candidates';
export { candidateVariables, CANDIDATES_QUERY } from './candidatesQuery';
export type { CandidateVariables } from './candidatesQuery';
export { CONTEXT_QUERY } from './contextQuery';
export { toDealContext } from './dealContext';
export type { DealContext } from './dealContext';
export { contextVariables, dealFieldsOf } from './dealRequests';
export { matchesOf, toSituation } from './dealSituation';
export { signalName } from './signalName';
