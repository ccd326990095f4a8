import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type CapturedMail, parseAddress } from '../../core/capture/index.ts';
import { parseMail } from '../../service/capture/parse-mail.ts';

/** A mail and what its author wrote in it. */
export interface ReplyCase {
  readonly id: string;
  readonly text?: string;
  readonly html?: string;
  readonly author?: string;
  readonly reply: string;
}

export interface ForwardCase {
  readonly id: string;
  readonly text: string;
  /** Of the mail that holds the forwarded one. */
  readonly subject: string;
  readonly hasFrom: boolean;
  readonly hasMessage: boolean;
}

/** What the forwarded mail in every case of a set is. */
export interface ForwardConstants {
  readonly subject: string;
  readonly from_address: string;
  readonly from_name: string;
  readonly body: string;
  readonly message: string;
}

export interface ThreadCase {
  readonly mail: CapturedMail;
  readonly thread: string;
}

/** The cases of one folder. */
export interface CaseSet {
  readonly name: string;
  readonly replies: readonly ReplyCase[];
  readonly forwards: readonly ForwardCase[];
  readonly constants?: ForwardConstants;
  readonly threads: readonly ThreadCase[];
}

type Row = Readonly<Record<string, unknown>>;

/** Reads every `cases.jsonl` in a folder and the folders in it. */
export async function readSets(folder: string): Promise<CaseSet[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(^|[\\/])cases\.jsonl$/.test(name))
    .sort();
  if (files.length === 0) throw new Error(`No cases.jsonl in ${folder} or below it.`);
  return Promise.all(files.map((name) => readSet(folder, join(folder, name))));
}

async function readSet(root: string, file: string): Promise<CaseSet> {
  const folder = join(file, '..');
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row);
  const constantsFile = join(folder, 'expected-constants.json');
  const constants = existsSync(constantsFile)
    ? (JSON.parse(readFileSync(constantsFile, 'utf8')) as ForwardConstants)
    : undefined;
  const isThread = (row: Row) => row['thread'] !== undefined;
  const isReply = (row: Row) => typeof row['reply'] === 'string';
  return {
    name: relative(root, folder) || '.',
    replies: await Promise.all(rows.filter(isReply).map(replyCase)),
    forwards: constants ? rows.filter((row) => !isReply(row) && !isThread(row)).map(forwardCase) : [],
    constants,
    threads: rows.filter(isThread).map(threadCase),
  };
}

const string = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

async function replyCase(row: Row): Promise<ReplyCase> {
  const base = { id: String(row['id']), reply: String(row['reply']) };
  const html = string(row['html']);
  const given = string(row['text']) ?? string(row['email']);
  if (given === undefined || !isSource(given)) return { ...base, text: given, html };
  const { mail } = await parseMail(new TextEncoder().encode(given));
  return { ...base, text: mail.text, html: mail.html, author: mail.from.name };
}

/** A whole mail with its headers, not just a body: the first block has a header that only transport adds. */
function isSource(text: string): boolean {
  const head =
    text
      .trimStart()
      .slice(0, 8_000)
      .split(/\r?\n\r?\n/, 1)[0] ?? '';
  return (
    /^[A-Za-z][A-Za-z0-9-]*: ?/.test(head) &&
    /^(mime-version|message-id|received|return-path|delivered-to|content-type):/im.test(head)
  );
}

function forwardCase(row: Row): ForwardCase {
  return {
    id: String(row['id']),
    text: string(row['text']) ?? '',
    subject: string(row['subject']) ?? '',
    hasFrom: row['has_from'] !== false,
    hasMessage: row['has_message'] === true,
  };
}

function threadCase(row: Row): ThreadCase {
  const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
  const date = Date.parse(string(row['date']) ?? '');
  return {
    thread: String(row['thread']),
    mail: {
      id: String(row['id']),
      subject: string(row['subject']) ?? '',
      from: parseAddress(string(row['sender']) ?? string(row['from']) ?? ''),
      to: [],
      cc: [],
      references: list(row['references']),
      inReplyTo: list(row['in_reply_to']),
      ...(Number.isNaN(date) ? {} : { date: new Date(date).toISOString() }),
    },
  };
}
