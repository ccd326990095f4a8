import title from '@salesforce/label/c.Fluency_Actions_Title';
import review from '@salesforce/label/c.Fluency_Actions_Review';
import learn from '@salesforce/label/c.Fluency_Actions_Learn';
import measure from '@salesforce/label/c.Fluency_Actions_Measure';
import reviewDetail from '@salesforce/label/c.Fluency_Actions_ReviewDetail';
import reviewToday from '@salesforce/label/c.Fluency_Actions_ReviewToday';
import learnDetail from '@salesforce/label/c.Fluency_Actions_LearnDetail';
import measureDetail from '@salesforce/label/c.Fluency_Actions_MeasureDetail';
import startFor from '@salesforce/label/c.Fluency_Actions_StartFor';
import emptyTitle from '@salesforce/label/c.Fluency_Actions_EmptyTitle';
import emptyMessage from '@salesforce/label/c.Fluency_Actions_EmptyMessage';
import newTitle from '@salesforce/label/c.Fluency_Actions_NewTitle';
import newMessage from '@salesforce/label/c.Fluency_Actions_NewMessage';
import errorTitle from '@salesforce/label/c.Fluency_Actions_ErrorTitle';
import seeAll from '@salesforce/label/c.Fluency_Actions_SeeAll';
import overall from '@salesforce/label/c.Fluency_Actions_Overall';

/** Words of a person's own next actions. */
export const actionsLabels = {
  title,
  review,
  learn,
  measure,
  reviewDetail,
  reviewToday,
  learnDetail,
  measureDetail,
  startFor,
  emptyTitle,
  emptyMessage,
  newTitle,
  newMessage,
  errorTitle,
  seeAll,
  overall,
};
