import { DAY } from '../../situation/days.ts';
import { type ParsedSubject, parseSubject } from '../parse-subject.ts';
import { type ThreadMail, authorKey, timeOf } from './thread-mail.ts';

/** How long after the last mail a reply without headers still belongs to a thread. */
const REPLY_WINDOW = 45 * DAY;
/** The same where the subject does not say that it is a reply. */
const UNPREFIXED_WINDOW = 7 * DAY;
/** Parts of a series are sent at once. */
const SERIES_WINDOW = 30 * 60_000;

/** What is known of a group of mails that headers hold together. */
export interface ThreadGroup {
  readonly key: string;
  readonly authors: ReadonlySet<string>;
  readonly first: number | undefined;
  readonly last: number | undefined;
  readonly firstAuthor: string;
  /** The mail that began it is here and answers nothing. */
  readonly rooted: boolean;
  readonly prefixed: boolean;
}

/** Describes a group of mails, oldest first. Never empty. */
export function describeGroup(mails: readonly ThreadMail[]): ThreadGroup {
  const times = mails.map(timeOf).filter((time) => time !== undefined);
  const root = mails[0];
  const subject = parseSubject(root?.subject ?? '');
  return {
    key: subject.key,
    authors: new Set(mails.map(authorKey)),
    first: times.length > 0 ? Math.min(...times) : undefined,
    last: times.length > 0 ? Math.max(...times) : undefined,
    firstAuthor: root === undefined ? '' : authorKey(root),
    rooted: root !== undefined && root.references.length === 0 && root.inReplyTo.length === 0,
    prefixed: subject.kind === 'reply',
  };
}

export interface JoinContext {
  /** Replies of this collection lose their "Re:", as some mailing lists have it. */
  readonly stripsPrefixes: boolean;
}

/**
 * How far apart in time two groups with one subject are if they are one thread, in milliseconds; undefined if they are
 * not. A group without any header joins an earlier one if it says "Re:", or if replies lose that here and somebody else
 * wrote. A group whose first mail is missing joins where people overlap. Two threads that both have a beginning of
 * their own never join.
 */
export function distanceBySubject(group: ThreadGroup, other: ThreadGroup, context: JoinContext): number | undefined {
  if (group.key === '' || group.key !== other.key) return undefined;
  const apart = gap(group, other);
  const known = apart ?? 0;
  if (group.rooted && group.prefixed) return known <= REPLY_WINDOW ? known : undefined;
  if (group.rooted) {
    if (!context.stripsPrefixes || !isTelling(group.key) || apart === undefined || apart > UNPREFIXED_WINDOW)
      return undefined;
    const others = [...other.authors].some((author) => !group.authors.has(author));
    return others ? apart : undefined;
  }
  const overlap = [...group.authors].some((author) => other.authors.has(author));
  if (overlap && known <= UNPREFIXED_WINDOW * 2) return known;
  return context.stripsPrefixes && isTelling(group.key) && apart !== undefined && apart <= UNPREFIXED_WINDOW
    ? apart
    : undefined;
}

/** Whether a subject says enough to tell two conversations apart. */
function isTelling(key: string): boolean {
  return key.length >= 6;
}

function gap(a: ThreadGroup, b: ThreadGroup): number | undefined {
  if (a.first === undefined || a.last === undefined || b.first === undefined || b.last === undefined) return undefined;
  return Math.max(0, a.first - b.last, b.first - a.last);
}

/** Whether two mails are parts of one numbered series: one author, one count, sent together. */
export function isSameSeries(a: ThreadMail, b: ThreadMail): boolean {
  const [left, right] = [parseSubject(a.subject).series, parseSubject(b.subject).series];
  if (left === undefined || right === undefined || left.of !== right.of || left.part === right.part) return false;
  const [from, to] = [timeOf(a), timeOf(b)];
  return (
    authorKey(a) === authorKey(b) && from !== undefined && to !== undefined && Math.abs(from - to) <= SERIES_WINDOW
  );
}

/** Whether replies of these mails lose their "Re:": at least a fifth of those that headers prove to be replies. */
export function losesPrefixes(mails: readonly ThreadMail[], subjects: readonly ParsedSubject[]): boolean {
  let replies = 0;
  let bare = 0;
  mails.forEach((mail, i) => {
    if (mail.inReplyTo.length === 0 && mail.references.length === 0) return;
    replies += 1;
    if (subjects[i]?.kind === 'new') bare += 1;
  });
  return replies > 0 && bare / replies >= 0.2;
}
