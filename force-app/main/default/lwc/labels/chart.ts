import showTable from '@salesforce/label/c.Fluency_Chart_ShowTable';
import showChart from '@salesforce/label/c.Fluency_Chart_ShowChart';
import howToRead from '@salesforce/label/c.Fluency_Chart_HowToRead';
import empty from '@salesforce/label/c.Fluency_Chart_Empty';
import day from '@salesforce/label/c.Fluency_Chart_Day';
import none from '@salesforce/label/c.Fluency_Chart_None';
import reading from '@salesforce/label/c.Fluency_Chart_Reading';
import seriesValue from '@salesforce/label/c.Fluency_Chart_SeriesValue';
import valueAndRange from '@salesforce/label/c.Fluency_Chart_ValueAndRange';
import listSeparator from '@salesforce/label/c.Fluency_Chart_ListSeparator';
import fromTo from '@salesforce/label/c.Fluency_Chart_FromTo';

/** Words of the line chart. */
export const chartLabels = {
  showTable,
  showChart,
  howToRead,
  empty,
  day,
  none,
  reading,
  seriesValue,
  valueAndRange,
  listSeparator,
  fromTo,
};
