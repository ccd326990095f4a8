import type { Connection } from 'jsforce';

import { describeContract, type Subject } from './describe-contract.ts';
import { installItemPackage, ITEM, PART, TAG } from './item-package.ts';

async function add(
  { connection }: Subject,
  object: string,
  values: Readonly<Record<string, unknown>>,
): Promise<string> {
  const { id } = await connection.sobject(object).create({ Name: 'Related', ...values });
  return String(id);
}

async function read({ connection }: Subject, id: string, ...fields: readonly string[]): Promise<unknown[]> {
  const { records } = await connection.query<Record<string, unknown>>(
    `SELECT ${fields.join(', ')} FROM ${ITEM} WHERE Id = '${id}'`,
  );
  return fields.map((field) => records[0]?.[field]);
}

function isDeleted(connection: Connection, object: string, id: string): Promise<boolean | undefined> {
  return connection
    .query<{ IsDeleted: boolean }>(`SELECT IsDeleted FROM ${object} WHERE Id = '${id}'`, { scanAll: true })
    .then(({ records }) => records[0]?.IsDeleted);
}

describeContract(
  'Related records',
  (subject) => {
    test('a roll-up follows its details: made, changed, moved and deleted', async () => {
      const figures = (id: string): Promise<unknown[]> =>
        read(subject(), id, 'Parts__c', 'Total__c', 'Dearest__c', 'Dear_Parts__c', 'Oak_Total__c');
      const parts = subject().connection.sobject(PART);
      const from = await add(subject(), ITEM, {});
      const to = await add(subject(), ITEM, {});
      expect(await figures(from)).toEqual([0, 0, null, 0, 0]);
      const cheap = await add(subject(), PART, { Name: 'Oak leg', Item__c: from, Amount__c: 10 });
      const dear = await add(subject(), PART, { Name: 'Solid oak top', Item__c: from, Amount__c: 100 });
      await add(subject(), PART, { Name: '100% pine', Item__c: from });
      expect(await figures(from)).toEqual([3, 110, 100, 1, 10]);
      await parts.update({ Id: cheap, Amount__c: 60 });
      expect(await figures(from)).toEqual([3, 160, 100, 2, 60]);
      await parts.update({ Id: dear, Item__c: to });
      expect([await figures(from), await figures(to)]).toEqual([
        [2, 60, 60, 1, 60],
        [1, 100, 100, 1, 0],
      ]);
      await parts.destroy(cheap);
      expect(await figures(from)).toEqual([1, 0, null, 0, 0]);
    });

    test('a detail moves only where its field lets it, and never has no master', async () => {
      const { connection } = subject();
      const [from, to] = [await add(subject(), ITEM, {}), await add(subject(), ITEM, {})];
      const [part, tag] = [await add(subject(), PART, { Item__c: from }), await add(subject(), TAG, { Item__c: from })];
      await expect(connection.sobject(PART).update({ Id: part, Item__c: to })).resolves.toMatchObject({
        success: true,
      });
      await expect(connection.sobject(TAG).update({ Id: tag, Item__c: to })).rejects.toMatchObject({
        errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
      });
      const missing = { errorCode: 'REQUIRED_FIELD_MISSING' };
      await expect(connection.sobject(PART).update({ Id: part, Item__c: null })).rejects.toMatchObject(missing);
      await expect(connection.sobject(PART).create({ Name: 'No master' })).rejects.toMatchObject(missing);
    });

    test('details go with their master at once, and nothing is added to what is deleted', async () => {
      const { connection } = subject();
      const item = await add(subject(), ITEM, {});
      const part = await add(subject(), PART, { Item__c: item });
      await connection.sobject(ITEM).destroy(item);
      expect([await isDeleted(connection, ITEM, item), await isDeleted(connection, PART, part)]).toEqual([true, true]);
      await expect(connection.sobject(PART).create({ Name: 'Late', Item__c: item })).rejects.toMatchObject({
        errorCode: 'ENTITY_IS_DELETED',
      });
      const deleted = { errorCode: 'ENTITY_IS_DELETED' };
      await expect(connection.sobject(ITEM).update({ Id: item, Name: 'x' })).rejects.toMatchObject(deleted);
      await expect(connection.sobject(ITEM).destroy(item)).rejects.toMatchObject(deleted);
    });

    test('what is undeleted brings its details back, with figures and lookups', async () => {
      const { connection } = subject();
      const account = await add(subject(), 'Account', {});
      const item = await add(subject(), ITEM, { Cleared__c: account, Key__c: 'undeleted' });
      const part = await add(subject(), PART, { Item__c: item, Amount__c: 7 });
      const early = await add(subject(), PART, { Item__c: item, Amount__c: 1 });
      await connection.sobject(PART).destroy(early);
      await connection.sobject(ITEM).destroy(item);
      await connection.sobject('Account').destroy(account);
      expect(await connection.soap.undelete([account, item])).toMatchObject([
        { id: account, success: true },
        { id: item, success: true },
      ]);
      expect(await read(subject(), item, 'Parts__c', 'Total__c')).toEqual([1, 7]);
      // What was deleted before, on its own, stays where it is.
      expect([await isDeleted(connection, PART, part), await isDeleted(connection, PART, early)]).toEqual([
        false,
        true,
      ]);
    });

    test('what has left the recycle bin does not come back, and frees its key', async () => {
      const { connection } = subject();
      const item = await add(subject(), ITEM, { Key__c: 'emptied' });
      const part = await add(subject(), PART, { Item__c: item });
      expect(await connection.soap.emptyRecycleBin([item])).toMatchObject([{ success: false }]);
      await connection.sobject(ITEM).destroy(item);
      expect(await connection.soap.emptyRecycleBin([item])).toMatchObject([{ id: item, success: true }]);
      expect(await isDeleted(connection, PART, part)).not.toBe(false);
      expect(await connection.soap.undelete([item])).toMatchObject([{ success: false }]);
      await expect(add(subject(), ITEM, { Key__c: 'emptied' })).resolves.toMatch(/^a/);
    });

    test('a deleted account empties a lookup, is kept by one, or takes records along, as each says', async () => {
      const { connection } = subject();
      const accounts = connection.sobject('Account');
      const [empties, kept, takes] = [
        await add(subject(), 'Account', {}),
        await add(subject(), 'Account', {}),
        await add(subject(), 'Account', {}),
      ];
      const emptied = await add(subject(), ITEM, { Cleared__c: empties });
      const guard = await add(subject(), ITEM, { Guarded__c: kept });
      const taken = await add(subject(), ITEM, { Taken__c: takes });
      const below = await add(subject(), PART, { Item__c: taken });
      await accounts.destroy(empties);
      expect(await read(subject(), emptied, 'Cleared__c')).toEqual([null]);
      await expect(accounts.destroy(kept)).rejects.toMatchObject({
        errorCode: 'DELETE_FAILED',
        message: expect.stringContaining('associated with the following') as unknown,
      });
      expect(await isDeleted(connection, 'Account', kept)).toBe(false);
      await accounts.destroy(takes);
      expect([await isDeleted(connection, ITEM, taken), await isDeleted(connection, PART, below)]).toEqual([
        true,
        true,
      ]);
      // Without what guards it the account goes.
      await connection.sobject(ITEM).destroy(guard);
      await expect(accounts.destroy(kept)).resolves.toMatchObject({ success: true });
    });

    test('ids of 15 characters name records wherever ids do', async () => {
      const { connection } = subject();
      const id = await add(subject(), ITEM, { Name: 'Short', Key__c: 'short' });
      const short = id.slice(0, 15);
      const items = connection.sobject(ITEM);
      expect(await items.retrieve(short)).toMatchObject({ Id: id });
      expect(await items.retrieve([short])).toMatchObject([{ Id: id }]);
      await items.update({ Id: short, Name: 'Changed' });
      await items.update([{ Id: short, Ready__c: false }]);
      const part = await add(subject(), PART, { Item__c: short });
      expect(await connection.sobject(PART).retrieve(part)).toMatchObject({ Item__c: id });
      const { records } = await connection.query(
        `SELECT Id, Item__r.Name, Item__r.Ready__c FROM ${PART} WHERE Item__c IN ('${short}') AND Item__r.Id = '${short}'`,
      );
      expect(records).toMatchObject([{ Id: part, Item__r: { Name: 'Changed', Ready__c: false } }]);
      expect(await items.destroy([short])).toMatchObject([{ id, success: true }]);
    });

    test('an opportunity remembers its stages, amounts and close dates, and nothing else', async () => {
      const { connection } = subject();
      const opportunities = connection.sobject('Opportunity');
      const first = { StageName: 'Prospecting', CloseDate: '2026-12-31', Amount: 10 };
      const Id = await add(subject(), 'Opportunity', first);
      for (const change of [
        { Amount: 20 },
        { Description: 'Nothing that counts' },
        { StageName: 'Qualification' },
        { StageName: 'Qualification', Amount: 20 },
        { CloseDate: '2027-01-31' },
      ]) {
        await opportunities.update({ Id, ...change });
      }
      const { records } = await connection.query<Record<string, unknown>>(
        `SELECT StageName, Amount, CloseDate FROM OpportunityHistory WHERE OpportunityId = '${Id}' ORDER BY CreatedDate, Id`,
      );
      expect(records.map(({ StageName, Amount, CloseDate }) => [StageName, Amount, CloseDate])).toEqual([
        ['Prospecting', 10, '2026-12-31'],
        ['Prospecting', 20, '2026-12-31'],
        ['Qualification', 20, '2026-12-31'],
        ['Qualification', 20, '2027-01-31'],
      ]);
    });

    test('what was deleted and changed is told for a span of minutes, and the future is not said to be covered', async () => {
      const { connection } = subject();
      const item = await add(subject(), ITEM, {});
      const gone = await add(subject(), ITEM, {});
      await connection.sobject(ITEM).destroy(gone);
      const [start, end] = [new Date(Date.now() - 120_000), new Date(Date.now() + 180_000)];
      const items = connection.sobject(ITEM);
      const updated = await items.updated(start, end);
      expect(updated.ids).toContain(item);
      expect(updated.ids).not.toContain(gone);
      expect(Date.parse(updated.latestDateCovered.replace('+0000', 'Z'))).toBeLessThan(Date.now() + 60_000);
      const { deletedRecords } = await items.deleted(start, end);
      expect(deletedRecords.map(({ id }) => id)).toContain(gone);
      for (const [from, to] of [
        [end, start],
        [start, new Date(start.getTime() + 30_000)],
      ] as const) {
        await expect(items.deleted(from, to)).rejects.toMatchObject({ errorCode: 'INVALID_REPLICATION_DATE' });
      }
    });
  },
  ({ connection }) => installItemPackage(connection),
);
