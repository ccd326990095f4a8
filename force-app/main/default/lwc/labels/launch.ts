import title from '@salesforce/label/c.Fluency_Launch_Title';
import errorTitle from '@salesforce/label/c.Fluency_Launch_ErrorTitle';
import emptyTitle from '@salesforce/label/c.Fluency_Launch_EmptyTitle';
import emptyMessage from '@salesforce/label/c.Fluency_Launch_EmptyMessage';
import notShownTitle from '@salesforce/label/c.Fluency_Launch_NotShownTitle';
import notShownMessage from '@salesforce/label/c.Fluency_Launch_NotShownMessage';
import nobodyTitle from '@salesforce/label/c.Fluency_Launch_NobodyTitle';
import nobodyMessage from '@salesforce/label/c.Fluency_Launch_NobodyMessage';
import launches from '@salesforce/label/c.Fluency_Launch_Launches';
import headline from '@salesforce/label/c.Fluency_Launch_Headline';
import headlineOne from '@salesforce/label/c.Fluency_Launch_HeadlineOne';
import headlinePast from '@salesforce/label/c.Fluency_Launch_HeadlinePast';
import today from '@salesforce/label/c.Fluency_Launch_Today';
import tomorrow from '@salesforce/label/c.Fluency_Launch_Tomorrow';
import yesterday from '@salesforce/label/c.Fluency_Launch_Yesterday';
import inDays from '@salesforce/label/c.Fluency_Launch_InDays';
import daysAgo from '@salesforce/label/c.Fluency_Launch_DaysAgo';
import likelyRange from '@salesforce/label/c.Fluency_Launch_LikelyRange';
import likelyOne from '@salesforce/label/c.Fluency_Launch_LikelyOne';
import forecastNote from '@salesforce/label/c.Fluency_Launch_ForecastNote';
import chartLabel from '@salesforce/label/c.Fluency_Launch_ChartLabel';
import expectedReady from '@salesforce/label/c.Fluency_Launch_ExpectedReady';
import notReady from '@salesforce/label/c.Fluency_Launch_NotReady';
import everybodyReady from '@salesforce/label/c.Fluency_Launch_EverybodyReady';
import shortSkills from '@salesforce/label/c.Fluency_Launch_ShortSkills';
import peopleShort from '@salesforce/label/c.Fluency_Launch_PeopleShort';
import personShort from '@salesforce/label/c.Fluency_Launch_PersonShort';
import peopleThin from '@salesforce/label/c.Fluency_Launch_PeopleThin';
import assign from '@salesforce/label/c.Fluency_Launch_Assign';
import assignFor from '@salesforce/label/c.Fluency_Launch_AssignFor';
import planned from '@salesforce/label/c.Fluency_Launch_Planned';
import pointsShort from '@salesforce/label/c.Fluency_Launch_PointsShort';
import thinEvidence from '@salesforce/label/c.Fluency_Launch_ThinEvidence';
import chance from '@salesforce/label/c.Fluency_Launch_Chance';
import under from '@salesforce/label/c.Fluency_Launch_Under';
import over from '@salesforce/label/c.Fluency_Launch_Over';
import expected from '@salesforce/label/c.Fluency_Launch_Expected';
import shown from '@salesforce/label/c.Fluency_Launch_Shown';
import truncated from '@salesforce/label/c.Fluency_Launch_Truncated';
import ownReady from '@salesforce/label/c.Fluency_Launch_OwnReady';
import ownNotReady from '@salesforce/label/c.Fluency_Launch_OwnNotReady';
import ownChance from '@salesforce/label/c.Fluency_Launch_OwnChance';
import ownChanceStill from '@salesforce/label/c.Fluency_Launch_OwnChanceStill';
import showAll from '@salesforce/label/c.Fluency_Launch_ShowAll';
import plan from '@salesforce/label/c.Fluency_Launch_Plan';
import planFor from '@salesforce/label/c.Fluency_Launch_PlanFor';
import you from '@salesforce/label/c.Fluency_Launch_You';

/** Words about readiness for launches. */
export const launchLabels = {
  title,
  errorTitle,
  emptyTitle,
  emptyMessage,
  notShownTitle,
  notShownMessage,
  nobodyTitle,
  nobodyMessage,
  launches,
  headline,
  headlineOne,
  headlinePast,
  today,
  tomorrow,
  yesterday,
  inDays,
  daysAgo,
  likelyRange,
  likelyOne,
  forecastNote,
  chartLabel,
  expectedReady,
  notReady,
  everybodyReady,
  shortSkills,
  peopleShort,
  personShort,
  peopleThin,
  assign,
  assignFor,
  planned,
  pointsShort,
  thinEvidence,
  chance,
  under,
  over,
  expected,
  shown,
  truncated,
  ownReady,
  ownNotReady,
  ownChance,
  ownChanceStill,
  showAll,
  plan,
  planFor,
  you,
};
