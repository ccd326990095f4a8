import aboutThisDeal from '@salesforce/label/c.Fluency_DealAnswers_AboutThisDeal';
import account from '@salesforce/label/c.Fluency_DealAnswers_Account';
import all from '@salesforce/label/c.Fluency_DealAnswers_All';
import askAboutDeal from '@salesforce/label/c.Fluency_DealAnswers_AskAboutDeal';
import byExpert from '@salesforce/label/c.Fluency_DealAnswers_ByExpert';
import deal from '@salesforce/label/c.Fluency_DealAnswers_Deal';
import emptyMessage from '@salesforce/label/c.Fluency_DealAnswers_EmptyMessage';
import emptyTitle from '@salesforce/label/c.Fluency_DealAnswers_EmptyTitle';
import errorTitle from '@salesforce/label/c.Fluency_DealAnswers_ErrorTitle';
import noAnswerYet from '@salesforce/label/c.Fluency_DealAnswers_NoAnswerYet';
import oneVote from '@salesforce/label/c.Fluency_DealAnswers_OneVote';
import people from '@salesforce/label/c.Fluency_DealAnswers_People';
import slips from '@salesforce/label/c.Fluency_DealAnswers_Slips';
import title from '@salesforce/label/c.Fluency_DealAnswers_Title';
import votes from '@salesforce/label/c.Fluency_DealAnswers_Votes';
import whyHere from '@salesforce/label/c.Fluency_DealAnswers_WhyHere';

/** Words of dealAnswers. */
export const dealAnswersLabels = {
  aboutThisDeal,
  account,
  all,
  askAboutDeal,
  byExpert,
  deal,
  emptyMessage,
  emptyTitle,
  errorTitle,
  noAnswerYet,
  oneVote,
  people,
  slips,
  title,
  votes,
  whyHere,
};
