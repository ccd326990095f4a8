export { skillsInPlay, type SkillInPlay } from './skills-in-play.ts';
export {
  dealReadiness,
  whoCouldHelp,
  type CoverageStatus,
  type DealReadiness,
  type SkillCoverage,
  type Standing,
} from './deal-readiness.ts';
