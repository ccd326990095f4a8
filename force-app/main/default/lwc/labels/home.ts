import askedMany from '@salesforce/label/c.Fluency_Home_AskedMany';
import askedOne from '@salesforce/label/c.Fluency_Home_AskedOne';
import errorTitle from '@salesforce/label/c.Fluency_Home_ErrorTitle';
import title from '@salesforce/label/c.Fluency_Home_Title';

/** Words of the component that chooses what the Home page shows. */
export const homeLabels = {
  askedMany,
  askedOne,
  errorTitle,
  title,
};
