/**
 * How well capture takes mails apart and puts conversations together, next to the npm libraries for it.
 *
 *   npm run --silent benchmark:capture -- --data DIR [--json] [--output FILE]
 *
 * DIR and the folders in it hold `cases.jsonl`: {id, text | email, html?, reply} for replies; {id, text, subject,
 * has_from, has_message} beside `expected-constants.json` for forwarded mails; {id, subject, sender, date, references,
 * in_reply_to, thread} for threads. JSON, for the kinds found: {replies: {exact, total, f1}, forwards: {exact, total},
 * threads: {f1, f1Blank50}}. FILE: what was extracted, one JSON object a line.
 */
import { writeFileSync } from 'node:fs';
import { benchmarkArguments } from './arguments.ts';
import { type CaseSet, readSets } from './capture/read-sets.ts';
import { FORWARD_PARSERS, isRight } from './capture/score-forwards.ts';
import { REPLY_PEERS, conventionOf, extractAll, replyText, scoreReplies } from './capture/score-replies.ts';
import { THREADERS, blankHalf, scoreThreads } from './capture/score-threads.ts';
import { seededRandom } from './random.ts';

const { data, json, output } = benchmarkArguments(process.argv.slice(2));
if (data === undefined) throw new Error('--data DIR is needed: the folder with the cases.');

const lines: object[] = [];
const round = (value: number): number => Number(value.toFixed(4));
const row = (name: string, ...cells: string[]): void =>
  console.log(`  ${name.padEnd(34)}${cells.map((cell) => cell.padStart(12)).join('')}`);

interface Total {
  exact: number;
  total: number;
  f1: number;
}

function replies({ name, replies: cases }: CaseSet): Total {
  const extracted = extractAll(cases);
  const kept = conventionOf(cases, extracted);
  console.log(`\n${name}: ${cases.length} replies; part of the reply here: ${[...kept].join(', ') || 'no ending'}`);
  row('', 'exact', 'token F1');
  const show = (who: string, predictions: readonly string[]) => {
    const score = scoreReplies(cases, predictions);
    row(who, `${score.exact}/${score.total}`, score.f1.toFixed(3));
    return score;
  };
  for (const [who, peer] of REPLY_PEERS)
    show(
      who,
      cases.map(({ text }) => peer(text ?? '')),
    );
  show(
    'Fluency, all endings cut',
    extracted.map(({ text }) => text),
  );
  const predictions = extracted.map((reply) => replyText(reply, kept));
  const { exact, total, f1 } = show('Fluency', predictions);
  cases.forEach(({ id }, i) => {
    const { text, tails, interleaved } = extracted[i] ?? { text: '', tails: [], interleaved: false };
    lines.push({ kind: 'reply', set: name, id, reply: predictions[i], content: text, tails, interleaved });
  });
  return { exact, total, f1: f1 * total };
}

function forwards({ name, forwards: cases, constants }: CaseSet): Omit<Total, 'f1'> {
  console.log(`\n${name}: ${cases.length} forwarded mails`);
  row('', 'right');
  let exact = 0;
  for (const [who, parse] of FORWARD_PARSERS) {
    const found = cases.map(parse);
    exact = cases.filter((item, i) => constants && isRight(item, constants, found[i])).length;
    row(who, `${exact}/${cases.length}`);
    if (who !== 'Fluency') continue;
    cases.forEach(({ id }, i) =>
      lines.push({ kind: 'forward', set: name, id, forwarded: found[i] !== undefined, ...found[i] }),
    );
  }
  return { exact, total: cases.length };
}

function threads({ name, threads: cases }: CaseSet): { f1: number; f1Blank50: number; mails: number } {
  console.log(`\n${name}: ${cases.length} mails in ${new Set(cases.map(({ thread }) => thread)).size} threads`);
  row('pairwise F1', 'all headers', 'half blank');
  let result = { f1: 0, f1Blank50: 0 };
  for (const [who, threader] of THREADERS) {
    result = scoreThreads(cases, threader);
    row(who, result.f1.toFixed(3), result.f1Blank50.toFixed(3));
    if (who !== 'Fluency') continue;
    const all = threader(cases.map(({ mail }) => mail));
    const blanked = threader(blankHalf(cases, seededRandom(1)));
    cases.forEach(({ mail: { id } }) =>
      lines.push({ kind: 'thread', set: name, id, thread: all.get(id), threadBlank50: blanked.get(id) }),
    );
  }
  return { ...result, mails: cases.length };
}

const sets = await readSets(data);
const ofReplies = sets.filter((set) => set.replies.length > 0).map(replies);
const ofForwards = sets.filter((set) => set.forwards.length > 0).map(forwards);
const ofThreads = sets.filter((set) => set.threads.length > 0).map(threads);
const sum = <T>(items: readonly T[], read: (item: T) => number): number =>
  items.reduce((total, item) => total + read(item), 0);

const mails = sum(ofThreads, (each) => each.mails);
const total = sum(ofReplies, (each) => each.total);
const result = {
  ...(ofReplies.length > 0 && {
    replies: {
      exact: sum(ofReplies, (each) => each.exact),
      total,
      f1: round(sum(ofReplies, (each) => each.f1) / total),
    },
  }),
  ...(ofForwards.length > 0 && {
    forwards: { exact: sum(ofForwards, (each) => each.exact), total: sum(ofForwards, (each) => each.total) },
  }),
  ...(ofThreads.length > 0 && {
    threads: {
      f1: round(sum(ofThreads, (each) => each.f1 * each.mails) / mails),
      f1Blank50: round(sum(ofThreads, (each) => each.f1Blank50 * each.mails) / mails),
    },
  }),
};
if (output !== undefined) writeFileSync(output, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
if (json) console.log(JSON.stringify(result));
