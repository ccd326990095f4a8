import { captureLabels as labels } from 'c/labels';

type Words = Readonly<Record<string, string | undefined>>;

/** What was taken out, with a place for how often. */
export const KINDS: Words = {
  email: labels.kindEmail,
  phone: labels.kindPhone,
  iban: labels.kindIban,
  card: labels.kindCard,
  account: labels.kindAccount,
  address: labels.kindAddress,
  name: labels.kindName,
};

/** How it was recognised. */
export const WHYS: Words = {
  emailAddress: labels.whyEmailAddress,
  phoneShape: labels.whyPhoneShape,
  phoneLabel: labels.whyPhoneLabel,
  ibanChecksum: labels.whyIbanChecksum,
  cardChecksum: labels.whyCardChecksum,
  accountLabel: labels.whyAccountLabel,
  streetAddress: labels.whyStreetAddress,
  givenName: labels.whyGivenName,
};

/** Why an answer stands where it stands. */
export const REASONS: Words = {
  confirmedByAsker: labels.reasonConfirmedByAsker,
  thankedByAsker: labels.reasonThankedByAsker,
  endorsed: labels.reasonEndorsed,
  answersTheQuestion: labels.reasonAnswersTheQuestion,
  detailed: labels.reasonDetailed,
  first: labels.reasonFirst,
  asksBack: labels.reasonAsksBack,
};
