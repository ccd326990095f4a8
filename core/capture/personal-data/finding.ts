/** What is taken out of a captured text. */
export type PersonalDataKind = 'email' | 'phone' | 'iban' | 'card' | 'account' | 'address' | 'name';

/** How it was recognised; the review page has words for each. */
export type RedactionReason =
  | 'emailAddress'
  | 'phoneShape'
  | 'phoneLabel'
  | 'ibanChecksum'
  | 'cardChecksum'
  | 'accountLabel'
  | 'streetAddress'
  | 'givenName';

/** One place in a text, from `start` up to `end`. */
export interface Finding {
  readonly kind: PersonalDataKind;
  readonly why: RedactionReason;
  readonly start: number;
  readonly end: number;
}
