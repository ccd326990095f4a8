/** Whom a question or an answer of the demo is by: the place of a rep in the list of those who sell, or a manager. */
export type SeedAuthor = number | 'manager' | 'trainer';

export interface SeedAnswer {
  readonly by: SeedAuthor;
  readonly body: string;
  readonly votes: number;
  readonly accepted?: boolean;
  readonly byMail?: boolean;
  readonly verified?: boolean;
}

/** A question of the demo, with what colleagues answered. */
export interface SeedQuestion {
  readonly by: SeedAuthor;
  readonly daysAgo: number;
  readonly title: string;
  readonly body: string;
  readonly tags: readonly string[];
  readonly answers: readonly SeedAnswer[];
  /** Who is asked to answer it. */
  readonly asked?: readonly SeedAuthor[];
  /** What the thread comes to, by the trainer. */
  readonly summary?: string;
}

/** What people at Larkspur asked each other. */
export const QUESTIONS: readonly SeedQuestion[] = [
  {
    by: 3,
    daysAgo: 41,
    title: 'Globex says support is included for three years. Is that true?',
    body: 'The customer showed me a slide of theirs. Our Premier Support looks expensive next to "included".',
    tags: ['Globex', 'Pricing', 'Support'],
    answers: [
      {
        by: 9,
        body: 'Only the first year, and only by e-mail. From year two it is 18 % of list price a year; it stands in the order form, section 7. Ask the customer to ask for the renewal quote.',
        votes: 6,
        accepted: true,
        verified: true,
      },
      { by: 14, body: 'We put three years of total cost side by side and came out 9 % lower.', votes: 3 },
    ],
  },
  {
    by: 6,
    daysAgo: 33,
    title: 'Who has to sign a discount above 15 %?',
    body: 'Quarter end, two lines, one of them Planning Enterprise.',
    tags: ['Discounts', 'Approvals'],
    answers: [
      {
        by: 'manager',
        body: 'Up to 15 % your manager, up to 25 % the director, above that Carla. Trade it for something: a term of three years, a reference, an earlier signature.',
        votes: 5,
        accepted: true,
      },
    ],
  },
  {
    by: 11,
    daysAgo: 27,
    title: 'The close date slipped twice and procurement went silent. What worked for you?',
    body: 'The champion still answers, procurement does not.',
    tags: ['Procurement', 'Close date'],
    answers: [
      {
        by: 2,
        body: 'I sent the plan back from their go-live date: what has to be signed by when so that the spring outage is covered. It got an answer within a day.',
        votes: 8,
        accepted: true,
        byMail: true,
      },
      {
        by: 5,
        body: 'Ask the champion who else wants a signature this month. There was a security review nobody told me of.',
        votes: 4,
      },
    ],
    summary:
      'Plan back from their go-live date and send that plan to procurement. Meanwhile ask the champion who else has to sign: a review by IT security is the usual surprise.',
  },
  {
    by: 8,
    daysAgo: 24,
    title: 'Does Larkspur Field work offline for a whole shift?',
    body: 'Mine site, no coverage for ten hours.',
    tags: ['Larkspur Field', 'Offline'],
    answers: [
      {
        by: 'trainer',
        body: 'Yes: work orders, checklists and photos are kept on the device and sent when there is a network again. Parts stock is as of the last time online.',
        votes: 4,
        accepted: true,
        verified: true,
      },
    ],
  },
  {
    by: 12,
    daysAgo: 19,
    title: 'How do you answer "we will build it ourselves"?',
    body: 'In-house team of six, they have a prototype for one site.',
    tags: ['In-house', 'Objections'],
    answers: [
      {
        by: 7,
        body: 'I ask what the six would otherwise build, and who keeps it running on a Sunday night. Then the cost of one more year without it.',
        votes: 5,
      },
      {
        by: 1,
        body: 'Bring the hospital story: they had a prototype as well and came to us for the second site.',
        votes: 2,
      },
    ],
  },
  {
    by: 4,
    daysAgo: 15,
    title: 'Which reference can I use for utilities?',
    body: 'They want somebody with field crews, not a plant.',
    tags: ['References', 'Utilities'],
    answers: [
      {
        by: 10,
        body: 'Northgrid takes calls on Thursdays. Tell me before, they have had three this month.',
        votes: 3,
        accepted: true,
        byMail: true,
      },
    ],
  },
  {
    by: 13,
    daysAgo: 9,
    title: 'Initech customers ask for a migration of their history. Do we do that?',
    body: 'Eight years of work orders.',
    tags: ['Initech', 'Migration'],
    answers: [
      {
        by: 'trainer',
        body: 'Two years come over with Onboarding; older data as an archive that Insight can read. More than that is a project.',
        votes: 2,
      },
    ],
  },
  {
    by: 0,
    daysAgo: 6,
    title: 'Legal wants to change the liability clause. Who can agree to that?',
    body: 'They ask for unlimited liability for data loss.',
    tags: ['Contracts', 'Approvals'],
    answers: [],
    asked: ['manager', 9],
  },
  {
    by: 2,
    daysAgo: 3,
    title: 'Globex now offers a free pilot of 90 days. How do we answer?',
    body: 'Second deal this month in which it comes up.',
    tags: ['Globex', 'Pilot'],
    answers: [
      {
        by: 9,
        body: 'Ask what happens on day 91, and who sets it up. Ours is four weeks with a named engineer and a success plan that their CFO signs.',
        votes: 1,
      },
    ],
  },
  {
    by: 5,
    daysAgo: 1,
    title: 'Does anybody have a one-page business case for Insight?',
    body: 'Finance lead asked for one page, not ten.',
    tags: ['Larkspur Insight', 'Business case'],
    answers: [],
  },
];

/** What a good question on a topic tells, by the name of its tag. */
export const QUESTION_TEMPLATES: ReadonlyMap<string, string> = new Map([
  [
    'Globex',
    'What the customer says Globex offers:\nWhere they saw it (slide, offer, call):\nWhat we answered so far:',
  ],
  ['Pricing', 'What is compared with what:\nOver how many years:\nWho decides on the customer’s side:'],
  [
    'Procurement',
    'What procurement asked for, in their words:\nWho else has to sign:\nWhat happens if it slips a month:',
  ],
]);
