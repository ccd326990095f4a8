import { openTestOrg } from '../../testing/test-org.ts';
import type { TestOrg } from '../../testing/test-org.ts';
import type { RecordInput } from '../types.ts';

let t: TestOrg;
beforeEach(() => (t = openTestOrg()));
afterEach(() => t.close());

const deal = (more: RecordInput = {}): string =>
  t.add(t.admin, 'Opportunity', { Name: 'Deal', StageName: 'Prospecting', CloseDate: '2026-03-31', ...more });
const change = (id: string, values: RecordInput): void => {
  expect(t.org.store.update(t.admin, 'Opportunity', [{ ...values, Id: id }])).toMatchObject([{ success: true }]);
};
const read = (id: string) => t.org.record(t.admin, 'Opportunity', id);
const history = (id: string) =>
  t.org.soql(
    t.admin,
    `SELECT StageName, Amount, Probability, CloseDate, ForecastCategory, ExpectedRevenue, PrevAmount, PrevCloseDate, CreatedDate
     FROM OpportunityHistory WHERE OpportunityId = '${id}' ORDER BY CreatedDate, Id`,
  ).records;

describe('the stage', () => {
  it('and the close date are asked for where they are missing', () => {
    const [result] = t.org.store.insert(t.admin, 'Opportunity', [{ Name: 'Deal' }]);
    expect(result?.errors).toMatchObject([
      { statusCode: 'REQUIRED_FIELD_MISSING', message: 'Required fields are missing: [StageName, CloseDate]' },
    ]);
  });

  it.each([
    ['Prospecting', 10, 'Pipeline', false, false],
    ['Negotiation/Review', 90, 'Pipeline', false, false],
    ['Closed Won', 100, 'Closed', true, true],
    ['Closed Lost', 0, 'Omitted', true, false],
  ])('%s sets probability, forecast and state', (StageName, Probability, forecast, IsClosed, IsWon) => {
    const expected = { Probability, ForecastCategory: forecast, ForecastCategoryName: forecast, IsClosed, IsWon };
    expect(read(deal({ StageName }))).toMatchObject(expected);
    const moved = deal();
    change(moved, { StageName });
    expect(read(moved)).toMatchObject(expected);
  });

  it('gives way to a probability and a forecast category that come with it', () => {
    const id = deal({ Probability: 42, ForecastCategoryName: 'Best Case' });
    expect(read(id)).toMatchObject({
      Probability: 42,
      ForecastCategoryName: 'Best Case',
      ForecastCategory: 'BestCase',
    });
    change(id, { ForecastCategoryName: 'Commit' });
    expect(read(id)).toMatchObject({ Probability: 42, ForecastCategory: 'Forecast' });
    change(id, { StageName: 'Qualification' });
    expect(read(id)).toMatchObject({ Probability: 10, ForecastCategory: 'Pipeline' });
  });

  it('remembers when it changed last', () => {
    const id = deal();
    expect(read(id)).toMatchObject({ LastStageChangeDate: null });
    t.setNow('2026-03-20T09:30:00.000Z');
    change(id, { StageName: 'Qualification' });
    t.setNow('2026-03-25T09:30:00.000Z');
    change(id, { StageName: 'Qualification', NextStep: 'call' });
    expect(read(id)).toMatchObject({ LastStageChangeDate: '2026-03-20T09:30:00.000+0000' });
  });
});

describe('the push count', () => {
  it.each([
    ['within the month', ['2026-03-01', '2026-03-31'], 0],
    ['into the next month, if by a day', ['2026-04-01'], 1],
    ['by a year', ['2027-03-01'], 1],
    ['to an earlier month', ['2026-01-15'], 0],
    ['back and forth', ['2026-04-15', '2026-03-15', '2026-05-15'], 2],
  ])('counts a close date moved %s', (_, dates, pushes) => {
    const id = deal();
    for (const CloseDate of dates) change(id, { CloseDate });
    expect(read(id)).toMatchObject({ PushCount: pushes });
  });
});

describe('the history', () => {
  it('has a row for the beginning and for each change that counts', () => {
    const id = deal({ Amount: 100 });
    change(id, { NextStep: 'call' });
    change(id, { Amount: 200 });
    change(id, { CloseDate: '2026-05-01' });
    change(id, { StageName: 'Closed Won', Amount: 250 });
    change(id, { ForecastCategoryName: 'Omitted' });
    expect(history(id)).toMatchObject([
      { StageName: 'Prospecting', Amount: 100, Probability: 10, ExpectedRevenue: 10, PrevAmount: null },
      { StageName: 'Prospecting', Amount: 200, PrevAmount: 100 },
      { CloseDate: '2026-05-01', PrevCloseDate: '2026-03-31' },
      { StageName: 'Closed Won', Amount: 250, Probability: 100, ForecastCategory: 'Closed' },
      { ForecastCategory: 'Omitted', StageName: 'Closed Won' },
    ]);
  });

  it('follows a moved clock', () => {
    const id = t.org.at(new Date('2025-06-01T10:00:00Z'), () => deal());
    t.org.at(new Date('2025-07-01T10:00:00Z'), () => change(id, { StageName: 'Qualification' }));
    expect(history(id).map((row) => row['CreatedDate'])).toEqual([
      '2025-06-01T10:00:00.000+0000',
      '2025-07-01T10:00:00.000+0000',
    ]);
    expect(read(id)).toMatchObject({ LastStageChangeDate: '2025-07-01T10:00:00.000+0000' });
  });

  it('is not written for a change that is refused', () => {
    const id = deal();
    const [refused] = t.org.store.update(t.admin, 'Opportunity', [
      { Id: id, StageName: 'Qualification', AccountId: 'x' },
    ]);
    expect(refused?.success).toBe(false);
    expect(history(id)).toHaveLength(1);
  });
});

