import title from '@salesforce/label/c.Fluency_Review_Title';
import intro from '@salesforce/label/c.Fluency_Review_Intro';
import introOne from '@salesforce/label/c.Fluency_Review_IntroOne';
import dueToday from '@salesforce/label/c.Fluency_Review_DueToday';
import dueSince from '@salesforce/label/c.Fluency_Review_DueSince';
import gap from '@salesforce/label/c.Fluency_Review_Gap';
import measure from '@salesforce/label/c.Fluency_Review_Measure';
import more from '@salesforce/label/c.Fluency_Review_More';
import anotherFive from '@salesforce/label/c.Fluency_Review_AnotherFive';
import answeredToday from '@salesforce/label/c.Fluency_Review_AnsweredToday';
import errorTitle from '@salesforce/label/c.Fluency_Review_ErrorTitle';
import newTitle from '@salesforce/label/c.Fluency_Review_NewTitle';
import newMessage from '@salesforce/label/c.Fluency_Review_NewMessage';
import emptyTitle from '@salesforce/label/c.Fluency_Review_EmptyTitle';
import emptyMessage from '@salesforce/label/c.Fluency_Review_EmptyMessage';
import emptyNext from '@salesforce/label/c.Fluency_Review_EmptyNext';
import doneTitle from '@salesforce/label/c.Fluency_Review_DoneTitle';
import doneMessage from '@salesforce/label/c.Fluency_Review_DoneMessage';
import timeUp from '@salesforce/label/c.Fluency_Review_TimeUp';
import noQuestionsTitle from '@salesforce/label/c.Fluency_Review_NoQuestionsTitle';
import noQuestionsMessage from '@salesforce/label/c.Fluency_Review_NoQuestionsMessage';
import effect from '@salesforce/label/c.Fluency_Review_Effect';
import effectPractice from '@salesforce/label/c.Fluency_Review_EffectPractice';
import effectLater from '@salesforce/label/c.Fluency_Review_EffectLater';
import finish from '@salesforce/label/c.Fluency_Review_Finish';
import resultNone from '@salesforce/label/c.Fluency_Review_ResultNone';
import moved from '@salesforce/label/c.Fluency_Review_Moved';
import nextDue from '@salesforce/label/c.Fluency_Review_NextDue';
import dueAgain from '@salesforce/label/c.Fluency_Review_DueAgain';
import staysGap from '@salesforce/label/c.Fluency_Review_StaysGap';
import noDate from '@salesforce/label/c.Fluency_Review_NoDate';
import missed from '@salesforce/label/c.Fluency_Review_Missed';
import readNugget from '@salesforce/label/c.Fluency_Review_ReadNugget';
import stop from '@salesforce/label/c.Fluency_Review_Stop';

/** Words of the daily review. */
export const reviewLabels = {
  title,
  intro,
  introOne,
  dueToday,
  dueSince,
  gap,
  measure,
  more,
  anotherFive,
  answeredToday,
  errorTitle,
  newTitle,
  newMessage,
  emptyTitle,
  emptyMessage,
  emptyNext,
  doneTitle,
  doneMessage,
  timeUp,
  noQuestionsTitle,
  noQuestionsMessage,
  effect,
  effectPractice,
  effectLater,
  finish,
  resultNone,
  moved,
  nextDue,
  dueAgain,
  staysGap,
  noDate,
  missed,
  readNugget,
  stop,
};
