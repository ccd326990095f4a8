import { parseForward } from './parse-forward.ts';

const BODY = 'The renewal is due in May.\nPlease send the new price list.';
const QUOTED = BODY.replace(/^/gm, '> ');

/** Name, mail, its subject, subject of the forwarded mail, what was written above. */
const FORWARDS: readonly (readonly [string, string, string, string | undefined, string])[] = [
  [
    'Gmail',
    `Can you?\n\n---------- Forwarded message ---------\nFrom: Ana Ruiz <ana@corp.example>\nDate: Tue, Mar 4, 2025 at 10:12 AM\nSubject: Renewal\nTo: <ben@corp.example>\n\n\n${BODY}`,
    '',
    'Renewal',
    'Can you?',
  ],
  [
    'Gmail in Greek',
    `---------- Forwarded message ---------\nΑπό: Ana Ruiz <ana@corp.example>\nDate: Τρί, 4 Μαρ 2025\nSubject: Renewal\nTo: Ben <ben@corp.example>\n\n${BODY}`,
    '',
    'Renewal',
    '',
  ],
  [
    'Apple Mail',
    `> Begin forwarded message:\n> \n> From: Ana Ruiz <ana@corp.example>\n> Subject: Renewal\n> Date: March 4, 2025\n> To: Ben <ben@corp.example>\n> \n${QUOTED}`,
    '',
    'Renewal',
    '',
  ],
  [
    'Outlook, known by its prefix',
    `FYI\n\nFrom: Ana Ruiz <ana@corp.example>\nSent: Tuesday, March 4, 2025\nTo: Ben\nSubject: Renewal\n\n${BODY}`,
    'FW: Renewal',
    'Renewal',
    'FYI',
  ],
  [
    'Outlook in Norwegian',
    `Fra: Ana Ruiz <ana@corp.example>\nSendt: tirsdag 4. mars 2025\nTil: Ben\nEmne: Renewal\n\n${BODY}`,
    'VS: Renewal',
    'Renewal',
    '',
  ],
  [
    'Thunderbird in Ukrainian',
    `-------- Переслане повідомлення --------\nТема: \tRenewal\nДата: \tTue, 4 Mar 2025\nВід: \tAna Ruiz <ana@corp.example>\nКому: \tben@corp.example\n\n\n${BODY}`,
    '',
    'Renewal',
    '',
  ],
  [
    'Yahoo, all headers in one line',
    `   ----- Forwarded Message ----- From: Ana Ruiz <ana@corp.example>To: "ben@corp.example" <ben@corp.example>Sent: Tuesday, March 4, 2025, 10:12:50 AM GMT+1Subject: Renewal\n ${BODY}`,
    '',
    'Renewal',
    '',
  ],
  [
    'Outlook for Mac: set in below an attribution',
    `See below.\n\nOn 04/03/2025, 10:12, "Ana Ruiz" <ana@corp.example> wrote:\n\n${BODY.replace(/^/gm, '    ')}`,
    'FW: Renewal',
    'Renewal',
    'See below.',
  ],
  [
    'a mail that holds an older one',
    `---------- Forwarded message ---------\nFrom: Ana Ruiz <ana@corp.example>\nDate: Tue\nSubject: Renewal\nTo: Ben\n\n${BODY}\n\n---------- Forwarded message ---------\nFrom: Eve <eve@corp.example>\nSubject: Old\nTo: Ana\nDate: Mon\n\nOld text`,
    '',
    'Renewal',
    '',
  ],
];

const REPLIES: readonly (readonly [string, string, string])[] = [
  [
    'quotes below an attribution',
    `Yes.\n\nOn Tue, Mar 4, 2025 at 10:12 AM Ana <ana@corp.example> wrote:\n\n${QUOTED}`,
    '',
  ],
  [
    'has headers above what it answers',
    `Yes.\n\nFrom: Ana <ana@corp.example>\nSent: Tuesday\nTo: Ben\nSubject: Renewal\n\n${BODY}`,
    'RE: Renewal',
  ],
  ['quotes nothing', BODY, 'Renewal'],
];

describe('a forwarded mail', () => {
  it.each(FORWARDS)('is read as %s prints it', (_, text, subject, expected, message) => {
    const found = parseForward({ text }, subject);
    expect(found?.body).toBe(BODY);
    expect(found?.message).toBe(message);
    expect(found?.subject).toBe(expected);
    expect(found?.from).toEqual({ name: 'Ana Ruiz', address: 'ana@corp.example' });
  });

  it.each(REPLIES)('is not found where a reply %s', (_, text, subject) => {
    expect(parseForward({ text }, subject)).toBeUndefined();
  });

  it('keeps the older mail it holds', () => {
    expect(parseForward({ text: FORWARDS[8]![1] })?.full).toContain('Old text');
  });
});