describe('products', () => {
  let standard: string;
  let entry: string;
  beforeEach(() => {
    standard = String(t.org.soql(t.admin, 'SELECT Id FROM Pricebook2 WHERE IsStandard = true').records[0]?.['Id']);
    const product = t.add(t.admin, 'Product2', { Name: 'Widget', ProductCode: 'W', IsActive: true });
    entry = t.add(t.admin, 'PricebookEntry', {
      Pricebook2Id: standard,
      Product2Id: product,
      UnitPrice: 50,
      IsActive: true,
    });
  });

  it('take their price from the price book and make up the amount', () => {
    const id = deal({ Amount: 1 });
    const first = t.add(t.admin, 'OpportunityLineItem', { OpportunityId: id, PricebookEntryId: entry, Quantity: 3 });
    expect(t.org.record(t.admin, 'OpportunityLineItem', first)).toMatchObject({
      UnitPrice: 50,
      ListPrice: 50,
      TotalPrice: 150,
      Subtotal: 150,
      ProductCode: 'W',
      Name: 'Deal Widget',
    });
    expect(read(id)).toMatchObject({
      Amount: 150,
      HasOpportunityLineItem: true,
      Pricebook2Id: standard,
      TotalOpportunityQuantity: 3,
    });
    const second = t.add(t.admin, 'OpportunityLineItem', {
      OpportunityId: id,
      PricebookEntryId: entry,
      Quantity: 2,
      UnitPrice: 40,
      Discount: 50,
    });
    expect(read(id)).toMatchObject({ Amount: 190 });
    t.org.store.update(t.admin, 'OpportunityLineItem', [{ Id: second, Quantity: 4 }]);
    expect(read(id)).toMatchObject({ Amount: 230 });
    t.org.store.remove(t.admin, [first]);
    expect(read(id)).toMatchObject({ Amount: 80 });
    t.org.store.undelete(t.admin, [first]);
    expect(read(id)).toMatchObject({ Amount: 230 });
    expect(history(id).map((row) => row['Amount'])).toEqual([1, 150, 190, 230, 80, 230]);
  });

  it('make the amount deaf to what clients say', () => {
    const id = deal();
    const line = t.add(t.admin, 'OpportunityLineItem', {
      OpportunityId: id,
      PricebookEntryId: entry,
      Quantity: 1,
      TotalPrice: 30,
    });
    change(id, { Amount: 999, NextStep: 'call' });
    expect(read(id)).toMatchObject({ Amount: 30, NextStep: 'call' });
    t.org.store.remove(t.admin, [line]);
    change(id, { Amount: 999 });
    expect(read(id)).toMatchObject({ Amount: 999, HasOpportunityLineItem: false });
  });

  it('come from one price book, at prices that are defined', () => {
    const other = t.add(t.admin, 'Pricebook2', { Name: 'Other', IsActive: true });
    const product = t.add(t.admin, 'Product2', { Name: 'New', IsActive: true });
    const price = { Pricebook2Id: other, Product2Id: product, UnitPrice: 1, IsActive: true };
    const code = (object: string, record: RecordInput) =>
      t.org.store.insert(t.admin, object, [record])[0]?.errors[0]?.statusCode;
    expect(code('PricebookEntry', price)).toBe('STANDARD_PRICE_NOT_DEFINED');
    t.add(t.admin, 'PricebookEntry', { ...price, Pricebook2Id: standard });
    const foreign = t.add(t.admin, 'PricebookEntry', price);
    expect(code('PricebookEntry', price)).toBe('DUPLICATE_VALUE');
    const id = deal({ Pricebook2Id: standard });
    expect(code('OpportunityLineItem', { OpportunityId: id, PricebookEntryId: foreign, Quantity: 1 })).toBe(
      'FIELD_INTEGRITY_EXCEPTION',
    );
  });
});

describe('contact roles', () => {
  it('have one primary contact', () => {
    const [a, b] = ['A', 'B'].map((LastName) => t.add(t.admin, 'Contact', { LastName }));
    const id = deal({ ContactId: a ?? null });
    t.add(t.admin, 'OpportunityContactRole', { OpportunityId: id, ContactId: b ?? null, IsPrimary: true });
    const roles = t.org.soql(t.admin, 'SELECT ContactId, IsPrimary FROM OpportunityContactRole ORDER BY Id').records;
    expect(roles).toMatchObject([
      { ContactId: a, IsPrimary: false },
      { ContactId: b, IsPrimary: true },
    ]);
  });
});
