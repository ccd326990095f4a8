import accepted from '@salesforce/label/c.Fluency_Expert_Accepted';
import answers from '@salesforce/label/c.Fluency_Expert_Answers';
import askError from '@salesforce/label/c.Fluency_Expert_AskError';
import askNobody from '@salesforce/label/c.Fluency_Expert_AskNobody';
import askNote from '@salesforce/label/c.Fluency_Expert_AskNote';
import askTitle from '@salesforce/label/c.Fluency_Expert_AskTitle';
import asked from '@salesforce/label/c.Fluency_Expert_Asked';
import askedAnswered from '@salesforce/label/c.Fluency_Expert_AskedAnswered';
import askedDeclined from '@salesforce/label/c.Fluency_Expert_AskedDeclined';
import askedTold from '@salesforce/label/c.Fluency_Expert_AskedTold';
import askedUntold from '@salesforce/label/c.Fluency_Expert_AskedUntold';
import askedYou from '@salesforce/label/c.Fluency_Expert_AskedYou';
import cardNote from '@salesforce/label/c.Fluency_Expert_CardNote';
import cardTitle from '@salesforce/label/c.Fluency_Expert_CardTitle';
import decline from '@salesforce/label/c.Fluency_Expert_Decline';
import declinedYou from '@salesforce/label/c.Fluency_Expert_DeclinedYou';
import emptyMessage from '@salesforce/label/c.Fluency_Expert_EmptyMessage';
import emptyOwnMessage from '@salesforce/label/c.Fluency_Expert_EmptyOwnMessage';
import emptyTitle from '@salesforce/label/c.Fluency_Expert_EmptyTitle';
import errorTitle from '@salesforce/label/c.Fluency_Expert_ErrorTitle';
import expertReasonActive from '@salesforce/label/c.Fluency_Expert_ExpertReasonActive';
import expertReasonActiveOne from '@salesforce/label/c.Fluency_Expert_ExpertReasonActiveOne';
import expertReasonLoad from '@salesforce/label/c.Fluency_Expert_ExpertReasonLoad';
import expertReasonLoadOne from '@salesforce/label/c.Fluency_Expert_ExpertReasonLoadOne';
import expertReasonSimilar from '@salesforce/label/c.Fluency_Expert_ExpertReasonSimilar';
import expertReasonTags from '@salesforce/label/c.Fluency_Expert_ExpertReasonTags';
import hiddenMessage from '@salesforce/label/c.Fluency_Expert_HiddenMessage';
import hiddenNote from '@salesforce/label/c.Fluency_Expert_HiddenNote';
import hideAnswers from '@salesforce/label/c.Fluency_Expert_HideAnswers';
import hideMe from '@salesforce/label/c.Fluency_Expert_HideMe';
import kindExpert from '@salesforce/label/c.Fluency_Expert_KindExpert';
import knownFor from '@salesforce/label/c.Fluency_Expert_KnownFor';
import notAsked from '@salesforce/label/c.Fluency_Expert_NotAsked';
import oneAnswer from '@salesforce/label/c.Fluency_Expert_OneAnswer';
import oneVote from '@salesforce/label/c.Fluency_Expert_OneVote';
import range from '@salesforce/label/c.Fluency_Expert_Range';
import rangeFew from '@salesforce/label/c.Fluency_Expert_RangeFew';
import saidDeclined from '@salesforce/label/c.Fluency_Expert_SaidDeclined';
import saidWithdrawn from '@salesforce/label/c.Fluency_Expert_SaidWithdrawn';
import showAnswers from '@salesforce/label/c.Fluency_Expert_ShowAnswers';
import showMe from '@salesforce/label/c.Fluency_Expert_ShowMe';
import shownNote from '@salesforce/label/c.Fluency_Expert_ShownNote';
import signAccepted from '@salesforce/label/c.Fluency_Expert_SignAccepted';
import signNone from '@salesforce/label/c.Fluency_Expert_SignNone';
import signVerified from '@salesforce/label/c.Fluency_Expert_SignVerified';
import undecline from '@salesforce/label/c.Fluency_Expert_Undecline';
import verified from '@salesforce/label/c.Fluency_Expert_Verified';
import viewAsked from '@salesforce/label/c.Fluency_Expert_ViewAsked';
import votes from '@salesforce/label/c.Fluency_Expert_Votes';
import whoWords from '@salesforce/label/c.Fluency_Expert_WhoWords';
import withdraw from '@salesforce/label/c.Fluency_Expert_Withdraw';
import withdrawTitle from '@salesforce/label/c.Fluency_Expert_WithdrawTitle';

/** Words of expert. */
export const expertLabels = {
  accepted,
  answers,
  askError,
  askNobody,
  askNote,
  askTitle,
  asked,
  askedAnswered,
  askedDeclined,
  askedTold,
  askedUntold,
  askedYou,
  cardNote,
  cardTitle,
  decline,
  declinedYou,
  emptyMessage,
  emptyOwnMessage,
  emptyTitle,
  errorTitle,
  expertReasonActive,
  expertReasonActiveOne,
  expertReasonLoad,
  expertReasonLoadOne,
  expertReasonSimilar,
  expertReasonTags,
  hiddenMessage,
  hiddenNote,
  hideAnswers,
  hideMe,
  kindExpert,
  knownFor,
  notAsked,
  oneAnswer,
  oneVote,
  range,
  rangeFew,
  saidDeclined,
  saidWithdrawn,
  showAnswers,
  showMe,
  shownNote,
  signAccepted,
  signNone,
  signVerified,
  undecline,
  verified,
  viewAsked,
  votes,
  whoWords,
  withdraw,
  withdrawTitle,
};
