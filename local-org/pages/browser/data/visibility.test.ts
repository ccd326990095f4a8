import type { VisibilityCriterion } from '../../model/types.ts';
import { isVisible, recordFieldsOf, type Fact } from './visibility.ts';

const facts: Readonly<Record<string, Fact>> = {
  'Record.StageName': 'Negotiation',
  'Record.Amount': 500,
  'Record.NextStep': null,
};
const factOf = (left: string): Fact => facts[left];
const criterion = (left: string, operator: VisibilityCriterion['operator'], right: string): VisibilityCriterion => ({
  left,
  operator,
  right,
});

describe('isVisible', () => {
  it.each([
    [criterion('Record.StageName', 'EQUAL', 'negotiation'), true],
    [criterion('Record.StageName', 'NE', 'Negotiation'), false],
    [criterion('Record.StageName', 'CONTAINS', 'goti'), true],
    [criterion('Record.Amount', 'GT', '90'), true],
    [criterion('Record.Amount', 'LE', '499.9'), false],
    [criterion('Record.NextStep', 'EQUAL', ''), true],
    [criterion('Record.NextStep', 'GT', '1'), false],
    [criterion('$Permission.CustomPermission.X', 'EQUAL', 'true'), false],
  ] as const)('%j → %s', (one, expected) => {
    expect(isVisible({ criteria: [one] }, factOf)).toBe(expected);
  });

  it('shows what has no rule and asks for all criteria without a filter', () => {
    expect(isVisible(undefined, factOf)).toBe(true);
    const both = [criterion('Record.StageName', 'EQUAL', 'Negotiation'), criterion('Record.Amount', 'GT', '900')];
    expect(isVisible({ criteria: both }, factOf)).toBe(false);
    expect(isVisible({ criteria: both, filter: '1 OR 2' }, factOf)).toBe(true);
  });

  it('combines with parentheses, AND before OR, and NOT', () => {
    const criteria = [
      criterion('Record.StageName', 'EQUAL', 'Negotiation'),
      criterion('Record.Amount', 'GT', '900'),
      criterion('Record.NextStep', 'EQUAL', ''),
    ];
    expect(isVisible({ criteria, filter: '1 AND (2 OR 3)' }, factOf)).toBe(true);
    expect(isVisible({ criteria, filter: '2 AND 1 OR 3' }, factOf)).toBe(true);
    expect(isVisible({ criteria, filter: 'NOT(1 AND NOT 2)' }, factOf)).toBe(false);
  });

  it('refuses a filter that names what is not there', () => {
    expect(() => isVisible({ criteria: [criterion('Record.Amount', 'GT', '1')], filter: '1 AND 2' }, factOf)).toThrow(
      '1 AND 2',
    );
  });

  it('tells which fields of the record it needs', () => {
    const criteria = [criterion('Record.Account.Industry', 'EQUAL', 'x'), criterion('$User.Title', 'EQUAL', 'y')];
    expect(recordFieldsOf({ criteria })).toEqual(['Account.Industry']);
  });
});
