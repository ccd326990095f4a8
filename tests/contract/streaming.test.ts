import { Connection } from 'jsforce';
import { StreamingExtension } from 'jsforce/lib/api/streaming.js';

import { until } from '../support/until.ts';
import { installContractPackage, manifest, zipOf } from './contract-package.ts';
import { describeContract } from './describe-contract.ts';

const SHELF = 'Contract_Shelf__c';
const CHANNEL = '/data/Contract_Shelf__ChangeEvent';
const ALL = '/data/ChangeEvents';
const SELECTED = ['Contract_Shelf__ChangeEvent', 'ContactChangeEvent'];

interface ChangeEvent {
  readonly payload: Readonly<Record<string, unknown>> & {
    readonly ChangeEventHeader: {
      readonly entityName: string;
      readonly recordIds: readonly string[];
      readonly changeType: string;
      readonly changedFields: readonly string[];
      readonly commitTimestamp: number;
      readonly commitUser: string;
      readonly transactionKey: string;
      readonly sequenceNumber: number;
    };
  };
  readonly event: { readonly replayId: number };
}

/** Faye's client; jsforce declares no more than `subscribe` of it. */
type Client = ReturnType<Connection['streaming']['createClient']> & { disconnect(): Promise<void> };

/** The client that `conn.streaming` keeps to itself, so that its request can be ended. */
function ownClient({ streaming }: Connection): Client {
  const { _fayeClients: kept } = streaming as unknown as { _fayeClients: Readonly<Record<string, Client>> };
  const [client] = Object.values(kept);
  if (client === undefined) throw new Error('jsforce keeps no streaming client');
  return client;
}

function arrived(events: readonly ChangeEvent[], count: number): Promise<number> {
  return until(
    async () => events.length,
    (length) => length >= count,
  );
}

