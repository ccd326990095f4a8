export { HISTORY_QUERY } from './historyQuery';
export { toHistory } from './history';
export type { History } from './history';
export { asksForSomebody, findExperts, proposeExperts } from './experts';
export type { FoundExpert } from './experts';
export { requestExperts } from './requestExperts';
