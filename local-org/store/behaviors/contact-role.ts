import type { Behavior } from './behavior.ts';

/** An opportunity has one primary contact. */
export const contactRoleBehavior: Behavior = {
  after({ row }, org) {
    if (row['IsPrimary'] !== 1) return;
    const others = org.database.rows(
      `SELECT "Id" FROM "OpportunityContactRole"
       WHERE "OpportunityId" = ? AND "Id" <> ? AND "IsPrimary" = 1 AND "IsDeleted" = 0`,
      [row['OpportunityId'] ?? null, row['Id'] ?? null],
    );
    for (const [id] of others)
      org.derive('OpportunityContactRole', String(id), { IsPrimary: 0 }, String(row['SystemModstamp']));
    org.derive('Opportunity', String(row['OpportunityId']), { ContactId: row['ContactId'] ?? null });
  },
};
