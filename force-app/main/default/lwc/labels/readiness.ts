import title from '@salesforce/label/c.Fluency_Readiness_Title';
import myTitle from '@salesforce/label/c.Fluency_Readiness_MyTitle';
import overall from '@salesforce/label/c.Fluency_Readiness_Overall';
import byDomain from '@salesforce/label/c.Fluency_Readiness_ByDomain';
import showSkills from '@salesforce/label/c.Fluency_Readiness_ShowSkills';
import hideSkills from '@salesforce/label/c.Fluency_Readiness_HideSkills';
import nextBest from '@salesforce/label/c.Fluency_Readiness_NextBest';
import open from '@salesforce/label/c.Fluency_Readiness_Open';
import nextLearn from '@salesforce/label/c.Fluency_Readiness_NextLearn';
import nextReview from '@salesforce/label/c.Fluency_Readiness_NextReview';
import nextMeasure from '@salesforce/label/c.Fluency_Readiness_NextMeasure';
import nextGain from '@salesforce/label/c.Fluency_Readiness_NextGain';
import dueTitle from '@salesforce/label/c.Fluency_Readiness_DueTitle';
import due from '@salesforce/label/c.Fluency_Readiness_Due';
import dueToday from '@salesforce/label/c.Fluency_Readiness_DueToday';
import noneDue from '@salesforce/label/c.Fluency_Readiness_NoneDue';
import trendTitle from '@salesforce/label/c.Fluency_Readiness_TrendTitle';
import trendEmpty from '@salesforce/label/c.Fluency_Readiness_TrendEmpty';
import evidence from '@salesforce/label/c.Fluency_Readiness_Evidence';
import evidenceCount from '@salesforce/label/c.Fluency_Readiness_EvidenceCount';
import evidenceOne from '@salesforce/label/c.Fluency_Readiness_EvidenceOne';
import noEvidence from '@salesforce/label/c.Fluency_Readiness_NoEvidence';
import showAllEvidence from '@salesforce/label/c.Fluency_Readiness_ShowAllEvidence';
import showLess from '@salesforce/label/c.Fluency_Readiness_ShowLess';
import evidenceCheckRight from '@salesforce/label/c.Fluency_Readiness_EvidenceCheckRight';
import evidenceCheckWrong from '@salesforce/label/c.Fluency_Readiness_EvidenceCheckWrong';
import evidenceAssessment from '@salesforce/label/c.Fluency_Readiness_EvidenceAssessment';
import evidenceCompletion from '@salesforce/label/c.Fluency_Readiness_EvidenceCompletion';
import evidenceOutcomeWon from '@salesforce/label/c.Fluency_Readiness_EvidenceOutcomeWon';
import evidenceOutcomeLost from '@salesforce/label/c.Fluency_Readiness_EvidenceOutcomeLost';
import pointsUp from '@salesforce/label/c.Fluency_Readiness_PointsUp';
import pointsDown from '@salesforce/label/c.Fluency_Readiness_PointsDown';
import pointsNone from '@salesforce/label/c.Fluency_Readiness_PointsNone';
import emptyTitle from '@salesforce/label/c.Fluency_Readiness_EmptyTitle';
import emptyMessage from '@salesforce/label/c.Fluency_Readiness_EmptyMessage';
import hiddenTitle from '@salesforce/label/c.Fluency_Readiness_HiddenTitle';
import hiddenMessage from '@salesforce/label/c.Fluency_Readiness_HiddenMessage';
import hiddenMessageNoName from '@salesforce/label/c.Fluency_Readiness_HiddenMessageNoName';
import coldTitle from '@salesforce/label/c.Fluency_Readiness_ColdTitle';
import coldMessage from '@salesforce/label/c.Fluency_Readiness_ColdMessage';
import errorTitle from '@salesforce/label/c.Fluency_Readiness_ErrorTitle';
import includesNewer from '@salesforce/label/c.Fluency_Readiness_IncludesNewer';
import legend from '@salesforce/label/c.Fluency_Readiness_Legend';
import roleAndTargets from '@salesforce/label/c.Fluency_Readiness_RoleAndTargets';
import byComponent from '@salesforce/label/c.Fluency_Readiness_ByComponent';
import componentHint from '@salesforce/label/c.Fluency_Readiness_ComponentHint';
import openEvidence from '@salesforce/label/c.Fluency_Readiness_OpenEvidence';
import closeEvidence from '@salesforce/label/c.Fluency_Readiness_CloseEvidence';
import whereFrom from '@salesforce/label/c.Fluency_Readiness_WhereFrom';
import part from '@salesforce/label/c.Fluency_Readiness_Part';
import when from '@salesforce/label/c.Fluency_Readiness_When';
import points from '@salesforce/label/c.Fluency_Readiness_Points';
import partStart from '@salesforce/label/c.Fluency_Readiness_PartStart';
import partEarlier from '@salesforce/label/c.Fluency_Readiness_PartEarlier';
import partOther from '@salesforce/label/c.Fluency_Readiness_PartOther';
import partOtherOf from '@salesforce/label/c.Fluency_Readiness_PartOtherOf';
import partFading from '@salesforce/label/c.Fluency_Readiness_PartFading';
import partScore from '@salesforce/label/c.Fluency_Readiness_PartScore';
import notExplained from '@salesforce/label/c.Fluency_Readiness_NotExplained';
import reviewNow from '@salesforce/label/c.Fluency_Readiness_ReviewNow';
import trendScopes from '@salesforce/label/c.Fluency_Readiness_TrendScopes';
import trendOverall from '@salesforce/label/c.Fluency_Readiness_TrendOverall';
import trendError from '@salesforce/label/c.Fluency_Readiness_TrendError';
import trendLabel from '@salesforce/label/c.Fluency_Readiness_TrendLabel';
import rulesShow from '@salesforce/label/c.Fluency_Readiness_RulesShow';
import rulesHide from '@salesforce/label/c.Fluency_Readiness_RulesHide';
import rulesCounts from '@salesforce/label/c.Fluency_Readiness_RulesCounts';
import rulesNot from '@salesforce/label/c.Fluency_Readiness_RulesNot';
import ruleCheck from '@salesforce/label/c.Fluency_Readiness_RuleCheck';
import ruleAssessment from '@salesforce/label/c.Fluency_Readiness_RuleAssessment';
import ruleCompletion from '@salesforce/label/c.Fluency_Readiness_RuleCompletion';
import ruleOutcome from '@salesforce/label/c.Fluency_Readiness_RuleOutcome';
import ruleTime from '@salesforce/label/c.Fluency_Readiness_RuleTime';
import ruleRepeat from '@salesforce/label/c.Fluency_Readiness_RuleRepeat';
import ruleActivity from '@salesforce/label/c.Fluency_Readiness_RuleActivity';
import ruleOpinion from '@salesforce/label/c.Fluency_Readiness_RuleOpinion';

