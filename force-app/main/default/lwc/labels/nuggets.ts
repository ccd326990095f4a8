import title from '@salesforce/label/c.Fluency_Nuggets_Title';
import whyThese from '@salesforce/label/c.Fluency_Nuggets_WhyThese';
import hideWhy from '@salesforce/label/c.Fluency_Nuggets_HideWhy';
import browseAll from '@salesforce/label/c.Fluency_Nuggets_BrowseAll';
import emptyTitle from '@salesforce/label/c.Fluency_Nuggets_EmptyTitle';
import emptyMessage from '@salesforce/label/c.Fluency_Nuggets_EmptyMessage';
import noneMessage from '@salesforce/label/c.Fluency_Nuggets_NoneMessage';
import errorTitle from '@salesforce/label/c.Fluency_Nuggets_ErrorTitle';
import helpful from '@salesforce/label/c.Fluency_Nuggets_Helpful';
import notHelpful from '@salesforce/label/c.Fluency_Nuggets_NotHelpful';
import dismiss from '@salesforce/label/c.Fluency_Nuggets_Dismiss';
import markedHelpful from '@salesforce/label/c.Fluency_Nuggets_MarkedHelpful';
import markedNotHelpful from '@salesforce/label/c.Fluency_Nuggets_MarkedNotHelpful';
import dismissed from '@salesforce/label/c.Fluency_Nuggets_Dismissed';
import completed from '@salesforce/label/c.Fluency_Nuggets_Completed';
import undoFor from '@salesforce/label/c.Fluency_Nuggets_UndoFor';
import notSaved from '@salesforce/label/c.Fluency_Nuggets_NotSaved';
import notUndone from '@salesforce/label/c.Fluency_Nuggets_NotUndone';
import whyIntro from '@salesforce/label/c.Fluency_Nuggets_WhyIntro';
import whyRule from '@salesforce/label/c.Fluency_Nuggets_WhyRule';
import skippedSignals from '@salesforce/label/c.Fluency_Nuggets_SkippedSignals';

/** Words of the panel that shows nuggets in a deal. */
export const nuggetsLabels = {
  title,
  whyThese,
  hideWhy,
  browseAll,
  emptyTitle,
  emptyMessage,
  noneMessage,
  errorTitle,
  helpful,
  notHelpful,
  dismiss,
  markedHelpful,
  markedNotHelpful,
  dismissed,
  completed,
  undoFor,
  notSaved,
  notUndone,
  whyIntro,
  whyRule,
  skippedSignals,
};
