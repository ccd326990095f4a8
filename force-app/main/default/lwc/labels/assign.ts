import forWhom from '@salesforce/label/c.Fluency_Assign_ForWhom';
import andMore from '@salesforce/label/c.Fluency_Assign_AndMore';
import search from '@salesforce/label/c.Fluency_Assign_Search';
import searchPlaceholder from '@salesforce/label/c.Fluency_Assign_SearchPlaceholder';
import whatToLearn from '@salesforce/label/c.Fluency_Assign_WhatToLearn';
import servesSkill from '@salesforce/label/c.Fluency_Assign_ServesSkill';
import reachTarget from '@salesforce/label/c.Fluency_Assign_ReachTarget';
import anyWay from '@salesforce/label/c.Fluency_Assign_AnyWay';
import pathLength from '@salesforce/label/c.Fluency_Assign_PathLength';
import nuggetLength from '@salesforce/label/c.Fluency_Assign_NuggetLength';
import record from '@salesforce/label/c.Fluency_Assign_Record';
import tooLittleData from '@salesforce/label/c.Fluency_Assign_TooLittleData';
import nothingFound from '@salesforce/label/c.Fluency_Assign_NothingFound';
import searchFirst from '@salesforce/label/c.Fluency_Assign_SearchFirst';
import alreadyPlanned from '@salesforce/label/c.Fluency_Assign_AlreadyPlanned';
import dueOn from '@salesforce/label/c.Fluency_Assign_DueOn';
import dueTooEarly from '@salesforce/label/c.Fluency_Assign_DueTooEarly';
import note from '@salesforce/label/c.Fluency_Assign_Note';
import notePlaceholder from '@salesforce/label/c.Fluency_Assign_NotePlaceholder';
import assign from '@salesforce/label/c.Fluency_Assign_Assign';
import assignMany from '@salesforce/label/c.Fluency_Assign_AssignMany';
import cancel from '@salesforce/label/c.Fluency_Assign_Cancel';
import done from '@salesforce/label/c.Fluency_Assign_Done';
import progress from '@salesforce/label/c.Fluency_Assign_Progress';
import someFailed from '@salesforce/label/c.Fluency_Assign_SomeFailed';
import failure from '@salesforce/label/c.Fluency_Assign_Failure';
import addOwn from '@salesforce/label/c.Fluency_Assign_AddOwn';
import alreadyYours from '@salesforce/label/c.Fluency_Assign_AlreadyYours';
import notAdded from '@salesforce/label/c.Fluency_Assign_NotAdded';
import errorTitle from '@salesforce/label/c.Fluency_Assign_ErrorTitle';

/** Words of the dialog that assigns training. */
export const assignLabels = {
  forWhom,
  andMore,
  search,
  searchPlaceholder,
  whatToLearn,
  servesSkill,
  reachTarget,
  anyWay,
  pathLength,
  nuggetLength,
  record,
  tooLittleData,
  nothingFound,
  searchFirst,
  alreadyPlanned,
  dueOn,
  dueTooEarly,
  note,
  notePlaceholder,
  assign,
  assignMany,
  cancel,
  done,
  progress,
  someFailed,
  failure,
  addOwn,
  alreadyYours,
  notAdded,
  errorTitle,
};
