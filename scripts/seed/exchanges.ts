/** A mail of the demo, before anything is quoted in it. */
export interface SeedMail {
  /** `Ana Ruiz` */
  readonly from: string;
  readonly text: string;
}

/** A thread of mails between people of the demo: each answers the one before it, and quotes it. */
export interface SeedExchange {
  readonly subject: string;
  readonly daysAgo: number;
  /** Who has to say something before it can be published: everybody agrees, or everybody is told. */
  readonly consent: 'agreement' | 'notice';
  readonly mails: readonly SeedMail[];
}

/** What colleagues wrote to each other by e-mail, for the trainer to review. */
export const EXCHANGES: readonly SeedExchange[] = [
  {
    subject: 'Where is the data of a Swiss hospital kept?',
    daysAgo: 5,
    consent: 'notice',
    mails: [
      {
        from: 'Hannah Berg',
        text: 'Hi Samuel,\n\nwhere do we keep the data of a customer in Switzerland? Their privacy officer will not sign if anything leaves Europe.\n\nThanks\nHannah',
      },
      {
        from: 'Samuel Adeyemi',
        text: 'Hi Hannah,\n\nin Frankfurt, with the backups in Dublin; support staff outside Europe see no customer data unless the customer lets them in. It stands in annex 3 of the contract, send them that page. Call their privacy desk first, they are quick: +41 44 668 18 00.\n\nSamuel\n\n--\nSamuel Adeyemi\nLarkspur, Sales\nM +44 20 7946 0011',
      },
      { from: 'Hannah Berg', text: 'Annex 3 was what they wanted. Thank you!' },
    ],
  },
  {
    subject: 'Globex: support included for three years?',
    daysAgo: 3,
    consent: 'notice',
    mails: [
      {
        from: 'Victor Osei',
        text: 'Does anybody know: Globex says that support is included for three years. Is that true?',
      },
      {
        from: 'Nadia Petrova',
        text: 'Not in the contracts I have seen: year one only, and answers take two days. Ask them for the response times in writing, that ends the talk.\n\nNadia',
      },
    ],
  },
  {
    subject: 'One Field licence for a crew of four?',
    daysAgo: 1,
    consent: 'agreement',
    mails: [
      {
        from: 'Ana Ruiz',
        text: 'Lena, does a crew of four share one Larkspur Field licence, or does each technician need one?\n\nAna',
      },
      {
        from: 'Lena Fischer',
        text: 'Each technician who signs off work needs one. Whoever only looks up a work order does not: put them on the read-only plan, it is free up to ten people a site.\n\nLena',
      },
    ],
  },
];
