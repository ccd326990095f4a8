import asOf from '@salesforce/label/c.Fluency_Common_AsOf';
import assignedMany from '@salesforce/label/c.Fluency_Common_AssignedMany';
import assignedOne from '@salesforce/label/c.Fluency_Common_AssignedOne';
import gap from '@salesforce/label/c.Fluency_Common_Gap';
import gapFlagged from '@salesforce/label/c.Fluency_Common_GapFlagged';
import likelyBetween from '@salesforce/label/c.Fluency_Common_LikelyBetween';
import loading from '@salesforce/label/c.Fluency_Common_Loading';
import minutes from '@salesforce/label/c.Fluency_Common_Minutes';
import neverComputed from '@salesforce/label/c.Fluency_Common_NeverComputed';
import noNugget from '@salesforce/label/c.Fluency_Common_NoNugget';
import notEnoughEvidence from '@salesforce/label/c.Fluency_Common_NotEnoughEvidence';
import nuggetAndMinutes from '@salesforce/label/c.Fluency_Common_NuggetAndMinutes';
import nuggetsNotLoaded from '@salesforce/label/c.Fluency_Common_NuggetsNotLoaded';
import orgUnreachable from '@salesforce/label/c.Fluency_Common_OrgUnreachable';
import readFor from '@salesforce/label/c.Fluency_Common_ReadFor';
import refresh from '@salesforce/label/c.Fluency_Common_Refresh';
import seeProfile from '@salesforce/label/c.Fluency_Common_SeeProfile';
import separator from '@salesforce/label/c.Fluency_Common_Separator';
import somethingWentWrong from '@salesforce/label/c.Fluency_Common_SomethingWentWrong';
import start from '@salesforce/label/c.Fluency_Common_Start';
import target from '@salesforce/label/c.Fluency_Common_Target';
import tryAgain from '@salesforce/label/c.Fluency_Common_TryAgain';
import undo from '@salesforce/label/c.Fluency_Common_Undo';

/** Words that several components share. */
export const commonLabels = {
  asOf,
  assignedMany,
  assignedOne,
  gap,
  gapFlagged,
  likelyBetween,
  loading,
  minutes,
  neverComputed,
  noNugget,
  notEnoughEvidence,
  nuggetAndMinutes,
  nuggetsNotLoaded,
  orgUnreachable,
  readFor,
  refresh,
  seeProfile,
  separator,
  somethingWentWrong,
  start,
  target,
  tryAgain,
  undo,
};
