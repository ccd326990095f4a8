import type { Schema } from '../schema/types.ts';
import type { SqlDatabase } from '../store/sql-database.ts';
import { readGrants } from './grants.ts';
import { createAccess, unrestrictedAccess } from './org-access.ts';
import type { OrgAccess } from './org-access.ts';
import type { Actor } from './types.ts';

/** Objects whose records decide what people may do. */
export const SECURITY_OBJECTS: ReadonlySet<string> = new Set([
  'User',
  'UserRole',
  'Profile',
  'PermissionSet',
  'PermissionSetAssignment',
  'ObjectPermissions',
  'FieldPermissions',
]);

/** Everyone's access, worked out once and kept until a record or the schema that it rests on changes. */
export class AccessRegistry {
  readonly #database: SqlDatabase;
  readonly #schema: () => Schema;
  readonly #now: () => string;
  readonly #people = new Map<string, OrgAccess>();
  #org: OrgAccess | undefined;
  /** True while a transaction that changed what access rests on may still be undone. */
  #touched = false;

  /** @param now the org's time in stored form: assignments of permission sets may expire. */
  constructor(database: SqlDatabase, schema: () => Schema, now: () => string) {
    this.#database = database;
    this.#schema = schema;
    this.#now = now;
    database.onBeforeCommit(() => (this.#touched = false));
    database.onRollback(() => {
      if (this.#touched) this.invalidate();
    });
  }

  of(actor: Actor): OrgAccess {
    if (actor.system) return (this.#org ??= unrestrictedAccess(this.#schema()));
    let access = this.#people.get(actor.userId);
    if (!access) {
      access = createAccess(this.#schema(), readGrants(this.#database, actor.userId, this.#now()));
      this.#people.set(actor.userId, access);
    }
    return access;
  }

  /** Forgets what was worked out, after a change of users, roles, permissions or the schema. */
  invalidate(): void {
    this.#touched = true;
    this.#people.clear();
    this.#org = undefined;
  }
}