describeContract(
  'Streaming of change events',
  (subject, testWith) => {
    const clients: Client[] = [];
    afterEach(async () => {
      for (const client of clients.splice(0)) await client.disconnect();
    });

    /** Subscribes as jsforce's streaming client does, from a place in the past if one is given. */
    async function follow(
      connection: Connection,
      channel: string,
      replayId?: number,
    ): Promise<{ events: ChangeEvent[]; client: Client }> {
      const extensions = replayId === undefined ? [] : [new StreamingExtension.Replay(channel, replayId)];
      const client = connection.streaming.createClient(extensions) as Client;
      clients.push(client);
      const events: ChangeEvent[] = [];
      await client.subscribe(channel, (event: ChangeEvent) => events.push(event));
      return { events, client };
    }

    async function shelf(key: string): Promise<string> {
      const saved = await subject()
        .connection.sobject(SHELF)
        .create({ Key__c: key, Name: `Shelf ${key}` });
      return String(saved.id);
    }

    test('conn.streaming follows what happens to a record: create, update, delete', async () => {
      const connection = await subject().target.connect();
      const events: ChangeEvent[] = [];
      const subscription = connection.streaming.channel(CHANNEL).subscribe((event: ChangeEvent) => events.push(event));
      await subscription;
      clients.push(ownClient(connection));
      const id = await shelf('s/life');
      await connection.sobject(SHELF).update({ Id: id, Kind__c: 'Oak' });
      await connection.sobject(SHELF).delete(id);
      await arrived(events, 3);
      const headers = events.map(({ payload }) => payload.ChangeEventHeader);
      const { user_id: commitUser } = await connection.identity();
      expect(headers.map(({ changeType }) => changeType)).toEqual(['CREATE', 'UPDATE', 'DELETE']);
      expect(headers[0]).toMatchObject({
        entityName: SHELF,
        recordIds: [id],
        changedFields: [],
        commitUser,
        sequenceNumber: 1,
      });
      expect(Math.abs((headers[0]?.commitTimestamp ?? 0) - Date.now())).toBeLessThan(120_000);
      expect(events[0]?.payload).toMatchObject({ Name: 'Shelf s/life', Key__c: 's/life' });
      expect(Object.keys(events[0]?.payload ?? {})).not.toContain('Kind__c');
      expect(headers[1]?.changedFields).toEqual(expect.arrayContaining(['Kind__c', 'LastModifiedDate']));
      expect(events[1]?.payload).toMatchObject({ Kind__c: 'Oak' });
      expect(Object.keys(events[1]?.payload ?? {})).not.toContain('Name');
      expect(Object.keys(events[2]?.payload ?? {})).toEqual(['ChangeEventHeader']);
      expect(new Set(headers.map(({ transactionKey }) => transactionKey)).size).toBe(3);
    });

    test('-2 replays what is kept, an id what came after it, -1 nothing', async () => {
      const ids = [await shelf('r/1'), await shelf('r/2'), await shelf('r/3')];
      const idsOf = (events: readonly ChangeEvent[]): (string | undefined)[] =>
        events.map(({ payload }) => payload.ChangeEventHeader.recordIds[0]);
      const all = await follow(subject().connection, CHANNEL, -2);
      await until(
        async () => idsOf(all.events),
        (known) => known.includes(ids[2]),
      );
      const first = all.events.find(({ payload }) => payload.ChangeEventHeader.recordIds[0] === ids[0]);
      const replayId = first?.event.replayId ?? 0;
      expect(replayId).toBeGreaterThan(0);
      const later = await follow(subject().connection, CHANNEL, replayId);
      await arrived(later.events, 2);
      expect(idsOf(later.events)).toEqual(ids.slice(1));
      const fresh = await follow(subject().connection, CHANNEL, -1);
      const next = await shelf('r/4');
      await arrived(fresh.events, 1);
      expect(idsOf(fresh.events)).toEqual([next]);
    });

    test('who was away gets what happened meanwhile, once and in order', async () => {
      const before = await follow(subject().connection, CHANNEL);
      await shelf('a/1');
      await arrived(before.events, 1);
      await before.client.disconnect();
      const missed = await subject()
        .connection.sobject(SHELF)
        .create(Array.from({ length: 20 }, (_, index) => ({ Key__c: `a/away/${index}`, Name: `Away ${index}` })));
      const after = await follow(subject().connection, CHANNEL, before.events[0]?.event.replayId);
      await arrived(after.events, 20);
      const headers = after.events.map(({ payload }) => payload.ChangeEventHeader);
      expect(headers.flatMap(({ recordIds }) => recordIds)).toEqual(missed.map(({ id }) => id));
      expect(before.events).toHaveLength(1);
    });

    test('an id that is not kept is refused', async () => {
      await expect(follow(subject().connection, CHANNEL, 987_654_321)).rejects.toMatchObject({
        message: expect.stringMatching(/replayId \{?987654321\}? you provided was invalid/) as unknown,
      });
    });

    test('a channel that does not exist is refused', async () => {
      await expect(follow(subject().connection, '/data/Nothing__ChangeEvent')).rejects.toMatchObject({
        message: expect.stringContaining('/data/Nothing__ChangeEvent') as unknown,
      });
    });

    test('the name of a person and addresses are nested, on the channel of all changes', async () => {
      const { connection } = subject();
      const { events } = await follow(connection, ALL);
      const { id } = await connection
        .sobject('Contact')
        .create({ FirstName: 'Ada', LastName: 'Nested', MailingCity: 'London' });
      await connection.sobject('Contact').update({ Id: String(id), MailingCity: 'Paris' });
      await connection.sobject('Contact').delete(String(id));
      await arrived(events, 3);
      expect(events[0]?.payload).toMatchObject({
        ChangeEventHeader: { entityName: 'Contact', changeType: 'CREATE' },
        Name: { FirstName: 'Ada', LastName: 'Nested' },
        MailingAddress: { City: 'London' },
      });
      expect(events[1]?.payload.ChangeEventHeader.changedFields).toContain('MailingAddress.City');
    });

    test('a token that nobody has gets no further than the handshake', async () => {
      const stranger = new Connection({
        instanceUrl: subject().target.url,
        accessToken: '00D000000000000!no.such.token',
        version: '66.0',
      });
      const refused = new Promise<Record<string, unknown>>((resolve) => {
        const client = stranger.streaming.createClient([new StreamingExtension.AuthFailure(resolve)]);
        client.subscribe(CHANNEL, () => undefined);
      });
      expect(await refused).toMatchObject({
        channel: '/meta/handshake',
        successful: false,
        error: '403::Handshake denied',
        ext: { sfdc: { failureReason: '401::Authentication invalid' } },
      });
    });

    testWith(
      'password',
      'who may not see all records of an object is refused its channel, and gets none of it',
      async () => {
        const { connection, target } = subject();
        const { records } = await connection.query<{ Id: string }>(
          "SELECT Id FROM Profile WHERE Name = 'Standard User'",
        );
        const username = 'streaming.rep@example.com';
        const { id } = await connection.sobject('User').create({
          Username: username,
          LastName: 'Rep',
          Email: username,
          Alias: 'srep',
          ProfileId: records[0]?.Id ?? '',
          TimeZoneSidKey: 'Europe/Berlin',
          LocaleSidKey: 'en_US',
          LanguageLocaleKey: 'en_US',
          EmailEncodingKey: 'UTF-8',
        });
        await connection.requestPost(`/sobjects/User/${String(id)}/password`, { NewPassword: 'streaming word 1' });
        const rep = new Connection({ loginUrl: target.url, version: '66.0' });
        await rep.login(username, 'streaming word 1');
        await expect(follow(rep, '/data/ContactChangeEvent')).rejects.toMatchObject({
          message: expect.stringContaining('does not have permission to subscribe') as unknown,
        });
        await expect(follow(rep, CHANNEL)).rejects.toMatchObject({
          message: expect.stringContaining('does not exist') as unknown,
        });
        const theirs = await follow(rep, ALL, -2);
        const all = await follow(connection, ALL);
        await rep.sobject('Contact').create({ LastName: 'Own' });
        await arrived(all.events, 1);
        // Whoever were to get it would have it by now, too: both are woken by the same commit.
        await new Promise((resolve) => setTimeout(resolve, 100));
        expect(theirs.events).toEqual([]);
      },
    );

    testWith('password', 'a session that ends takes its stream along', async () => {
      const { target } = subject();
      const ending = await target.connect();
      let refuse: (message: Record<string, unknown>) => void = () => undefined;
      const refused = new Promise<Record<string, unknown>>((resolve) => (refuse = resolve));
      const client = ending.streaming.createClient([new StreamingExtension.AuthFailure(refuse)]);
      await client.subscribe(CHANNEL, () => undefined);
      await ending.logout();
      await shelf('e/ended');
      expect(await refused).toMatchObject({ channel: '/meta/connect', error: '401::Authentication invalid' });
    });
  },
  async ({ connection }) => {
    await installContractPackage(connection);
    const names = SELECTED.map((event) => `ChangeEvents_${event}`);
    const members = SELECTED.map((event) => [
      `platformEventChannelMembers/ChangeEvents_${event}.platformEventChannelMember`,
      `<?xml version="1.0" encoding="UTF-8"?>
<PlatformEventChannelMember xmlns="http://soap.sforce.com/2006/04/metadata">
  <eventChannel>ChangeEvents</eventChannel><selectedEntity>${event}</selectedEntity>
</PlatformEventChannelMember>`,
    ]);
    const zip = await zipOf({
      'package.xml': manifest({ PlatformEventChannelMember: names }),
      ...(Object.fromEntries(members) as Record<string, string>),
    });
    const result = await connection.metadata.deploy(zip, { singlePackage: true }).complete();
    if (!result.success) throw new Error(`The channel's members were refused: ${JSON.stringify(result)}`);
  },
);
