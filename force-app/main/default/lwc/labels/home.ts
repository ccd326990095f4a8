import errorTitle from '@salesforce/label/c.Fluency_Home_ErrorTitle';
import title from '@salesforce/label/c.Fluency_Home_Title';

/** Words of the component that chooses what the Home page shows. */
export const homeLabels = {
  errorTitle,
  title,
};
