import type { ImapFlow } from 'imapflow';
import { BATCH_BYTES, BATCH_MAILS, type IncomingMail, type MailBatch, type ReadOptions } from '../mail-source.ts';

/**
 * What is new in a folder, with the position behind it: UIDVALIDITY and the last UID. While it is watched, goes on
 * waiting for more. The first batch says that the folder can be read: it is empty where nothing is new.
 *
 * @throws what the server answers, and what happens to the connection
 */
export async function* readFolder(
  client: ImapFlow,
  folder: string,
  from: string | undefined,
  { watch, signal, largest }: ReadOptions,
): AsyncIterable<MailBatch> {
  const mailbox = await client.mailboxOpen(folder, { readOnly: true });
  const validity = String(mailbox.uidValidity);
  const [known, uid] = (from ?? '').split(':');
  let last = known === validity ? Number(uid) || 0 : 0;
  const stop = () => client.close();
  signal.addEventListener('abort', stop);
  try {
    for (let wasRead = false; !signal.aborted; wasRead = true) {
      for await (const batch of fetchNew(client, last, largest)) {
        last = batch.last;
        wasRead = true;
        yield { mails: batch.mails, tooLarge: batch.tooLarge, position: `${validity}:${last}` };
      }
      if (!wasRead) yield { mails: [] };
      if (!watch || signal.aborted) return;
      // Returns when the server tells of something new, or after the time that RFC 2177 allows.
      await waitForNews(client);
    }
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

async function* fetchNew(client: ImapFlow, last: number, largest: number) {
  const found = await client.search({ uid: `${last + 1}:*` }, { uid: true });
  if (!Array.isArray(found)) throw new Error('it does not search the folder');
  // "n:*" always names the last mail, even where its UID is lower than n.
  const uids = found.filter((uid) => uid > last).sort((a, b) => a - b);
  for (let at = 0; at < uids.length;) {
    const mails: IncomingMail[] = [];
    let bytes = 0;
    let tooLarge = 0;
    let reached = last;
    const some = uids.slice(at, at + BATCH_MAILS);
    const sizes = await client.fetchAll(some, { uid: true, size: true }, { uid: true });
    for (const { uid, size } of sizes.sort((a, b) => a.uid - b.uid)) {
      if (bytes >= BATCH_BYTES) break;
      at += 1;
      reached = uid;
      if ((size ?? 0) > largest) {
        tooLarge += 1;
        continue;
      }
      const message = await client.fetchOne(String(uid), { source: true }, { uid: true });
      if (message === false || message.source === undefined) continue;
      mails.push({ raw: message.source });
      bytes += message.source.length;
    }
    if (reached === last) at += some.length;
    last = Math.max(reached, last);
    yield { mails, tooLarge, last };
  }
}

function waitForNews(client: ImapFlow): Promise<void> {
  return new Promise((resolve, reject) => {
    const release = (): void => {
      client.off('exists', done);
      client.off('close', lost);
    };
    const done = (): void => {
      release();
      resolve();
    };
    const giveUp = (reason: string): void => {
      release();
      reject(new Error(reason));
    };
    const lost = (): void => giveUp('the connection was lost');
    client.on('exists', done);
    client.on('close', lost);
    // Asked again at once, a server that refuses to wait would be asked in a loop.
    client.idle().then((waited) => (waited === false ? giveUp('it does not wait for news') : done()), lost);
  });
}
