import title from '@salesforce/label/c.Fluency_Team_Title';
import people from '@salesforce/label/c.Fluency_Team_People';
import onePerson from '@salesforce/label/c.Fluency_Team_OnePerson';
import shownOf from '@salesforce/label/c.Fluency_Team_ShownOf';
import stillLoading from '@salesforce/label/c.Fluency_Team_StillLoading';
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
import noGaps from '@salesforce/label/c.Fluency_Team_NoGaps';
import legend from '@salesforce/label/c.Fluency_Team_Legend';
import flag from '@salesforce/label/c.Fluency_Team_Flag';
import none from '@salesforce/label/c.Fluency_Team_None';
import truncated from '@salesforce/label/c.Fluency_Team_Truncated';
import listBy from '@salesforce/label/c.Fluency_Team_ListBy';
import average from '@salesforce/label/c.Fluency_Team_Average';
import heatmap from '@salesforce/label/c.Fluency_Team_Heatmap';
import select from '@salesforce/label/c.Fluency_Team_Select';
import selectAll from '@salesforce/label/c.Fluency_Team_SelectAll';
import selected from '@salesforce/label/c.Fluency_Team_Selected';
import unselect from '@salesforce/label/c.Fluency_Team_Unselect';
import assign from '@salesforce/label/c.Fluency_Team_Assign';
import assignTo from '@salesforce/label/c.Fluency_Team_AssignTo';
import assignFor from '@salesforce/label/c.Fluency_Team_AssignFor';
import assignTitle from '@salesforce/label/c.Fluency_Team_AssignTitle';
import assignTraining from '@salesforce/label/c.Fluency_Team_AssignTraining';
import assignedOne from '@salesforce/label/c.Fluency_Team_AssignedOne';
import assignedMany from '@salesforce/label/c.Fluency_Team_AssignedMany';
import observe from '@salesforce/label/c.Fluency_Team_Observe';
import openPage from '@salesforce/label/c.Fluency_Team_OpenPage';
import close from '@salesforce/label/c.Fluency_Team_Close';
import skillGap from '@salesforce/label/c.Fluency_Team_SkillGap';
import showMore from '@salesforce/label/c.Fluency_Team_ShowMore';
import showFewer from '@salesforce/label/c.Fluency_Team_ShowFewer';
import exportCsv from '@salesforce/label/c.Fluency_Team_ExportCsv';
import fileName from '@salesforce/label/c.Fluency_Team_FileName';
import view from '@salesforce/label/c.Fluency_Team_View';
import viewPeople from '@salesforce/label/c.Fluency_Team_ViewPeople';
import viewTeams from '@salesforce/label/c.Fluency_Team_ViewTeams';
import where from '@salesforce/label/c.Fluency_Team_Where';
import everybody from '@salesforce/label/c.Fluency_Team_Everybody';
import crumbSeparator from '@salesforce/label/c.Fluency_Team_CrumbSeparator';
import about from '@salesforce/label/c.Fluency_Team_About';
import team from '@salesforce/label/c.Fluency_Team_Team';
import teamsCaption from '@salesforce/label/c.Fluency_Team_TeamsCaption';
import knownPeople from '@salesforce/label/c.Fluency_Team_KnownPeople';
import mean from '@salesforce/label/c.Fluency_Team_Mean';
import belowTarget from '@salesforce/label/c.Fluency_Team_BelowTarget';
import withGap from '@salesforce/label/c.Fluency_Team_WithGap';
import besideOthers from '@salesforce/label/c.Fluency_Team_BesideOthers';
import show from '@salesforce/label/c.Fluency_Team_Show';
import showPeople from '@salesforce/label/c.Fluency_Team_ShowPeople';
import knownOf from '@salesforce/label/c.Fluency_Team_KnownOf';
import flaggedOf from '@salesforce/label/c.Fluency_Team_FlaggedOf';
import teamsOf from '@salesforce/label/c.Fluency_Team_TeamsOf';
import peopleOf from '@salesforce/label/c.Fluency_Team_PeopleOf';
import teamGapFlagged from '@salesforce/label/c.Fluency_Team_TeamGapFlagged';
import besideFurther from '@salesforce/label/c.Fluency_Team_BesideFurther';
import besideCloser from '@salesforce/label/c.Fluency_Team_BesideCloser';
import besideAlike from '@salesforce/label/c.Fluency_Team_BesideAlike';
import besideTooFew from '@salesforce/label/c.Fluency_Team_BesideTooFew';
import besideAlone from '@salesforce/label/c.Fluency_Team_BesideAlone';
import noTeams from '@salesforce/label/c.Fluency_Team_NoTeams';
import teamsNote from '@salesforce/label/c.Fluency_Team_TeamsNote';
import domainGap from '@salesforce/label/c.Fluency_Team_DomainGap';
import noTeamGap from '@salesforce/label/c.Fluency_Team_NoTeamGap';
import tooFewToSay from '@salesforce/label/c.Fluency_Team_TooFewToSay';
import gapOfPeople from '@salesforce/label/c.Fluency_Team_GapOfPeople';
import andOthers from '@salesforce/label/c.Fluency_Team_AndOthers';
import record from '@salesforce/label/c.Fluency_Team_Record';
import noRecord from '@salesforce/label/c.Fluency_Team_NoRecord';
import trend from '@salesforce/label/c.Fluency_Team_Trend';
import trendLabel from '@salesforce/label/c.Fluency_Team_TrendLabel';
import trendPeople from '@salesforce/label/c.Fluency_Team_TrendPeople';
import trendPeopleRange from '@salesforce/label/c.Fluency_Team_TrendPeopleRange';
import trendEmptyTitle from '@salesforce/label/c.Fluency_Team_TrendEmptyTitle';
import trendEmptyMessage from '@salesforce/label/c.Fluency_Team_TrendEmptyMessage';
import trendErrorTitle from '@salesforce/label/c.Fluency_Team_TrendErrorTitle';
import overdue from '@salesforce/label/c.Fluency_Team_Overdue';
import overdueDay from '@salesforce/label/c.Fluency_Team_OverdueDay';
import overdueDays from '@salesforce/label/c.Fluency_Team_OverdueDays';
import overdueErrorTitle from '@salesforce/label/c.Fluency_Team_OverdueErrorTitle';
import noOverdue from '@salesforce/label/c.Fluency_Team_NoOverdue';
import remind from '@salesforce/label/c.Fluency_Team_Remind';
import remindFor from '@salesforce/label/c.Fluency_Team_RemindFor';
import reminded from '@salesforce/label/c.Fluency_Team_Reminded';

