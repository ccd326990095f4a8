import { textOf } from './behavior.ts';
import type { Behavior } from './behavior.ts';
import type { StoredRow } from '../sql-database.ts';

/** Contacts, leads and users are called by their first and last names. */
export const personBehavior: Behavior = {
  before({ row }) {
    row['Name'] = fullName(row);
  },
};

export const userBehavior: Behavior = {
  before({ row, prior }) {
    row['Name'] = fullName(row);
    if (prior) return;
    row['UserType'] = 'Standard';
    row['CommunityNickname'] ??= textOf(row, 'Username')?.split('@')[0]?.slice(0, 40) ?? null;
  },
};

function fullName(row: StoredRow): string | null {
  const parts = ['FirstName', 'MiddleName', 'LastName'].map((field) => textOf(row, field));
  return parts.filter((part) => part !== undefined).join(' ') || null;
}
