import { parseSubject } from '../parse-subject.ts';
import { type ThreadGroup, describeGroup, distanceBySubject, isSameSeries, losesPrefixes } from './join-rules.ts';
import { QuoteIndex } from './quote-index.ts';
import { type MailThread, type ThreadMail, timeOf } from './thread-mail.ts';
import { UnionFind } from './union-find.ts';

/** Threads with one subject that are compared with a mail; more would be a newsletter. */
const MOST_CANDIDATES = 50;

/**
 * Rebuilds conversations: first by Message-ID, In-Reply-To and References (after Zawinski's message threading), then,
 * for what has no headers, by the text it quotes, by numbered series, and by subject, people and time. Mails may come
 * in any order; the result does not depend on it. Two mails with one id are one.
 */
export function buildThreads<T extends ThreadMail>(given: readonly T[]): MailThread<T>[] {
  const mails = inOrder([...new Map(given.map((mail) => [mail.id, mail])).values()]);
  const groups = new UnionFind();
  for (const mail of mails) for (const id of relatives(mail)) groups.join(mail.id, id);
  joinByQuotes(mails, groups);
  joinBySeries(mails, groups);
  joinBySubject(mails, groups);
  return [...collect(mails, groups).values()].map(threadOf);
}

/** The ids that a mail names; JWZ: References in full, then In-Reply-To. */
function relatives({ id, references, inReplyTo }: ThreadMail): string[] {
  return [...references, ...inReplyTo].filter((each) => each !== id && each !== '');
}

function inOrder<T extends ThreadMail>(mails: readonly T[]): T[] {
  return mails
    .map((mail, i) => ({ mail, i, time: timeOf(mail) ?? Infinity }))
    .sort((a, b) => a.time - b.time || (a.time === Infinity ? a.i - b.i : compare(a.mail.id, b.mail.id)))
    .map(({ mail }) => mail);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const isOrphan = (mail: ThreadMail): boolean => mail.references.length === 0 && mail.inReplyTo.length === 0;

function joinByQuotes(mails: readonly ThreadMail[], groups: UnionFind): void {
  const index = new QuoteIndex();
  for (const mail of mails) index.add(mail);
  for (const mail of mails) {
    const quoted = isOrphan(mail) ? index.quotedBy(mail) : undefined;
    if (quoted !== undefined) groups.join(mail.id, quoted);
  }
}

function joinBySeries(mails: readonly ThreadMail[], groups: UnionFind): void {
  const parts = mails.filter((mail) => isOrphan(mail) && parseSubject(mail.subject).series !== undefined);
  // In order of time, the parts of a series are neighbours but for what others sent meanwhile.
  parts.forEach((mail, i) => {
    for (const other of parts.slice(i + 1, i + 1 + MOST_CANDIDATES))
      if (isSameSeries(mail, other)) groups.join(mail.id, other.id);
  });
  const roots = mails.filter((mail) => parseSubject(mail.subject).series !== undefined);
  parts.forEach((mail) => {
    const first = roots.find((other) => other !== mail && isSameSeries(mail, other));
    if (first) groups.join(mail.id, first.id);
  });
}

function joinBySubject(mails: readonly ThreadMail[], groups: UnionFind): void {
  const context = {
    stripsPrefixes: losesPrefixes(
      mails,
      mails.map(({ subject }) => parseSubject(subject)),
    ),
  };
  const bySubject = new Map<string, { readonly id: string; readonly group: ThreadGroup }[]>();
  for (const members of collect(mails, groups).values()) {
    const group = describeGroup(members);
    if (group.key === '') continue;
    const id = (members[0] as ThreadMail).id;
    bySubject.set(group.key, [...(bySubject.get(group.key) ?? []).slice(-MOST_CANDIDATES), { id, group }]);
  }
  for (const candidates of bySubject.values()) {
    candidates.forEach(({ id, group }, i) => {
      let nearest: { readonly id: string; readonly distance: number } | undefined;
      candidates.forEach((other, j) => {
        // A thread's beginning joins nothing; whatever answers may join what came before it, or a lost part of itself.
        if (j === i || (group.rooted && j > i)) return;
        const distance = distanceBySubject(group, other.group, context);
        if (distance !== undefined && (nearest === undefined || distance < nearest.distance))
          nearest = { id: other.id, distance };
      });
      if (nearest) groups.join(id, nearest.id);
    });
  }
}

/** Groups in order of their oldest mail, each in order. */
function collect<T extends ThreadMail>(mails: readonly T[], groups: UnionFind): Map<string, T[]> {
  const members = new Map<string, T[]>();
  for (const mail of mails) {
    const root = groups.find(mail.id);
    const known = members.get(root);
    if (known) known.push(mail);
    else members.set(root, [mail]);
  }
  return members;
}

function threadOf<T extends ThreadMail>(mails: readonly T[]): MailThread<T> {
  const here = new Set(mails.map(({ id }) => id));
  const parents = new Map<string, string>();
  const first = mails[0] as T;
  for (const mail of mails) {
    const named = [...[...mail.references].reverse(), ...mail.inReplyTo].find((id) => id !== mail.id && here.has(id));
    const parent = named ?? (mail === first ? undefined : first.id);
    if (parent !== undefined && !leadsTo(parents, parent, mail.id)) parents.set(mail.id, parent);
  }
  return { id: first.references[0] ?? first.inReplyTo[0] ?? first.id, mails, parents };
}

/** Whether going up from a mail one meets another: References can be circular. */
function leadsTo(parents: ReadonlyMap<string, string>, from: string, to: string): boolean {
  for (let at: string | undefined = from, steps = 0; at !== undefined && steps < 1_000; steps += 1) {
    if (at === to) return true;
    at = parents.get(at);
  }
  return false;
}
