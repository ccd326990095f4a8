import accept from '@salesforce/label/c.Fluency_Knowledge_Accept';
import accepted from '@salesforce/label/c.Fluency_Knowledge_Accepted';
import addComment from '@salesforce/label/c.Fluency_Knowledge_AddComment';
import answerBody from '@salesforce/label/c.Fluency_Knowledge_AnswerBody';
import answerBy from '@salesforce/label/c.Fluency_Knowledge_AnswerBy';
import answerCount from '@salesforce/label/c.Fluency_Knowledge_AnswerCount';
import answerPlaceholder from '@salesforce/label/c.Fluency_Knowledge_AnswerPlaceholder';
import askedBy from '@salesforce/label/c.Fluency_Knowledge_AskedBy';
import askedByMail from '@salesforce/label/c.Fluency_Knowledge_AskedByMail';
import bodyLabel from '@salesforce/label/c.Fluency_Knowledge_BodyLabel';
import by from '@salesforce/label/c.Fluency_Knowledge_By';
import byMail from '@salesforce/label/c.Fluency_Knowledge_ByMail';
import cancel from '@salesforce/label/c.Fluency_Knowledge_Cancel';
import closeQuestion from '@salesforce/label/c.Fluency_Knowledge_CloseQuestion';
import closedNotice from '@salesforce/label/c.Fluency_Knowledge_ClosedNotice';
import comment from '@salesforce/label/c.Fluency_Knowledge_Comment';
import commentOn from '@salesforce/label/c.Fluency_Knowledge_CommentOn';
import commentPlaceholder from '@salesforce/label/c.Fluency_Knowledge_CommentPlaceholder';
import context from '@salesforce/label/c.Fluency_Knowledge_Context';
import dash from '@salesforce/label/c.Fluency_Knowledge_Dash';
import duplicateNotice from '@salesforce/label/c.Fluency_Knowledge_DuplicateNotice';
import edit from '@salesforce/label/c.Fluency_Knowledge_Edit';
import editedBy from '@salesforce/label/c.Fluency_Knowledge_EditedBy';
import follow from '@salesforce/label/c.Fluency_Knowledge_Follow';
import following from '@salesforce/label/c.Fluency_Knowledge_Following';
import hideHistory from '@salesforce/label/c.Fluency_Knowledge_HideHistory';
import history from '@salesforce/label/c.Fluency_Knowledge_History';
import markOutdated from '@salesforce/label/c.Fluency_Knowledge_MarkOutdated';
import moreAnswers from '@salesforce/label/c.Fluency_Knowledge_MoreAnswers';
import noAnswers from '@salesforce/label/c.Fluency_Knowledge_NoAnswers';
import notSaved from '@salesforce/label/c.Fluency_Knowledge_NotSaved';
import oneAnswer from '@salesforce/label/c.Fluency_Knowledge_OneAnswer';
import outdated from '@salesforce/label/c.Fluency_Knowledge_Outdated';
import ownAnswer from '@salesforce/label/c.Fluency_Knowledge_OwnAnswer';
import postAnswer from '@salesforce/label/c.Fluency_Knowledge_PostAnswer';
import questionTitle from '@salesforce/label/c.Fluency_Knowledge_QuestionTitle';
import reopen from '@salesforce/label/c.Fluency_Knowledge_Reopen';
import saveEdit from '@salesforce/label/c.Fluency_Knowledge_SaveEdit';
import score from '@salesforce/label/c.Fluency_Knowledge_Score';
import summary from '@salesforce/label/c.Fluency_Knowledge_Summary';
import tags from '@salesforce/label/c.Fluency_Knowledge_Tags';
import theQuestion from '@salesforce/label/c.Fluency_Knowledge_TheQuestion';
import threadErrorTitle from '@salesforce/label/c.Fluency_Knowledge_ThreadErrorTitle';
import threadHiddenMessage from '@salesforce/label/c.Fluency_Knowledge_ThreadHiddenMessage';
import threadHiddenTitle from '@salesforce/label/c.Fluency_Knowledge_ThreadHiddenTitle';
import titleLabel from '@salesforce/label/c.Fluency_Knowledge_TitleLabel';
import unaccept from '@salesforce/label/c.Fluency_Knowledge_Unaccept';
import unfollow from '@salesforce/label/c.Fluency_Knowledge_Unfollow';
import verifiedBy from '@salesforce/label/c.Fluency_Knowledge_VerifiedBy';
import verify from '@salesforce/label/c.Fluency_Knowledge_Verify';
import voteDown from '@salesforce/label/c.Fluency_Knowledge_VoteDown';
import voteTitle from '@salesforce/label/c.Fluency_Knowledge_VoteTitle';
import voteUp from '@salesforce/label/c.Fluency_Knowledge_VoteUp';
import yourAnswer from '@salesforce/label/c.Fluency_Knowledge_YourAnswer';

/** Words of the knowledge bank. */
export const knowledgeLabels = {
  accept,
  accepted,
  addComment,
  answerBody,
  answerBy,
  answerCount,
  answerPlaceholder,
  askedBy,
  askedByMail,
  bodyLabel,
  by,
  byMail,
  cancel,
  closeQuestion,
  closedNotice,
  comment,
  commentOn,
  commentPlaceholder,
  context,
  dash,
  duplicateNotice,
  edit,
  editedBy,
  follow,
  following,
  hideHistory,
  history,
  markOutdated,
  moreAnswers,
  noAnswers,
  notSaved,
  oneAnswer,
  outdated,
  ownAnswer,
  postAnswer,
  questionTitle,
  reopen,
  saveEdit,
  score,
  summary,
  tags,
  theQuestion,
  threadErrorTitle,
  threadHiddenMessage,
  threadHiddenTitle,
  titleLabel,
  unaccept,
  unfollow,
  verifiedBy,
  verify,
  voteDown,
  voteTitle,
  voteUp,
  yourAnswer,
};
