import { openTestOrg } from '../testing/test-org.ts';
import type { TestOrg } from '../testing/test-org.ts';

let t: TestOrg;

beforeEach(() => (t = openTestOrg()));
afterEach(() => t.close());

const course = (name: string, more = {}): { Name: string; Minutes__c: number } => ({
  Name: name,
  Minutes__c: 5,
  ...more,
});

describe('values', () => {
  it('take the form that the platform keeps', () => {
    const id = t.add(t.admin, 'Course__c', {
      name: '  Spaces around  ',
      Minutes__c: '12.345',
      Status__c: 'published',
      Body__c: ' kept ',
      Topics__c: 'Risk; price;Risk',
      Tone__c: 'Unlisted',
      Seen__c: '2026-03-01T10:00:00.5+0200',
      Starts__c: '2026-04-01',
    });
    expect(t.org.record(t.admin, 'course__c', id)).toMatchObject({
      Name: 'Spaces around',
      Minutes__c: 12.345,
      Double_Minutes__c: 24.7,
      Status__c: 'Published',
      Body__c: ' kept ',
      Topics__c: 'Price;Risk',
      Tone__c: 'Unlisted',
      Seen__c: '2026-03-01T08:00:00.500+0000',
      Starts__c: '2026-04-01',
    });
  });

  it('default where nothing is given, not where blank is given', () => {
    const defaulted = t.add(t.admin, 'Course__c', course('a'));
    const blank = t.add(t.admin, 'Course__c', course('b', { Starts__c: null, Status__c: null }));
    expect(t.org.record(t.admin, 'Course__c', defaulted)).toMatchObject({
      Active__c: true,
      Status__c: 'Draft',
      Starts__c: '2026-03-17',
      OwnerId: t.admin.userId,
      CreatedById: t.admin.userId,
      CreatedDate: '2026-03-10T12:00:00.000+0000',
    });
    expect(t.org.record(t.admin, 'Course__c', blank)).toMatchObject({ Status__c: null, Starts__c: null });
  });

  it('number records in their format', () => {
    const first = t.add(t.admin, 'Course__c', course('a'));
    const lessons = t.org.store.insert(t.admin, 'Lesson__c', [{ Course__c: first }, { Course__c: first }]);
    expect(lessons.map(({ id }) => t.org.record(t.admin, 'Lesson__c', id ?? '', ['Name'])?.['Name'])).toEqual([
      'L-0001',
      'L-0002',
    ]);
  });

  it('are unique in exact case only where the field says so', () => {
    t.add(t.admin, 'Course__c', course('a', { Exact__c: 'Aa' }));
    t.add(t.admin, 'Course__c', course('b', { Exact__c: 'aa' }));
    const [third] = t.org.store.insert(t.admin, 'Course__c', [course('c', { Exact__c: 'aa' })]);
    expect(third?.errors).toMatchObject([{ statusCode: 'DUPLICATE_VALUE' }]);
  });
});

describe('several records', () => {
  const records = [course('a', { Key__c: 'a' }), course('b', { Key__c: 'A' }), course('c')];

  it('are saved one by one', () => {
    const results = t.org.store.insert(t.admin, 'Course__c', records);
    expect(results.map(({ success }) => success)).toEqual([true, false, true]);
  });

  it('are saved all or none when asked', () => {
    const results = t.org.store.insert(t.admin, 'Course__c', records, { allOrNone: true });
    expect(results.map(({ errors }) => errors[0]?.statusCode)).toEqual([
      'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      'DUPLICATE_VALUE',
      'ALL_OR_NONE_OPERATION_ROLLED_BACK',
    ]);
    expect(t.org.soql(t.admin, 'SELECT COUNT() FROM Course__c').totalSize).toBe(0);
  });

  it('are undone with the transaction around them', () => {
    expect(() =>
      t.org.store.transaction(() => {
        t.add(t.admin, 'Course__c', course('a'));
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(t.org.soql(t.admin, 'SELECT COUNT() FROM Course__c').totalSize).toBe(0);
  });

  it('take under a millisecond of work each', () => {
    const many = Array.from({ length: 2_000 }, (_, n) => course(`Course ${n}`, { Key__c: `k${n}` }));
    const before = process.cpuUsage();
    const results = t.org.store.insert(t.admin, 'Course__c', many);
    const { user, system } = process.cpuUsage(before);
    expect(results.filter(({ success }) => !success)).toEqual([]);
    // Time of the processor, not of the clock: other programs do not make it longer.
    expect((user + system) / 1_000 / many.length).toBeLessThan(1);
  });
});

describe('an upsert', () => {
  it('creates and then updates by the external id', () => {
    const upsert = (minutes: number) =>
      t.org.store.upsert(t.admin, 'Course__c', 'key__c', [{ Key__c: 'k', Name: 'K', Minutes__c: minutes }]);
    const [created] = upsert(1);
    const [updated] = upsert(2);
    expect(created).toMatchObject({ success: true, created: true });
    expect(updated).toMatchObject({ success: true, created: false, id: created?.id });
    expect(t.org.record(t.admin, 'Course__c', created?.id ?? '')).toMatchObject({ Minutes__c: 2 });
  });

  it('refuses a key that is missing, or that stands there twice', () => {
    const results = t.org.store.upsert(t.admin, 'Course__c', 'Key__c', [
      course('a', { Key__c: 'a' }),
      course('b', { Key__c: 'A' }),
      course('c'),
      course('d', { Key__c: 'd' }),
    ]);
    expect(results.map(({ success, errors }) => (success ? 'saved' : errors[0]?.statusCode))).toEqual([
      'DUPLICATE_VALUE',
      'DUPLICATE_VALUE',
      'MISSING_ARGUMENT',
      'saved',
    ]);
  });

  it('refuses a field that names no record', () => {
    expect(() => t.org.store.upsert(t.admin, 'Course__c', 'Status__c', [])).toThrow('is not an External ID');
  });
});

describe('the clock', () => {
  it('gives records a past, while changes stay in the order of writing', () => {
    const now = t.add(t.admin, 'Course__c', course('now'));
    const past = t.org.at(new Date('2025-01-01T08:00:00Z'), () => t.add(t.admin, 'Course__c', course('past')));
    t.setNow('2026-03-01T00:00:00.000Z');
    const setBack = t.add(t.admin, 'Course__c', course('set back'));
    const stamps = [now, past, setBack].map((id) => t.org.record(t.admin, 'Course__c', id));
    expect(stamps.map((row) => row?.['CreatedDate'])).toEqual([
      '2026-03-10T12:00:00.000+0000',
      '2025-01-01T08:00:00.000+0000',
      '2026-03-01T00:00:00.000+0000',
    ]);
    const modstamps = stamps.map((row) => String(row?.['SystemModstamp']));
    expect([...modstamps].sort()).toEqual(modstamps);
    expect(modstamps[1]).toBe('2026-03-10T12:00:00.000+0000');
  });

  it('says who changed a record last, and when', () => {
    const id = t.add(t.admin, 'Course__c', course('a'));
    t.setNow('2026-03-11T12:00:00.000Z');
    t.org.store.update(t.admin, 'Course__c', [{ Id: id }]);
    expect(t.org.record(t.admin, 'Course__c', id)).toMatchObject({
      CreatedDate: '2026-03-10T12:00:00.000+0000',
      LastModifiedDate: '2026-03-11T12:00:00.000+0000',
      SystemModstamp: '2026-03-11T12:00:00.000+0000',
    });
  });
});
