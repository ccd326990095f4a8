import title from '@salesforce/label/c.Fluency_Deal_Title';
import scoreOf from '@salesforce/label/c.Fluency_Deal_ScoreOf';
import ready from '@salesforce/label/c.Fluency_Deal_Ready';
import gap from '@salesforce/label/c.Fluency_Deal_Gap';
import gapNobody from '@salesforce/label/c.Fluency_Deal_GapNobody';
import unsure from '@salesforce/label/c.Fluency_Deal_Unsure';
import unsureNobody from '@salesforce/label/c.Fluency_Deal_UnsureNobody';
import couldHelp from '@salesforce/label/c.Fluency_Deal_CouldHelp';
import noHelp from '@salesforce/label/c.Fluency_Deal_NoHelp';
import person from '@salesforce/label/c.Fluency_Deal_Person';
import askManager from '@salesforce/label/c.Fluency_Deal_AskManager';
import hidden from '@salesforce/label/c.Fluency_Deal_Hidden';
import hiddenTitle from '@salesforce/label/c.Fluency_Deal_HiddenTitle';
import hiddenMessage from '@salesforce/label/c.Fluency_Deal_HiddenMessage';
import ownEmptyTitle from '@salesforce/label/c.Fluency_Deal_OwnEmptyTitle';
import ownEmptyMessage from '@salesforce/label/c.Fluency_Deal_OwnEmptyMessage';
import emptyTitle from '@salesforce/label/c.Fluency_Deal_EmptyTitle';
import emptyMessage from '@salesforce/label/c.Fluency_Deal_EmptyMessage';
import errorTitle from '@salesforce/label/c.Fluency_Deal_ErrorTitle';
import explain from '@salesforce/label/c.Fluency_Deal_Explain';
import owner from '@salesforce/label/c.Fluency_Deal_Owner';
import readyAlone from '@salesforce/label/c.Fluency_Deal_ReadyAlone';
import unsureNear from '@salesforce/label/c.Fluency_Deal_UnsureNear';

/** Words of the readiness of a deal team. */
export const dealLabels = {
  title,
  scoreOf,
  ready,
  gap,
  gapNobody,
  unsure,
  unsureNobody,
  couldHelp,
  noHelp,
  person,
  askManager,
  hidden,
  hiddenTitle,
  hiddenMessage,
  ownEmptyTitle,
  ownEmptyMessage,
  emptyTitle,
  emptyMessage,
  errorTitle,
  explain,
  owner,
  readyAlone,
  unsureNear,
};
