import accept from '@salesforce/label/c.Fluency_Knowledge_Accept';
import accepted from '@salesforce/label/c.Fluency_Knowledge_Accepted';
import addComment from '@salesforce/label/c.Fluency_Knowledge_AddComment';
import alikeTitle from '@salesforce/label/c.Fluency_Knowledge_AlikeTitle';
import alikeUnknown from '@salesforce/label/c.Fluency_Knowledge_AlikeUnknown';
import allTags from '@salesforce/label/c.Fluency_Knowledge_AllTags';
import alsoAsked from '@salesforce/label/c.Fluency_Knowledge_AlsoAsked';
import answerBody from '@salesforce/label/c.Fluency_Knowledge_AnswerBody';
import answerBy from '@salesforce/label/c.Fluency_Knowledge_AnswerBy';
import answerCount from '@salesforce/label/c.Fluency_Knowledge_AnswerCount';
import answerPlaceholder from '@salesforce/label/c.Fluency_Knowledge_AnswerPlaceholder';
import ask from '@salesforce/label/c.Fluency_Knowledge_Ask';
import askedBy from '@salesforce/label/c.Fluency_Knowledge_AskedBy';
import askedByMail from '@salesforce/label/c.Fluency_Knowledge_AskedByMail';
import askedInDeal from '@salesforce/label/c.Fluency_Knowledge_AskedInDeal';
import bankErrorTitle from '@salesforce/label/c.Fluency_Knowledge_BankErrorTitle';
import bankTitle from '@salesforce/label/c.Fluency_Knowledge_BankTitle';
import bodyLabel from '@salesforce/label/c.Fluency_Knowledge_BodyLabel';
import bodyPlaceholder from '@salesforce/label/c.Fluency_Knowledge_BodyPlaceholder';
import by from '@salesforce/label/c.Fluency_Knowledge_By';
import byMail from '@salesforce/label/c.Fluency_Knowledge_ByMail';
import byTag from '@salesforce/label/c.Fluency_Knowledge_ByTag';
import cancel from '@salesforce/label/c.Fluency_Knowledge_Cancel';
import changedMeanwhile from '@salesforce/label/c.Fluency_Knowledge_ChangedMeanwhile';
import chooseOriginal from '@salesforce/label/c.Fluency_Knowledge_ChooseOriginal';
import chooseOriginalNote from '@salesforce/label/c.Fluency_Knowledge_ChooseOriginalNote';
import closeQuestion from '@salesforce/label/c.Fluency_Knowledge_CloseQuestion';
import closed from '@salesforce/label/c.Fluency_Knowledge_Closed';
import closedNotice from '@salesforce/label/c.Fluency_Knowledge_ClosedNotice';
import comment from '@salesforce/label/c.Fluency_Knowledge_Comment';
import commentOn from '@salesforce/label/c.Fluency_Knowledge_CommentOn';
import commentPlaceholder from '@salesforce/label/c.Fluency_Knowledge_CommentPlaceholder';
import context from '@salesforce/label/c.Fluency_Knowledge_Context';
import dash from '@salesforce/label/c.Fluency_Knowledge_Dash';
import duplicateNotice from '@salesforce/label/c.Fluency_Knowledge_DuplicateNotice';
import edit from '@salesforce/label/c.Fluency_Knowledge_Edit';
import editSummary from '@salesforce/label/c.Fluency_Knowledge_EditSummary';
import editedBy from '@salesforce/label/c.Fluency_Knowledge_EditedBy';
import facet from '@salesforce/label/c.Fluency_Knowledge_Facet';
import fact from '@salesforce/label/c.Fluency_Knowledge_Fact';
import filterAnswered from '@salesforce/label/c.Fluency_Knowledge_FilterAnswered';
import filterNuggets from '@salesforce/label/c.Fluency_Knowledge_FilterNuggets';
import filterQuestions from '@salesforce/label/c.Fluency_Knowledge_FilterQuestions';
import filterVerified from '@salesforce/label/c.Fluency_Knowledge_FilterVerified';
import filters from '@salesforce/label/c.Fluency_Knowledge_Filters';
import follow from '@salesforce/label/c.Fluency_Knowledge_Follow';
import following from '@salesforce/label/c.Fluency_Knowledge_Following';
import hideHistory from '@salesforce/label/c.Fluency_Knowledge_HideHistory';
import history from '@salesforce/label/c.Fluency_Knowledge_History';
import keptDraft from '@salesforce/label/c.Fluency_Knowledge_KeptDraft';
import kindNugget from '@salesforce/label/c.Fluency_Knowledge_KindNugget';
import kindQuestion from '@salesforce/label/c.Fluency_Knowledge_KindQuestion';
import lookAtBoth from '@salesforce/label/c.Fluency_Knowledge_LookAtBoth';
import markCurrent from '@salesforce/label/c.Fluency_Knowledge_MarkCurrent';
import markDuplicate from '@salesforce/label/c.Fluency_Knowledge_MarkDuplicate';
import markOutdated from '@salesforce/label/c.Fluency_Knowledge_MarkOutdated';
import markQuestionOutdated from '@salesforce/label/c.Fluency_Knowledge_MarkQuestionOutdated';
import moreAnswers from '@salesforce/label/c.Fluency_Knowledge_MoreAnswers';
import noAnswers from '@salesforce/label/c.Fluency_Knowledge_NoAnswers';
import noSummary from '@salesforce/label/c.Fluency_Knowledge_NoSummary';
import notDuplicate from '@salesforce/label/c.Fluency_Knowledge_NotDuplicate';
import notSaved from '@salesforce/label/c.Fluency_Knowledge_NotSaved';
import notTagged from '@salesforce/label/c.Fluency_Knowledge_NotTagged';
import nothingFoundMessage from '@salesforce/label/c.Fluency_Knowledge_NothingFoundMessage';
import nothingFoundTitle from '@salesforce/label/c.Fluency_Knowledge_NothingFoundTitle';
import nothingHereMessage from '@salesforce/label/c.Fluency_Knowledge_NothingHereMessage';
import nothingHereTitle from '@salesforce/label/c.Fluency_Knowledge_NothingHereTitle';
import nothingShared from '@salesforce/label/c.Fluency_Knowledge_NothingShared';
import oneAnswer from '@salesforce/label/c.Fluency_Knowledge_OneAnswer';
import oneResult from '@salesforce/label/c.Fluency_Knowledge_OneResult';
import originalQuestion from '@salesforce/label/c.Fluency_Knowledge_OriginalQuestion';
import outdated from '@salesforce/label/c.Fluency_Knowledge_Outdated';
import outdatedNotice from '@salesforce/label/c.Fluency_Knowledge_OutdatedNotice';
import ownAnswer from '@salesforce/label/c.Fluency_Knowledge_OwnAnswer';
import post from '@salesforce/label/c.Fluency_Knowledge_Post';
import postAnswer from '@salesforce/label/c.Fluency_Knowledge_PostAnswer';
import probablySame from '@salesforce/label/c.Fluency_Knowledge_ProbablySame';
import questionTitle from '@salesforce/label/c.Fluency_Knowledge_QuestionTitle';
import reopen from '@salesforce/label/c.Fluency_Knowledge_Reopen';
import resultCount from '@salesforce/label/c.Fluency_Knowledge_ResultCount';
import saidAnswerOutdated from '@salesforce/label/c.Fluency_Knowledge_SaidAnswerOutdated';
import saidClosed from '@salesforce/label/c.Fluency_Knowledge_SaidClosed';
import saidCurrent from '@salesforce/label/c.Fluency_Knowledge_SaidCurrent';
import saidDuplicate from '@salesforce/label/c.Fluency_Knowledge_SaidDuplicate';
import saidNotDuplicate from '@salesforce/label/c.Fluency_Knowledge_SaidNotDuplicate';
import saidOutdated from '@salesforce/label/c.Fluency_Knowledge_SaidOutdated';
import saidReopened from '@salesforce/label/c.Fluency_Knowledge_SaidReopened';
import saidSummary from '@salesforce/label/c.Fluency_Knowledge_SaidSummary';
import saidVerified from '@salesforce/label/c.Fluency_Knowledge_SaidVerified';
import saveEdit from '@salesforce/label/c.Fluency_Knowledge_SaveEdit';
import saveOverNote from '@salesforce/label/c.Fluency_Knowledge_SaveOverNote';
import score from '@salesforce/label/c.Fluency_Knowledge_Score';
import searchLabel from '@salesforce/label/c.Fluency_Knowledge_SearchLabel';
import searchPlaceholder from '@salesforce/label/c.Fluency_Knowledge_SearchPlaceholder';
import sensitiveNote from '@salesforce/label/c.Fluency_Knowledge_SensitiveNote';
import shareNote from '@salesforce/label/c.Fluency_Knowledge_ShareNote';
import shareTitle from '@salesforce/label/c.Fluency_Knowledge_ShareTitle';
import sharedPreview from '@salesforce/label/c.Fluency_Knowledge_SharedPreview';
import somebody from '@salesforce/label/c.Fluency_Knowledge_Somebody';
import startOver from '@salesforce/label/c.Fluency_Knowledge_StartOver';
import summary from '@salesforce/label/c.Fluency_Knowledge_Summary';
import summaryBy from '@salesforce/label/c.Fluency_Knowledge_SummaryBy';
import summaryTakenBack from '@salesforce/label/c.Fluency_Knowledge_SummaryTakenBack';
import tags from '@salesforce/label/c.Fluency_Knowledge_Tags';
import tagsLabel from '@salesforce/label/c.Fluency_Knowledge_TagsLabel';
import tagsPlaceholder from '@salesforce/label/c.Fluency_Knowledge_TagsPlaceholder';
import theQuestion from '@salesforce/label/c.Fluency_Knowledge_TheQuestion';
import threadErrorTitle from '@salesforce/label/c.Fluency_Knowledge_ThreadErrorTitle';
import threadHiddenMessage from '@salesforce/label/c.Fluency_Knowledge_ThreadHiddenMessage';
import threadHiddenTitle from '@salesforce/label/c.Fluency_Knowledge_ThreadHiddenTitle';
import titleLabel from '@salesforce/label/c.Fluency_Knowledge_TitleLabel';
import titlePlaceholder from '@salesforce/label/c.Fluency_Knowledge_TitlePlaceholder';
import tooLong from '@salesforce/label/c.Fluency_Knowledge_TooLong';
import unaccept from '@salesforce/label/c.Fluency_Knowledge_Unaccept';
import unfollow from '@salesforce/label/c.Fluency_Knowledge_Unfollow';
import useTemplate from '@salesforce/label/c.Fluency_Knowledge_UseTemplate';
import verified from '@salesforce/label/c.Fluency_Knowledge_Verified';
import verifiedBy from '@salesforce/label/c.Fluency_Knowledge_VerifiedBy';
import verify from '@salesforce/label/c.Fluency_Knowledge_Verify';
import viewDiscussions from '@salesforce/label/c.Fluency_Knowledge_ViewDiscussions';
import viewFollowing from '@salesforce/label/c.Fluency_Knowledge_ViewFollowing';
import viewMine from '@salesforce/label/c.Fluency_Knowledge_ViewMine';
import viewUnanswered from '@salesforce/label/c.Fluency_Knowledge_ViewUnanswered';
import voteDown from '@salesforce/label/c.Fluency_Knowledge_VoteDown';
import voteTitle from '@salesforce/label/c.Fluency_Knowledge_VoteTitle';
import voteUp from '@salesforce/label/c.Fluency_Knowledge_VoteUp';
import whyFound from '@salesforce/label/c.Fluency_Knowledge_WhyFound';
import writeSummary from '@salesforce/label/c.Fluency_Knowledge_WriteSummary';
import yourAnswer from '@salesforce/label/c.Fluency_Knowledge_YourAnswer';

