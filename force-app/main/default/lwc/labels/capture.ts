import agree from '@salesforce/label/c.Fluency_Capture_Agree';
import agreed from '@salesforce/label/c.Fluency_Capture_Agreed';
import answerBy from '@salesforce/label/c.Fluency_Capture_AnswerBy';
import answerLabel from '@salesforce/label/c.Fluency_Capture_AnswerLabel';
import approve from '@salesforce/label/c.Fluency_Capture_Approve';
import approved from '@salesforce/label/c.Fluency_Capture_Approved';
import approvedWaits from '@salesforce/label/c.Fluency_Capture_ApprovedWaits';
import bodyLabel from '@salesforce/label/c.Fluency_Capture_BodyLabel';
import captured from '@salesforce/label/c.Fluency_Capture_Captured';
import changedSinceAgreed from '@salesforce/label/c.Fluency_Capture_ChangedSinceAgreed';
import choiceAsk from '@salesforce/label/c.Fluency_Capture_ChoiceAsk';
import choiceErrorTitle from '@salesforce/label/c.Fluency_Capture_ChoiceErrorTitle';
import choiceLegend from '@salesforce/label/c.Fluency_Capture_ChoiceLegend';
import choiceNo from '@salesforce/label/c.Fluency_Capture_ChoiceNo';
import choiceNoNote from '@salesforce/label/c.Fluency_Capture_ChoiceNoNote';
import choiceNote from '@salesforce/label/c.Fluency_Capture_ChoiceNote';
import choiceSaved from '@salesforce/label/c.Fluency_Capture_ChoiceSaved';
import choiceTitle from '@salesforce/label/c.Fluency_Capture_ChoiceTitle';
import choiceYes from '@salesforce/label/c.Fluency_Capture_ChoiceYes';
import consentAgreed from '@salesforce/label/c.Fluency_Capture_ConsentAgreed';
import consentNotice from '@salesforce/label/c.Fluency_Capture_ConsentNotice';
import consentPending from '@salesforce/label/c.Fluency_Capture_ConsentPending';
import consentPendingHelp from '@salesforce/label/c.Fluency_Capture_ConsentPendingHelp';
import consentRefused from '@salesforce/label/c.Fluency_Capture_ConsentRefused';
import consentsEmptyMessage from '@salesforce/label/c.Fluency_Capture_ConsentsEmptyMessage';
import consentsEmptyTitle from '@salesforce/label/c.Fluency_Capture_ConsentsEmptyTitle';
import consentsErrorTitle from '@salesforce/label/c.Fluency_Capture_ConsentsErrorTitle';
import consentsIntro from '@salesforce/label/c.Fluency_Capture_ConsentsIntro';
import consentsTitle from '@salesforce/label/c.Fluency_Capture_ConsentsTitle';
import decidedLabel from '@salesforce/label/c.Fluency_Capture_DecidedLabel';
import draftErrorTitle from '@salesforce/label/c.Fluency_Capture_DraftErrorTitle';
import draftGoneMessage from '@salesforce/label/c.Fluency_Capture_DraftGoneMessage';
import draftGoneTitle from '@salesforce/label/c.Fluency_Capture_DraftGoneTitle';
import draftTitle from '@salesforce/label/c.Fluency_Capture_DraftTitle';
import emptyMessage from '@salesforce/label/c.Fluency_Capture_EmptyMessage';
import emptyTitle from '@salesforce/label/c.Fluency_Capture_EmptyTitle';
import errorTitle from '@salesforce/label/c.Fluency_Capture_ErrorTitle';
import intro from '@salesforce/label/c.Fluency_Capture_Intro';
import kindAccount from '@salesforce/label/c.Fluency_Capture_KindAccount';
import kindAddress from '@salesforce/label/c.Fluency_Capture_KindAddress';
import kindCard from '@salesforce/label/c.Fluency_Capture_KindCard';
import kindEmail from '@salesforce/label/c.Fluency_Capture_KindEmail';
import kindIban from '@salesforce/label/c.Fluency_Capture_KindIban';
import kindName from '@salesforce/label/c.Fluency_Capture_KindName';
import kindPhone from '@salesforce/label/c.Fluency_Capture_KindPhone';
import listLabel from '@salesforce/label/c.Fluency_Capture_ListLabel';
import mergeChosen from '@salesforce/label/c.Fluency_Capture_MergeChosen';
import mergeErrorText from '@salesforce/label/c.Fluency_Capture_MergeErrorText';
import mergeInto from '@salesforce/label/c.Fluency_Capture_MergeInto';
import mergeNothing from '@salesforce/label/c.Fluency_Capture_MergeNothing';
import mergeProposal from '@salesforce/label/c.Fluency_Capture_MergeProposal';
import mergeSearch from '@salesforce/label/c.Fluency_Capture_MergeSearch';
import mergeTitle from '@salesforce/label/c.Fluency_Capture_MergeTitle';
import mergeUndo from '@salesforce/label/c.Fluency_Capture_MergeUndo';
import needsTitle from '@salesforce/label/c.Fluency_Capture_NeedsTitle';
import noRedactions from '@salesforce/label/c.Fluency_Capture_NoRedactions';
import nobodyKnown from '@salesforce/label/c.Fluency_Capture_NobodyKnown';
import notSaved from '@salesforce/label/c.Fluency_Capture_NotSaved';
import originalNote from '@salesforce/label/c.Fluency_Capture_OriginalNote';
import originalTitle from '@salesforce/label/c.Fluency_Capture_OriginalTitle';
import participants from '@salesforce/label/c.Fluency_Capture_Participants';
import questionLabel from '@salesforce/label/c.Fluency_Capture_QuestionLabel';
import reasonAnswersTheQuestion from '@salesforce/label/c.Fluency_Capture_ReasonAnswersTheQuestion';
import reasonAsksBack from '@salesforce/label/c.Fluency_Capture_ReasonAsksBack';
import reasonConfirmedByAsker from '@salesforce/label/c.Fluency_Capture_ReasonConfirmedByAsker';
import reasonDetailed from '@salesforce/label/c.Fluency_Capture_ReasonDetailed';
import reasonEndorsed from '@salesforce/label/c.Fluency_Capture_ReasonEndorsed';
import reasonFirst from '@salesforce/label/c.Fluency_Capture_ReasonFirst';
import reasonThankedByAsker from '@salesforce/label/c.Fluency_Capture_ReasonThankedByAsker';
import redaction from '@salesforce/label/c.Fluency_Capture_Redaction';
import redactionsTitle from '@salesforce/label/c.Fluency_Capture_RedactionsTitle';
import refuse from '@salesforce/label/c.Fluency_Capture_Refuse';
import refused from '@salesforce/label/c.Fluency_Capture_Refused';
import reject from '@salesforce/label/c.Fluency_Capture_Reject';
import rejected from '@salesforce/label/c.Fluency_Capture_Rejected';
import restored from '@salesforce/label/c.Fluency_Capture_Restored';
import tagsLabel from '@salesforce/label/c.Fluency_Capture_TagsLabel';
import title from '@salesforce/label/c.Fluency_Capture_Title';
import untitled from '@salesforce/label/c.Fluency_Capture_Untitled';
import useAnswer from '@salesforce/label/c.Fluency_Capture_UseAnswer';
import waitingCount from '@salesforce/label/c.Fluency_Capture_WaitingCount';
import whyAccountLabel from '@salesforce/label/c.Fluency_Capture_WhyAccountLabel';
import whyCardChecksum from '@salesforce/label/c.Fluency_Capture_WhyCardChecksum';
import whyEmailAddress from '@salesforce/label/c.Fluency_Capture_WhyEmailAddress';
import whyGivenName from '@salesforce/label/c.Fluency_Capture_WhyGivenName';
import whyIbanChecksum from '@salesforce/label/c.Fluency_Capture_WhyIbanChecksum';
import whyPhoneLabel from '@salesforce/label/c.Fluency_Capture_WhyPhoneLabel';
import whyPhoneShape from '@salesforce/label/c.Fluency_Capture_WhyPhoneShape';
import whyStreetAddress from '@salesforce/label/c.Fluency_Capture_WhyStreetAddress';