/** Words of team readiness. */
export const teamLabels = {
  title,
  people,
  onePerson,
  shownOf,
  stillLoading,
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
  noGaps,
  legend,
  flag,
  none,
  truncated,
  listBy,
  average,
  heatmap,
  select,
  selectAll,
  selected,
  unselect,
  assign,
  assignTo,
  assignFor,
  assignTitle,
  assignTraining,
  assignedOne,
  assignedMany,
  observe,
  openPage,
  close,
  skillGap,
  showMore,
  showFewer,
  exportCsv,
  fileName,
  view,
  viewPeople,
  viewTeams,
  where,
  everybody,
  crumbSeparator,
  about,
  team,
  teamsCaption,
  knownPeople,
  mean,
  belowTarget,
  withGap,
  besideOthers,
  show,
  showPeople,
  knownOf,
  flaggedOf,
  teamsOf,
  peopleOf,
  teamGapFlagged,
  besideFurther,
  besideCloser,
  besideAlike,
  besideTooFew,
  besideAlone,
  noTeams,
  teamsNote,
  domainGap,
  noTeamGap,
  tooFewToSay,
  gapOfPeople,
  andOthers,
  record,
  noRecord,
  trend,
  trendLabel,
  trendPeople,
  trendPeopleRange,
  trendEmptyTitle,
  trendEmptyMessage,
  trendErrorTitle,
  overdue,
  overdueDay,
  overdueDays,
  overdueErrorTitle,
  noOverdue,
  remind,
  remindFor,
  reminded,
};