/** Words of the readiness profile of one person. */
export const readinessLabels = {
  title,
  myTitle,
  overall,
  byDomain,
  showSkills,
  hideSkills,
  nextBest,
  open,
  nextLearn,
  nextReview,
  nextMeasure,
  nextGain,
  dueTitle,
  due,
  dueToday,
  noneDue,
  trendTitle,
  trendEmpty,
  evidence,
  evidenceCount,
  evidenceOne,
  noEvidence,
  showAllEvidence,
  showLess,
  evidenceCheckRight,
  evidenceCheckWrong,
  evidenceAssessment,
  evidenceCompletion,
  evidenceOutcomeWon,
  evidenceOutcomeLost,
  pointsUp,
  pointsDown,
  pointsNone,
  emptyTitle,
  emptyMessage,
  hiddenTitle,
  hiddenMessage,
  hiddenMessageNoName,
  coldTitle,
  coldMessage,
  errorTitle,
  includesNewer,
  legend,
  roleAndTargets,
  byComponent,
  componentHint,
  openEvidence,
  closeEvidence,
  whereFrom,
  part,
  when,
  points,
  partStart,
  partEarlier,
  partOther,
  partOtherOf,
  partFading,
  partScore,
  notExplained,
  reviewNow,
  trendScopes,
  trendOverall,
  trendError,
  trendLabel,
  rulesShow,
  rulesHide,
  rulesCounts,
  rulesNot,
  ruleCheck,
  ruleAssessment,
  ruleCompletion,
  ruleOutcome,
  ruleTime,
  ruleRepeat,
  ruleActivity,
  ruleOpinion,
};
