import loadFailed from '@salesforce/label/c.Fluency_Viewer_LoadFailed';
import notFound from '@salesforce/label/c.Fluency_Viewer_NotFound';
import notFoundMessage from '@salesforce/label/c.Fluency_Viewer_NotFoundMessage';
import verified from '@salesforce/label/c.Fluency_Viewer_Verified';
import notVerified from '@salesforce/label/c.Fluency_Viewer_NotVerified';
import verificationDue from '@salesforce/label/c.Fluency_Viewer_VerificationDue';
import media from '@salesforce/label/c.Fluency_Viewer_Media';
import checkYourself from '@salesforce/label/c.Fluency_Viewer_CheckYourself';
import questions from '@salesforce/label/c.Fluency_Viewer_Questions';
import oneQuestion from '@salesforce/label/c.Fluency_Viewer_OneQuestion';
import questionOf from '@salesforce/label/c.Fluency_Viewer_QuestionOf';
import keyboardHint from '@salesforce/label/c.Fluency_Viewer_KeyboardHint';
import answer from '@salesforce/label/c.Fluency_Viewer_Answer';
import next from '@salesforce/label/c.Fluency_Viewer_Next';
import seeResult from '@salesforce/label/c.Fluency_Viewer_SeeResult';
import right from '@salesforce/label/c.Fluency_Viewer_Right';
import notThisTime from '@salesforce/label/c.Fluency_Viewer_NotThisTime';
import backToText from '@salesforce/label/c.Fluency_Viewer_BackToText';
import done from '@salesforce/label/c.Fluency_Viewer_Done';
import close from '@salesforce/label/c.Fluency_Viewer_Close';
import youAnswered from '@salesforce/label/c.Fluency_Viewer_YouAnswered';
import youAnsweredAll from '@salesforce/label/c.Fluency_Viewer_YouAnsweredAll';
import readinessTitle from '@salesforce/label/c.Fluency_Viewer_ReadinessTitle';
import effect from '@salesforce/label/c.Fluency_Viewer_Effect';
import likely from '@salesforce/label/c.Fluency_Viewer_Likely';
import why from '@salesforce/label/c.Fluency_Viewer_Why';
import whyRight from '@salesforce/label/c.Fluency_Viewer_WhyRight';
import whyWrong from '@salesforce/label/c.Fluency_Viewer_WhyWrong';
import whyPractice from '@salesforce/label/c.Fluency_Viewer_WhyPractice';
import whyMore from '@salesforce/label/c.Fluency_Viewer_WhyMore';
import noReadiness from '@salesforce/label/c.Fluency_Viewer_NoReadiness';
import resumeTitle from '@salesforce/label/c.Fluency_Viewer_ResumeTitle';
import resumeMessage from '@salesforce/label/c.Fluency_Viewer_ResumeMessage';
import goOn from '@salesforce/label/c.Fluency_Viewer_GoOn';
import again from '@salesforce/label/c.Fluency_Viewer_Again';
import answerNotSaved from '@salesforce/label/c.Fluency_Viewer_AnswerNotSaved';
import resultNotRead from '@salesforce/label/c.Fluency_Viewer_ResultNotRead';
import noQuestions from '@salesforce/label/c.Fluency_Viewer_NoQuestions';
import pointsUp from '@salesforce/label/c.Fluency_Viewer_PointsUp';
import pointsDown from '@salesforce/label/c.Fluency_Viewer_PointsDown';
import grading from '@salesforce/label/c.Fluency_Viewer_Grading';
import eventNotSaved from '@salesforce/label/c.Fluency_Viewer_EventNotSaved';

/** Words of the dialog in which a nugget is read and its checks are answered. */
export const viewerLabels = {
  loadFailed,
  notFound,
  notFoundMessage,
  verified,
  notVerified,
  verificationDue,
  media,
  checkYourself,
  questions,
  oneQuestion,
  questionOf,
  keyboardHint,
  answer,
  next,
  seeResult,
  right,
  notThisTime,
  backToText,
  done,
  close,
  youAnswered,
  youAnsweredAll,
  readinessTitle,
  effect,
  likely,
  why,
  whyRight,
  whyWrong,
  whyPractice,
  whyMore,
  noReadiness,
  resumeTitle,
  resumeMessage,
  goOn,
  again,
  answerNotSaved,
  resultNotRead,
  noQuestions,
  pointsUp,
  pointsDown,
  grading,
  eventNotSaved,
};
