import fc from 'fast-check';
import { openTestOrg } from '../testing/test-org.ts';
import type { TestOrg } from '../testing/test-org.ts';

let t: TestOrg;
beforeAll(() => (t = openTestOrg()));
afterAll(() => t.close());

const course = (more = {}): string => t.add(t.admin, 'Course__c', { Name: 'C', Minutes__c: 1, ...more });
const lesson = (Course__c: string): string => t.add(t.admin, 'Lesson__c', { Course__c });
const page = (Lesson__c: string): string => t.add(t.admin, 'Page__c', { Lesson__c, Name: 'P' });
const exists = (object: string, id: string): boolean => t.org.record(t.admin, object, id, ['Id']) !== undefined;

it('takes details along at any depth and brings them back', () => {
  const root = course();
  const child = lesson(root);
  const grandchild = page(child);
  expect(t.org.store.remove(t.admin, [root])).toMatchObject([{ success: true, id: root }]);
  expect([exists('Course__c', root), exists('Lesson__c', child), exists('Page__c', grandchild)]).toEqual([
    false,
    false,
    false,
  ]);
  const deleted = t.org.soql(t.admin, `SELECT IsDeleted FROM Page__c WHERE Id = '${grandchild}'`, { allRows: true });
  expect(deleted.records).toMatchObject([{ IsDeleted: true }]);
  expect(t.org.store.undelete(t.admin, [child])[0]?.errors).toMatchObject([{ statusCode: 'UNDELETE_FAILED' }]);
  expect(t.org.store.undelete(t.admin, [root])).toMatchObject([{ success: true }]);
  expect([exists('Course__c', root), exists('Lesson__c', child), exists('Page__c', grandchild)]).toEqual([
    true,
    true,
    true,
  ]);
});

it('deletes for good with details, whether or not in the bin, and leaves what was deleted on its own', () => {
  const [root, binned] = [course(), course()];
  const [early, late] = [lesson(root), lesson(root)];
  t.org.store.remove(t.admin, [early]);
  t.org.store.remove(t.admin, [binned]);
  expect(t.org.store.removeForGood(t.admin, [root, binned])).toMatchObject([{ success: true }, { success: true }]);
  const left = t.org.soql(t.admin, `SELECT Id FROM Course__c WHERE Id IN ('${root}', '${binned}')`, { allRows: true });
  expect(left.records).toEqual([]);
  const lessons = t.org.soql(t.admin, `SELECT Id FROM Lesson__c WHERE Id IN ('${early}', '${late}')`, {
    allRows: true,
  });
  expect(lessons.records).toMatchObject([{ Id: early }]);
  expect(t.org.store.undelete(t.admin, [root])[0]?.errors).toMatchObject([
    { statusCode: 'INVALID_CROSS_REFERENCE_KEY' },
  ]);
  expect(t.org.store.removeForGood(t.admin, [root])[0]?.success).toBe(false);
});

it('leaves in the bin what was deleted before on its own', () => {
  const root = course();
  const [early, late] = [lesson(root), lesson(root)];
  t.org.store.remove(t.admin, [early]);
  t.org.store.remove(t.admin, [root]);
  expect(t.org.store.undelete(t.admin, [early])[0]?.errors).toMatchObject([{ statusCode: 'UNDELETE_FAILED' }]);
  t.org.store.undelete(t.admin, [root]);
  expect([exists('Lesson__c', early), exists('Lesson__c', late)]).toEqual([false, true]);
  expect(t.org.store.undelete(t.admin, [early])).toMatchObject([{ success: true }]);
});

it('empties lookups and fills them again', () => {
  const account = t.add(t.admin, 'Account', { Name: 'A' });
  const id = course({ Account__c: account });
  const lookup = () => t.org.record(t.admin, 'Course__c', id, ['Account__c'])?.['Account__c'];
  t.org.store.remove(t.admin, [account]);
  expect(lookup()).toBeNull();
  t.org.store.undelete(t.admin, [account]);
  expect(lookup()).toBe(account);
});

it('keeps a record that a restricting lookup points to', () => {
  const first = course();
  const second = course({ After__c: first });
  expect(t.org.store.remove(t.admin, [first])[0]?.errors).toMatchObject([{ statusCode: 'DELETE_FAILED' }]);
  expect(t.org.store.remove(t.admin, [second, first]).map(({ success }) => success)).toEqual([true, true]);
});

