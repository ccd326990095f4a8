import title from '@salesforce/label/c.Fluency_Assess_Title';
import titleFor from '@salesforce/label/c.Fluency_Assess_TitleFor';
import skill from '@salesforce/label/c.Fluency_Assess_Skill';
import skillOption from '@salesforce/label/c.Fluency_Assess_SkillOption';
import whatDoYouSee from '@salesforce/label/c.Fluency_Assess_WhatDoYouSee';
import levelName1 from '@salesforce/label/c.Fluency_Assess_LevelName1';
import levelName2 from '@salesforce/label/c.Fluency_Assess_LevelName2';
import levelName3 from '@salesforce/label/c.Fluency_Assess_LevelName3';
import levelName4 from '@salesforce/label/c.Fluency_Assess_LevelName4';
import levelName5 from '@salesforce/label/c.Fluency_Assess_LevelName5';
import general1 from '@salesforce/label/c.Fluency_Assess_General1';
import general2 from '@salesforce/label/c.Fluency_Assess_General2';
import general3 from '@salesforce/label/c.Fluency_Assess_General3';
import general4 from '@salesforce/label/c.Fluency_Assess_General4';
import general5 from '@salesforce/label/c.Fluency_Assess_General5';
import day from '@salesforce/label/c.Fluency_Assess_Day';
import dayRange from '@salesforce/label/c.Fluency_Assess_DayRange';
import note from '@salesforce/label/c.Fluency_Assess_Note';
import noteHelp from '@salesforce/label/c.Fluency_Assess_NoteHelp';
import save from '@salesforce/label/c.Fluency_Assess_Save';
import cancel from '@salesforce/label/c.Fluency_Assess_Cancel';
import saving from '@salesforce/label/c.Fluency_Assess_Saving';
import notSaved from '@salesforce/label/c.Fluency_Assess_NotSaved';
import saved from '@salesforce/label/c.Fluency_Assess_Saved';
import noEffect from '@salesforce/label/c.Fluency_Assess_NoEffect';
import effect from '@salesforce/label/c.Fluency_Assess_Effect';
import effectWhy from '@salesforce/label/c.Fluency_Assess_EffectWhy';
import takeBack from '@salesforce/label/c.Fluency_Assess_TakeBack';
import takenBack from '@salesforce/label/c.Fluency_Assess_TakenBack';
import notTakenBack from '@salesforce/label/c.Fluency_Assess_NotTakenBack';
import dayTooLongAgo from '@salesforce/label/c.Fluency_Assess_DayTooLongAgo';
import done from '@salesforce/label/c.Fluency_Assess_Done';
import errorTitle from '@salesforce/label/c.Fluency_Assess_ErrorTitle';
import emptyTitle from '@salesforce/label/c.Fluency_Assess_EmptyTitle';
import emptyMessage from '@salesforce/label/c.Fluency_Assess_EmptyMessage';
import cardTitle from '@salesforce/label/c.Fluency_Assess_CardTitle';
import cardIntro from '@salesforce/label/c.Fluency_Assess_CardIntro';
import observe from '@salesforce/label/c.Fluency_Assess_Observe';
import recent from '@salesforce/label/c.Fluency_Assess_Recent';
import recentTakenBack from '@salesforce/label/c.Fluency_Assess_RecentTakenBack';
import recentMeta from '@salesforce/label/c.Fluency_Assess_RecentMeta';
import cardErrorTitle from '@salesforce/label/c.Fluency_Assess_CardErrorTitle';
import none from '@salesforce/label/c.Fluency_Assess_None';

/** Words of the observation of a skill. */
export const assessLabels = {
  title,
  titleFor,
  skill,
  skillOption,
  whatDoYouSee,
  levelName1,
  levelName2,
  levelName3,
  levelName4,
  levelName5,
  general1,
  general2,
  general3,
  general4,
  general5,
  day,
  dayRange,
  dayTooLongAgo,
  note,
  noteHelp,
  save,
  cancel,
  saving,
  notSaved,
  saved,
  noEffect,
  effect,
  effectWhy,
  takeBack,
  takenBack,
  notTakenBack,
  done,
  errorTitle,
  emptyTitle,
  emptyMessage,
  cardTitle,
  cardIntro,
  observe,
  recent,
  recentTakenBack,
  recentMeta,
  cardErrorTitle,
  none,
};
