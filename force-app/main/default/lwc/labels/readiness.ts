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
};
