import signalStage from '@salesforce/label/c.Fluency_SignalStage';
import signalAmount from '@salesforce/label/c.Fluency_SignalAmount';
import signalType from '@salesforce/label/c.Fluency_SignalType';
import signalLeadSource from '@salesforce/label/c.Fluency_SignalLeadSource';
import signalIndustry from '@salesforce/label/c.Fluency_SignalIndustry';
import signalAccountType from '@salesforce/label/c.Fluency_SignalAccountType';
import signalCountry from '@salesforce/label/c.Fluency_SignalCountry';
import signalCompetitor from '@salesforce/label/c.Fluency_SignalCompetitor';
import signalNextStep from '@salesforce/label/c.Fluency_SignalNextStep';
import signalProbability from '@salesforce/label/c.Fluency_SignalProbability';
import signalForecastCategory from '@salesforce/label/c.Fluency_SignalForecastCategory';
import signalDaysInStage from '@salesforce/label/c.Fluency_SignalDaysInStage';
import signalCloseDatePushes from '@salesforce/label/c.Fluency_SignalCloseDatePushes';
import signalDaysToClose from '@salesforce/label/c.Fluency_SignalDaysToClose';
import signalDaysOpen from '@salesforce/label/c.Fluency_SignalDaysOpen';
import signalDaysSinceActivity from '@salesforce/label/c.Fluency_SignalDaysSinceActivity';
import signalHasOverdueTask from '@salesforce/label/c.Fluency_SignalHasOverdueTask';
import signalContactRoles from '@salesforce/label/c.Fluency_SignalContactRoles';
import signalLineItems from '@salesforce/label/c.Fluency_SignalLineItems';
import signalProductFamily from '@salesforce/label/c.Fluency_SignalProductFamily';
import signalProduct from '@salesforce/label/c.Fluency_SignalProduct';
import signalIsClosed from '@salesforce/label/c.Fluency_SignalIsClosed';
import signalIsWon from '@salesforce/label/c.Fluency_SignalIsWon';

/** Names of the built-in signals, by the label key that core gives. */
export const signalLabels = {
  signalStage,
  signalAmount,
  signalType,
  signalLeadSource,
  signalIndustry,
  signalAccountType,
  signalCountry,
  signalCompetitor,
  signalNextStep,
  signalProbability,
  signalForecastCategory,
  signalDaysInStage,
  signalCloseDatePushes,
  signalDaysToClose,
  signalDaysOpen,
  signalDaysSinceActivity,
  signalHasOverdueTask,
  signalContactRoles,
  signalLineItems,
  signalProductFamily,
  signalProduct,
  signalIsClosed,
  signalIsWon,
};
