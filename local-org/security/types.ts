/** Who asks. Every door of the org takes an actor; there is no way around it. */
export interface Actor {
  readonly userId: string;
  readonly username: string;
  /** Formulas, roll-ups and the org's own housekeeping run without restrictions. */
  readonly system?: boolean;
}

export interface ObjectRights {
  readonly read: boolean;
  readonly create: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
  readonly viewAll: boolean;
  readonly modifyAll: boolean;
}

/** What one actor may do, from the profile and the assigned permission sets. */
export interface Access {
  object(object: string): ObjectRights;
  fieldReadable(object: string, field: string): boolean;
  fieldEditable(object: string, field: string): boolean;
  /** System permissions such as `ViewAllData`, `ModifyAllData`, `CreateAuditFields`, `CustomizeApplication`. */
  has(permission: string): boolean;
  hasCustomPermission(name: string): boolean;
  /** Whether components may call the class for the actor. */
  hasApexClass(name: string): boolean;
  /**
   * SQL that is true for the rows of `object`, aliased `alias`, that the actor may see (or edit).
   * Undefined means every row. Covers ownership, role hierarchy, org-wide defaults and masters.
   */
  rowFilter(object: string, alias: string, right: 'read' | 'edit'): SqlFragment | undefined;
}

export interface SqlFragment {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

export type SqlValue = string | number | null;
