import title from '@salesforce/label/c.Fluency_Team_Title';
import people from '@salesforce/label/c.Fluency_Team_People';
import onePerson from '@salesforce/label/c.Fluency_Team_OnePerson';
import shownOf from '@salesforce/label/c.Fluency_Team_ShownOf';
import person from '@salesforce/label/c.Fluency_Team_Person';
import overall from '@salesforce/label/c.Fluency_Team_Overall';
import sortBy from '@salesforce/label/c.Fluency_Team_SortBy';
import manager from '@salesforce/label/c.Fluency_Team_Manager';
import allManagers from '@salesforce/label/c.Fluency_Team_AllManagers';
import role from '@salesforce/label/c.Fluency_Team_Role';
import allRoles from '@salesforce/label/c.Fluency_Team_AllRoles';
import search from '@salesforce/label/c.Fluency_Team_Search';
import gapsOnly from '@salesforce/label/c.Fluency_Team_GapsOnly';
import emptyTitle from '@salesforce/label/c.Fluency_Team_EmptyTitle';
import emptyMessage from '@salesforce/label/c.Fluency_Team_EmptyMessage';
import noMatchTitle from '@salesforce/label/c.Fluency_Team_NoMatchTitle';
import noMatchMessage from '@salesforce/label/c.Fluency_Team_NoMatchMessage';
import clearFilters from '@salesforce/label/c.Fluency_Team_ClearFilters';
import errorTitle from '@salesforce/label/c.Fluency_Team_ErrorTitle';
import cell from '@salesforce/label/c.Fluency_Team_Cell';
import cellFlagged from '@salesforce/label/c.Fluency_Team_CellFlagged';
import cellThin from '@salesforce/label/c.Fluency_Team_CellThin';
import cellNone from '@salesforce/label/c.Fluency_Team_CellNone';
import gaps from '@salesforce/label/c.Fluency_Team_Gaps';
import gapOf from '@salesforce/label/c.Fluency_Team_GapOf';
import noGaps from '@salesforce/label/c.Fluency_Team_NoGaps';
import legend from '@salesforce/label/c.Fluency_Team_Legend';
import flag from '@salesforce/label/c.Fluency_Team_Flag';
import none from '@salesforce/label/c.Fluency_Team_None';
import truncated from '@salesforce/label/c.Fluency_Team_Truncated';
import listBy from '@salesforce/label/c.Fluency_Team_ListBy';
import average from '@salesforce/label/c.Fluency_Team_Average';
import noManager from '@salesforce/label/c.Fluency_Team_NoManager';
import heatmap from '@salesforce/label/c.Fluency_Team_Heatmap';

/** Words of the heat map of a team. */
export const teamLabels = {
  title,
  people,
  onePerson,
  shownOf,
  person,
  overall,
  sortBy,
  manager,
  allManagers,
  role,
  allRoles,
  search,
  gapsOnly,
  emptyTitle,
  emptyMessage,
  noMatchTitle,
  noMatchMessage,
  clearFilters,
  errorTitle,
  cell,
  cellFlagged,
  cellThin,
  cellNone,
  gaps,
  gapOf,
  noGaps,
  legend,
  flag,
  none,
  truncated,
  listBy,
  average,
  noManager,
  heatmap,
};
