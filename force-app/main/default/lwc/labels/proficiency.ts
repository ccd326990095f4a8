import title from '@salesforce/label/c.Fluency_Proficiency_Title';
import errorTitle from '@salesforce/label/c.Fluency_Proficiency_ErrorTitle';
import emptyTitle from '@salesforce/label/c.Fluency_Proficiency_EmptyTitle';
import emptyMessage from '@salesforce/label/c.Fluency_Proficiency_EmptyMessage';
import started from '@salesforce/label/c.Fluency_Proficiency_Started';
import lastMonths from '@salesforce/label/c.Fluency_Proficiency_LastMonths';
import medianRange from '@salesforce/label/c.Fluency_Proficiency_MedianRange';
import medianFrom from '@salesforce/label/c.Fluency_Proficiency_MedianFrom';
import median from '@salesforce/label/c.Fluency_Proficiency_Median';
import noMedian from '@salesforce/label/c.Fluency_Proficiency_NoMedian';
import counts from '@salesforce/label/c.Fluency_Proficiency_Counts';
import countsLeft from '@salesforce/label/c.Fluency_Proficiency_CountsLeft';
import chartLabel from '@salesforce/label/c.Fluency_Proficiency_ChartLabel';
import daysSinceStart from '@salesforce/label/c.Fluency_Proficiency_DaysSinceStart';
import atTarget from '@salesforce/label/c.Fluency_Proficiency_AtTarget';
import byQuarter from '@salesforce/label/c.Fluency_Proficiency_ByQuarter';
import startedIn from '@salesforce/label/c.Fluency_Proficiency_StartedIn';
import people from '@salesforce/label/c.Fluency_Proficiency_People';
import reached from '@salesforce/label/c.Fluency_Proficiency_Reached';
import left from '@salesforce/label/c.Fluency_Proficiency_Left';
import howLong from '@salesforce/label/c.Fluency_Proficiency_HowLong';
import quarter from '@salesforce/label/c.Fluency_Proficiency_Quarter';
import tooFew from '@salesforce/label/c.Fluency_Proficiency_TooFew';
import none from '@salesforce/label/c.Fluency_Proficiency_None';
import longest from '@salesforce/label/c.Fluency_Proficiency_Longest';
import underway from '@salesforce/label/c.Fluency_Proficiency_Underway';
import scoreOf from '@salesforce/label/c.Fluency_Proficiency_ScoreOf';
import thin from '@salesforce/label/c.Fluency_Proficiency_Thin';
import truncated from '@salesforce/label/c.Fluency_Proficiency_Truncated';

/** Words about time to proficiency. */
export const proficiencyLabels = {
  title,
  errorTitle,
  emptyTitle,
  emptyMessage,
  started,
  lastMonths,
  medianRange,
  medianFrom,
  median,
  noMedian,
  counts,
  countsLeft,
  chartLabel,
  daysSinceStart,
  atTarget,
  byQuarter,
  startedIn,
  people,
  reached,
  left,
  howLong,
  quarter,
  tooFew,
  none,
  longest,
  underway,
  scoreOf,
  thin,
  truncated,
};
