import type { RoleTarget } from '../../core/index.ts';
import type { RawSql } from '../replica/index.ts';

/** A user as far as readiness is concerned. */
export interface RosterPerson {
  readonly id: string;
  readonly active: boolean;
  readonly role?: string;
  /** Day on which the role began. */
  readonly since?: string;
}

/** Who is there, and what each role asks for. */
export interface Roster {
  readonly people: ReadonlyMap<string, RosterPerson>;
  roleOf(personId: string): string | undefined;
  /** What the person's role asks for; what launches ask for is their own. */
  targetsOf(personId: string): readonly RoleTarget[];
}

const NONE: readonly RoleTarget[] = [];

export function readRoster(sql: RawSql): Roster {
  const rows = sql.rows<[string, number, string | null, string | null]>(
    `SELECT json_array(id, active, sales_role, sales_role_start) AS row FROM "user" ORDER BY id`,
  );
  const people = new Map(
    rows.map(([id, active, role, since]): [string, RosterPerson] => [
      id,
      { id, active: active === 1, ...(role === null ? {} : { role }), ...(since === null ? {} : { since }) },
    ]),
  );
  const targets = targetsByRole(sql);
  const roleOf = (personId: string): string | undefined => people.get(personId)?.role;
  return { people, roleOf, targetsOf: (personId) => targets.get(roleOf(personId) ?? '') ?? NONE };
}

function targetsByRole(sql: RawSql): Map<string, RoleTarget[]> {
  const rows = sql.rows<{ readonly role: string; readonly target: RoleTarget }>(
    `SELECT json_object('role', t.sales_role, 'target', json_object('skillCode', s.code, 'domain', s.domain,
       'component', s.component, 'target', t.target, 'weight', t.weight)) AS row
     FROM skill_target t JOIN skill s ON s.id = t.skill_id WHERE t.launch_id IS NULL ORDER BY s.code, t.id`,
  );
  const byRole = new Map<string, Map<string, RoleTarget>>();
  for (const { role, target } of rows) {
    const own = byRole.get(role) ?? new Map<string, RoleTarget>();
    byRole.set(role, own);
    // Two targets for one skill of one role: the older record counts.
    if (!own.has(target.skillCode)) own.set(target.skillCode, target);
  }
  return new Map([...byRole].map(([role, own]) => [role, [...own.values()]]));
}
