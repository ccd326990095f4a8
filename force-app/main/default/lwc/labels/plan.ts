import title from '@salesforce/label/c.Fluency_Plan_Title';
import personTitle from '@salesforce/label/c.Fluency_Plan_PersonTitle';
import from from '@salesforce/label/c.Fluency_Plan_From';
import yourChoice from '@salesforce/label/c.Fluency_Plan_YourChoice';
import theirChoice from '@salesforce/label/c.Fluency_Plan_TheirChoice';
import reasonGap from '@salesforce/label/c.Fluency_Plan_ReasonGap';
import reasonReview from '@salesforce/label/c.Fluency_Plan_ReasonReview';
import reasonLaunch from '@salesforce/label/c.Fluency_Plan_ReasonLaunch';
import reasonNewInRole from '@salesforce/label/c.Fluency_Plan_ReasonNewInRole';
import reasonIn from '@salesforce/label/c.Fluency_Plan_ReasonIn';
import due from '@salesforce/label/c.Fluency_Plan_Due';
import wasDue from '@salesforce/label/c.Fluency_Plan_WasDue';
import overdue from '@salesforce/label/c.Fluency_Plan_Overdue';
import dueSoon from '@salesforce/label/c.Fluency_Plan_DueSoon';
import unavailable from '@salesforce/label/c.Fluency_Plan_Unavailable';
import reachTarget from '@salesforce/label/c.Fluency_Plan_ReachTarget';
import nuggetsLeft from '@salesforce/label/c.Fluency_Plan_NuggetsLeft';
import oneCheckLeft from '@salesforce/label/c.Fluency_Plan_OneCheckLeft';
import checksLeft from '@salesforce/label/c.Fluency_Plan_ChecksLeft';
import readLeft from '@salesforce/label/c.Fluency_Plan_ReadLeft';
import readAndOneCheck from '@salesforce/label/c.Fluency_Plan_ReadAndOneCheck';
import readAndChecks from '@salesforce/label/c.Fluency_Plan_ReadAndChecks';
import remindedYou from '@salesforce/label/c.Fluency_Plan_RemindedYou';
import reminded from '@salesforce/label/c.Fluency_Plan_Reminded';
import percent from '@salesforce/label/c.Fluency_Plan_Percent';
import goOn from '@salesforce/label/c.Fluency_Plan_GoOn';
import startItem from '@salesforce/label/c.Fluency_Plan_StartItem';
import continueItem from '@salesforce/label/c.Fluency_Plan_ContinueItem';
import add from '@salesforce/label/c.Fluency_Plan_Add';
import assign from '@salesforce/label/c.Fluency_Plan_Assign';
import addTitle from '@salesforce/label/c.Fluency_Plan_AddTitle';
import assignTitle from '@salesforce/label/c.Fluency_Plan_AssignTitle';
import calendar from '@salesforce/label/c.Fluency_Plan_Calendar';
import itemCalendar from '@salesforce/label/c.Fluency_Plan_ItemCalendar';
import more from '@salesforce/label/c.Fluency_Plan_More';
import remove from '@salesforce/label/c.Fluency_Plan_Remove';
import withdraw from '@salesforce/label/c.Fluency_Plan_Withdraw';
import changeDue from '@salesforce/label/c.Fluency_Plan_ChangeDue';
import remind from '@salesforce/label/c.Fluency_Plan_Remind';
import dueOn from '@salesforce/label/c.Fluency_Plan_DueOn';
import save from '@salesforce/label/c.Fluency_Plan_Save';
import cancel from '@salesforce/label/c.Fluency_Plan_Cancel';
import dueTooEarly from '@salesforce/label/c.Fluency_Plan_DueTooEarly';
import removed from '@salesforce/label/c.Fluency_Plan_Removed';
import added from '@salesforce/label/c.Fluency_Plan_Added';
import addedMany from '@salesforce/label/c.Fluency_Plan_AddedMany';
import remindedNow from '@salesforce/label/c.Fluency_Plan_RemindedNow';
import alreadyReminded from '@salesforce/label/c.Fluency_Plan_AlreadyReminded';
import notSaved from '@salesforce/label/c.Fluency_Plan_NotSaved';
import done from '@salesforce/label/c.Fluency_Plan_Done';
import doneOn from '@salesforce/label/c.Fluency_Plan_DoneOn';
import emptyTitle from '@salesforce/label/c.Fluency_Plan_EmptyTitle';
import emptyMessage from '@salesforce/label/c.Fluency_Plan_EmptyMessage';
import personEmptyTitle from '@salesforce/label/c.Fluency_Plan_PersonEmptyTitle';
import personEmptyMessage from '@salesforce/label/c.Fluency_Plan_PersonEmptyMessage';
import hiddenTitle from '@salesforce/label/c.Fluency_Plan_HiddenTitle';
import hiddenMessage from '@salesforce/label/c.Fluency_Plan_HiddenMessage';
import allDoneTitle from '@salesforce/label/c.Fluency_Plan_AllDoneTitle';
import errorTitle from '@salesforce/label/c.Fluency_Plan_ErrorTitle';
import itemNote from '@salesforce/label/c.Fluency_Plan_ItemNote';

/** Words of a development plan. */
export const planLabels = {
  title,
  personTitle,
  from,
  yourChoice,
  theirChoice,
  reasonGap,
  reasonReview,
  reasonLaunch,
  reasonNewInRole,
  reasonIn,
  due,
  wasDue,
  overdue,
  dueSoon,
  unavailable,
  reachTarget,
  nuggetsLeft,
  oneCheckLeft,
  checksLeft,
  readLeft,
  readAndOneCheck,
  readAndChecks,
  remindedYou,
  reminded,
  percent,
  goOn,
  startItem,
  continueItem,
  add,
  assign,
  addTitle,
  assignTitle,
  calendar,
  itemCalendar,
  more,
  remove,
  withdraw,
  changeDue,
  remind,
  dueOn,
  save,
  cancel,
  dueTooEarly,
  removed,
  added,
  addedMany,
  remindedNow,
  alreadyReminded,
  notSaved,
  done,
  doneOn,
  emptyTitle,
  emptyMessage,
  personEmptyTitle,
  personEmptyMessage,
  hiddenTitle,
  hiddenMessage,
  allDoneTitle,
  errorTitle,
  itemNote,
};
