import title from '@salesforce/label/c.Fluency_Coach_Title';
import intro from '@salesforce/label/c.Fluency_Coach_Intro';
import item from '@salesforce/label/c.Fluency_Coach_Item';
import gap from '@salesforce/label/c.Fluency_Coach_Gap';
import unknown from '@salesforce/label/c.Fluency_Coach_Unknown';
import launch from '@salesforce/label/c.Fluency_Coach_Launch';
import launchTomorrow from '@salesforce/label/c.Fluency_Coach_LaunchTomorrow';
import launchToday from '@salesforce/label/c.Fluency_Coach_LaunchToday';
import stuck from '@salesforce/label/c.Fluency_Coach_Stuck';
import fading from '@salesforce/label/c.Fluency_Coach_Fading';
import newInRole from '@salesforce/label/c.Fluency_Coach_NewInRole';
import notObserved from '@salesforce/label/c.Fluency_Coach_NotObserved';
import neverObserved from '@salesforce/label/c.Fluency_Coach_NeverObserved';
import observe from '@salesforce/label/c.Fluency_Coach_Observe';
import assign from '@salesforce/label/c.Fluency_Coach_Assign';
import open from '@salesforce/label/c.Fluency_Coach_Open';
import observeFor from '@salesforce/label/c.Fluency_Coach_ObserveFor';
import assignFor from '@salesforce/label/c.Fluency_Coach_AssignFor';
import openFor from '@salesforce/label/c.Fluency_Coach_OpenFor';
import assigned from '@salesforce/label/c.Fluency_Coach_Assigned';
import observed from '@salesforce/label/c.Fluency_Coach_Observed';
import emptyTitle from '@salesforce/label/c.Fluency_Coach_EmptyTitle';
import emptyMessage from '@salesforce/label/c.Fluency_Coach_EmptyMessage';
import errorTitle from '@salesforce/label/c.Fluency_Coach_ErrorTitle';

/** Words of whom to coach next. */
export const coachLabels = {
  title,
  intro,
  item,
  gap,
  unknown,
  launch,
  launchTomorrow,
  launchToday,
  stuck,
  fading,
  newInRole,
  notObserved,
  neverObserved,
  observe,
  assign,
  open,
  observeFor,
  assignFor,
  openFor,
  assigned,
  observed,
  emptyTitle,
  emptyMessage,
  errorTitle,
};
