import accepted from '@salesforce/label/c.Fluency_SearchReason_Accepted';
import phrase from '@salesforce/label/c.Fluency_SearchReason_Phrase';
import recent from '@salesforce/label/c.Fluency_SearchReason_Recent';
import text from '@salesforce/label/c.Fluency_SearchReason_Text';
import title from '@salesforce/label/c.Fluency_SearchReason_Title';
import verified from '@salesforce/label/c.Fluency_SearchReason_Verified';
import votes from '@salesforce/label/c.Fluency_SearchReason_Votes';
import words from '@salesforce/label/c.Fluency_SearchReason_Words';

/** Words of searchReason. */
export const searchReasonLabels = {
  accepted,
  phrase,
  recent,
  text,
  title,
  verified,
  votes,
  words,
};
