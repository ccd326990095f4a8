import tryAgain from '@salesforce/label/c.Fluency_Common_TryAgain';
import nuggetAndMinutes from '@salesforce/label/c.Fluency_Common_NuggetAndMinutes';
import noNugget from '@salesforce/label/c.Fluency_Common_NoNugget';
import nuggetsNotLoaded from '@salesforce/label/c.Fluency_Common_NuggetsNotLoaded';
import loading from '@salesforce/label/c.Fluency_Common_Loading';
import refresh from '@salesforce/label/c.Fluency_Common_Refresh';
import undo from '@salesforce/label/c.Fluency_Common_Undo';
import start from '@salesforce/label/c.Fluency_Common_Start';
import somethingWentWrong from '@salesforce/label/c.Fluency_Common_SomethingWentWrong';
import asOf from '@salesforce/label/c.Fluency_Common_AsOf';
import neverComputed from '@salesforce/label/c.Fluency_Common_NeverComputed';
import minutes from '@salesforce/label/c.Fluency_Common_Minutes';
import likelyBetween from '@salesforce/label/c.Fluency_Common_LikelyBetween';
import notEnoughEvidence from '@salesforce/label/c.Fluency_Common_NotEnoughEvidence';
import target from '@salesforce/label/c.Fluency_Common_Target';
import gap from '@salesforce/label/c.Fluency_Common_Gap';
import gapFlagged from '@salesforce/label/c.Fluency_Common_GapFlagged';
import separator from '@salesforce/label/c.Fluency_Common_Separator';
import seeProfile from '@salesforce/label/c.Fluency_Common_SeeProfile';
import readFor from '@salesforce/label/c.Fluency_Common_ReadFor';
import assignedOne from '@salesforce/label/c.Fluency_Common_AssignedOne';
import assignedMany from '@salesforce/label/c.Fluency_Common_AssignedMany';

/** Words that several components share. */
export const commonLabels = {
  tryAgain,
  nuggetAndMinutes,
  noNugget,
  nuggetsNotLoaded,
  loading,
  refresh,
  undo,
  start,
  somethingWentWrong,
  asOf,
  neverComputed,
  minutes,
  likelyBetween,
  notEnoughEvidence,
  target,
  gap,
  gapFlagged,
  separator,
  seeProfile,
  readFor,
  assignedOne,
  assignedMany,
};
