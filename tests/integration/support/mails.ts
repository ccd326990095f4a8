/** A mail in its source form, as short as it can be. */
export interface TestMail {
  readonly id: string;
  readonly from?: string;
  readonly to?: string;
  readonly subject?: string;
  readonly date?: string;
  readonly answers?: string;
  readonly text: string;
  readonly headers?: readonly string[];
}

const ANA = 'Ana Ruiz <ana@corp.example>';

export function sourceOf({
  id,
  from = ANA,
  to = 'sales@corp.example',
  subject = 'Discount for bundles',
  date,
  answers,
  text,
  headers = [],
}: TestMail): string {
  return [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Date: ${date ?? 'Tue, 04 Mar 2025 10:12:00 +0000'}`,
    `Message-ID: <${id}>`,
    ...(answers === undefined ? [] : [`In-Reply-To: <${answers}>`, `References: <${answers}>`]),
    ...headers,
    '',
    text,
    '',
  ].join('\r\n');
}

/** A question and its answer, and thanks. `number` tells one exchange from another. */
export function exchange(number: number): TestMail[] {
  const subject = `Discount for bundle number ${number}`;
  const id = (part: string) => `${part}-${number}@corp.example`;
  return [
    { id: id('question'), subject, text: `How much discount may we give on bundle ${number}?` },
    {
      id: id('answer'),
      from: 'Ben Okoye <ben@corp.example>',
      subject: `Re: ${subject}`,
      date: 'Tue, 04 Mar 2025 11:00:00 +0000',
      answers: id('question'),
      text: `Up to ${number} percent. Call +44 20 7946 0000 if unsure.\r\n\r\nOn Tue, 4 Mar 2025 at 10:12, Ana Ruiz <ana@corp.example> wrote:\r\n> How much discount may we give on bundle ${number}?`,
    },
  ];
}

/** Mails as an mbox file holds them. */
export function mboxOf(mails: readonly TestMail[]): string {
  return mails
    .map(
      (mail) =>
        `From sender@corp.example Tue Mar  4 10:12:00 2025\n${sourceOf(mail)
          .replace(/\r\n/g, '\n')
          .replace(/^(>*From )/gm, '>$1')}\n`,
    )
    .join('');
}
