export { LEAST_TEAM, teamStanding, type MemberScore, type TeamInterval, type TeamStanding } from './team-standing.ts';
export { compareTeams, type Beside, type TeamComparison } from './compare-teams.ts';
export {
  bestTraining,
  LEAST_RECORD,
  type BestTraining,
  type TrainingChoice,
  type TrainingRecord,
} from './best-training.ts';