/** Words of the knowledge bank. */
export const knowledgeLabels = {
  accept,
  accepted,
  addComment,
  alikeTitle,
  alikeUnknown,
  allTags,
  alsoAsked,
  answerBody,
  answerBy,
  answerCount,
  answerPlaceholder,
  ask,
  askedBy,
  askedByMail,
  askedInDeal,
  bankErrorTitle,
  bankTitle,
  bodyLabel,
  bodyPlaceholder,
  by,
  byMail,
  byTag,
  cancel,
  changedMeanwhile,
  chooseOriginal,
  chooseOriginalNote,
  closeQuestion,
  closed,
  closedNotice,
  comment,
  commentOn,
  commentPlaceholder,
  context,
  dash,
  duplicateNotice,
  edit,
  editSummary,
  editedBy,
  facet,
  fact,
  filterAnswered,
  filterNuggets,
  filterQuestions,
  filterVerified,
  filters,
  follow,
  following,
  hideHistory,
  history,
  keptDraft,
  kindNugget,
  kindQuestion,
  lookAtBoth,
  markCurrent,
  markDuplicate,
  markOutdated,
  markQuestionOutdated,
  moreAnswers,
  noAnswers,
  noSummary,
  notDuplicate,
  notSaved,
  notTagged,
  nothingFoundMessage,
  nothingFoundTitle,
  nothingHereMessage,
  nothingHereTitle,
  nothingShared,
  oneAnswer,
  oneResult,
  originalQuestion,
  outdated,
  outdatedNotice,
  ownAnswer,
  post,
  postAnswer,
  probablySame,
  questionTitle,
  reopen,
  resultCount,
  saidAnswerOutdated,
  saidClosed,
  saidCurrent,
  saidDuplicate,
  saidNotDuplicate,
  saidOutdated,
  saidReopened,
  saidSummary,
  saidVerified,
  saveEdit,
  saveOverNote,
  score,
  searchLabel,
  searchPlaceholder,
  sensitiveNote,
  shareNote,
  shareTitle,
  sharedPreview,
  somebody,
  startOver,
  summary,
  summaryBy,
  summaryTakenBack,
  tags,
  tagsLabel,
  tagsPlaceholder,
  theQuestion,
  threadErrorTitle,
  threadHiddenMessage,
  threadHiddenTitle,
  titleLabel,
  titlePlaceholder,
  tooLong,
  unaccept,
  unfollow,
  useTemplate,
  verified,
  verifiedBy,
  verify,
  viewDiscussions,
  viewFollowing,
  viewMine,
  viewUnanswered,
  voteDown,
  voteTitle,
  voteUp,
  whyFound,
  writeSummary,
  yourAnswer,
};
