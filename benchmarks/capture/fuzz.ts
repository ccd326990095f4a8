import { type DraftOptions, buildThreads, draftExchange, redact } from '../../core/capture/index.ts';
import { parseMail } from '../../service/capture/parse-mail.ts';
import { type Random, seededRandom, whole } from '../random.ts';

/*
 * Takes mutated mails the whole way of capture and prints `{mails, slowestSeconds}` (seconds of processor time of the
 * slowest mail). Run as a process of its own, because only then a limit on the heap is a limit on this.
 */

const SEED = 20250304;
const MAILS = 600;
const OPTIONS: DraftOptions = { mode: 'notice', agreed: [], optedOut: [], names: ['Globex'], tags: ['bundle'] };

const BOUNDARY = 'b0undary';
const SOUND = [
  `From: =?utf-8?B?QW5hIFJ1aXo=?= <ana@corp.example>`,
  'To: sales@corp.example, "Okoye, Ben" <ben@corp.example>',
  'Subject: =?iso-8859-1?Q?Preis_f=FCr_B=FCndel?=',
  'Date: Tue, 04 Mar 2025 10:12:00 +0000',
  'Message-ID: <q1@corp.example>',
  'References: <a@corp.example> <b@corp.example>',
  'MIME-Version: 1.0',
  `Content-Type: multipart/alternative; boundary="${BOUNDARY}"`,
  '',
  `--${BOUNDARY}`,
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Which discount may we give=3F Call +49 30 1234567.',
  '',
  'On Tue, 4 Mar 2025 at 9:00, Ben <ben@corp.example> wrote:',
  '> Ask me anything.',
  '',
  `--${BOUNDARY}`,
  'Content-Type: text/html; charset=utf-8',
  '',
  '<div>Which discount?<blockquote>Ask <b>me</b></blockquote></div>',
  `--${BOUNDARY}--`,
  '',
].join('\r\n');

/** Ways in which mails are broken, each on bytes. */
const MUTATIONS: readonly ((raw: Uint8Array, random: Random) => Uint8Array)[] = [
  (raw, random) => raw.slice(0, whole(0, raw.length, random)),
  (raw, random) => raw.map((byte) => (random() < 0.05 ? whole(0, 255, random) : byte)),
  (_, random) => Uint8Array.from({ length: whole(0, 5_000, random) }, () => whole(0, 255, random)),
  (raw, random) => splice(raw, '\n'.repeat(whole(1, 3_000, random)), random),
  (raw, random) => splice(raw, 'x'.repeat(whole(1, 60_000, random)), random),
  (raw, random) => splice(raw, '>'.repeat(whole(1, 2_000, random)), random),
  (raw, random) => splice(raw, '<div>'.repeat(whole(1, 4_000, random)), random),
  (raw, random) => splice(raw, '<blockquote>'.repeat(whole(1, 2_000, random)), random),
  (raw, random) =>
    splice(
      raw,
      `--${BOUNDARY}\r\nContent-Type: multipart/mixed; boundary="${BOUNDARY}${whole(0, 9, random)}"\r\n\r\n`.repeat(
        whole(1, 60, random),
      ),
      random,
    ),
  (raw, random) =>
    replace(raw, 'utf-8', ['utf-16', 'shift_jis', 'koi8-r', 'x-nonsense', 'utf-7', ''][whole(0, 5, random)] ?? ''),
  (raw, random) =>
    replace(raw, 'quoted-printable', ['base64', '8bit', 'binary', 'x-uuencode'][whole(0, 3, random)] ?? ''),
  (raw, random) => splice(raw, `References: ${'<x@y> '.repeat(whole(1, 5_000, random))}\r\n`, random, 0),
  (raw) => replace(raw, '\r\n', '\r'),
];

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function splice(raw: Uint8Array, text: string, random: Random, at = whole(0, raw.length, random)): Uint8Array {
  return Uint8Array.from([...raw.slice(0, at), ...encode(text), ...raw.slice(at)]);
}

function replace(raw: Uint8Array, what: string, by: string): Uint8Array {
  return encode(new TextDecoder().decode(raw).replaceAll(what, by));
}

/** The whole way of one mail: read, threaded with a sound one, drafted, redacted. */
async function captureOne(raw: Uint8Array): Promise<void> {
  const { mail } = await parseMail(raw);
  const answer = {
    ...mail,
    id: `${mail.id}-answer`,
    inReplyTo: [mail.id],
    from: { address: 'eve@corp.example' },
    text: 'By fifteen percent.',
  };
  for (const thread of buildThreads([mail, answer])) draftExchange(thread, OPTIONS);
  redact(new TextDecoder('latin1').decode(raw));
}

const random = seededRandom(SEED);
let slowest = 0;
for (let i = 0; i < MAILS; i += 1) {
  let raw = encode(SOUND);
  for (let times = whole(1, 3, random); times > 0; times -= 1) {
    raw = (MUTATIONS[whole(0, MUTATIONS.length - 1, random)] ?? ((same) => same))(
      raw,
      random,
    ) as Uint8Array<ArrayBuffer>;
  }
  const before = process.cpuUsage();
  await captureOne(raw);
  const { user, system } = process.cpuUsage(before);
  slowest = Math.max(slowest, (user + system) / 1e6);
}
process.stdout.write(`${JSON.stringify({ mails: MAILS, slowestSeconds: slowest })}\n`);