it('gives a key free, and refuses the way back when it was taken', () => {
  const first = course({ Key__c: 'taken' });
  t.org.store.remove(t.admin, [first]);
  course({ Key__c: 'taken' });
  expect(t.org.store.undelete(t.admin, [first])[0]?.errors).toMatchObject([{ statusCode: 'DUPLICATE_VALUE' }]);
});

it('tells readers of changes', () => {
  const root = course();
  const child = lesson(root);
  t.setNow('2026-03-10T13:00:00.000Z');
  t.org.store.remove(t.admin, [root]);
  const changed = t.org.soql(t.admin, `SELECT Id FROM Lesson__c WHERE SystemModstamp >= 2026-03-10T13:00:00Z`, {
    allRows: true,
  });
  expect(changed.records.map((row) => row['Id'])).toContain(child);
});

it.each([
  ['not an id', 'nope', 'MALFORMED_ID'],
  ['an id of no object', 'zzz000000000001', 'MALFORMED_ID'],
  ['an id of no record', 'a00000000999999', 'INVALID_CROSS_REFERENCE_KEY'],
])('refuses %s', (_, id, code) => {
  expect(t.org.store.remove(t.admin, [id])[0]?.errors).toMatchObject([{ statusCode: code }]);
  expect(t.org.store.undelete(t.admin, [id])[0]?.errors).toMatchObject([{ statusCode: code }]);
});

it('refuses to bring back what is not gone', () => {
  expect(t.org.store.undelete(t.admin, [course()])[0]?.errors).toMatchObject([{ statusCode: 'UNDELETE_FAILED' }]);
});

/** A step of a random history over a few keys. */
const step = fc.oneof(
  fc.record({ do: fc.constant('course' as const), key: fc.constantFrom('p', 'P', 'q', 'r') }),
  fc.record({
    do: fc.constantFrom('lesson', 'page', 'remove', 'restore', 'rename'),
    pick: fc.nat(20),
    key: fc.constantFrom('p', 'Q', 's'),
  }),
);

it('never leaves an orphan or a doubled key, whatever happens', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const all: string[] = [];
      const pick = (n: number, prefix: string): string | undefined => {
        const candidates = all.filter((id) => id.startsWith(prefix));
        return candidates[n % Math.max(1, candidates.length)];
      };
      const keep = (object: string, record: Record<string, string | number | undefined>): void => {
        const given = Object.fromEntries(Object.entries(record).flatMap(([k, v]) => (v === undefined ? [] : [[k, v]])));
        const [result] = t.org.store.insert(t.admin, object, [given]);
        if (result?.id !== undefined && result.success) all.push(result.id);
      };
      for (const each of steps) {
        if (each.do === 'course') keep('Course__c', { Name: 'x', Minutes__c: 1, Key__c: each.key });
        else if (each.do === 'lesson') keep('Lesson__c', { Course__c: pick(each.pick, 'a00') });
        else if (each.do === 'page') keep('Page__c', { Lesson__c: pick(each.pick, 'a01') });
        else if (each.do === 'rename')
          t.org.store.update(t.admin, 'Course__c', [{ Id: pick(each.pick, 'a00') ?? '', Key__c: each.key }]);
        else {
          const id = pick(each.pick, 'a0');
          if (id === undefined) continue;
          if (each.do === 'remove') t.org.store.remove(t.admin, [id]);
          else t.org.store.undelete(t.admin, [id]);
        }
      }
      const live = (object: string, fields: string) => t.org.soql(t.admin, `SELECT ${fields} FROM ${object}`).records;
      const keys = live('Course__c', 'Key__c').flatMap((row) =>
        row['Key__c'] === null ? [] : [String(row['Key__c']).toLowerCase()],
      );
      expect(new Set(keys).size).toBe(keys.length);
      const courses = new Set(live('Course__c', 'Id').map((row) => row['Id']));
      const lessons = live('Lesson__c', 'Id, Course__c');
      expect(lessons.filter((row) => !courses.has(row['Course__c']))).toEqual([]);
      const lessonIds = new Set(lessons.map((row) => row['Id']));
      expect(live('Page__c', 'Lesson__c').filter((row) => !lessonIds.has(row['Lesson__c']))).toEqual([]);
    }),
    { numRuns: 30 },
  );
});
