import type { OrgAccess } from '../security/org-access.ts';
import type { Actor } from '../security/types.ts';
import type { References } from './references.ts';
import type { WriteMoment } from './write-moment.ts';

/** What the records of one call share: who writes, when, with which rights. */
export interface Batch {
  readonly actor: Actor;
  readonly access: OrgAccess;
  readonly moment: WriteMoment;
  readonly references: References;
}