/** Words of capture. */
export const captureLabels = {
  agree,
  agreed,
  answerBy,
  answerLabel,
  approve,
  approved,
  approvedWaits,
  bodyLabel,
  captured,
  changedSinceAgreed,
  choiceAsk,
  choiceErrorTitle,
  choiceLegend,
  choiceNo,
  choiceNoNote,
  choiceNote,
  choiceSaved,
  choiceTitle,
  choiceYes,
  consentAgreed,
  consentNotice,
  consentPending,
  consentPendingHelp,
  consentRefused,
  consentsEmptyMessage,
  consentsEmptyTitle,
  consentsErrorTitle,
  consentsIntro,
  consentsTitle,
  decidedLabel,
  draftErrorTitle,
  draftGoneMessage,
  draftGoneTitle,
  draftTitle,
  emptyMessage,
  emptyTitle,
  errorTitle,
  intro,
  kindAccount,
  kindAddress,
  kindCard,
  kindEmail,
  kindIban,
  kindName,
  kindPhone,
  listLabel,
  mergeChosen,
  mergeErrorText,
  mergeInto,
  mergeNothing,
  mergeProposal,
  mergeSearch,
  mergeTitle,
  mergeUndo,
  needsTitle,
  noRedactions,
  nobodyKnown,
  notSaved,
  originalNote,
  originalTitle,
  participants,
  questionLabel,
  reasonAnswersTheQuestion,
  reasonAsksBack,
  reasonConfirmedByAsker,
  reasonDetailed,
  reasonEndorsed,
  reasonFirst,
  reasonThankedByAsker,
  redaction,
  redactionsTitle,
  refuse,
  refused,
  reject,
  rejected,
  restored,
  tagsLabel,
  title,
  untitled,
  useAnswer,
  waitingCount,
  whyAccountLabel,
  whyCardChecksum,
  whyEmailAddress,
  whyGivenName,
  whyIbanChecksum,
  whyPhoneLabel,
  whyPhoneShape,
  whyStreetAddress,
};
