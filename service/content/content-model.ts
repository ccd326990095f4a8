import type { RuleCondition } from './rule-values.ts';
import type { CheckFile, LaunchFile, NuggetFile, PathFile, SignalFile, SkillFile } from './schemas.ts';

export interface ContentTarget {
  readonly role: string;
  readonly skillCode: string;
  readonly target: number;
  readonly weight: number;
}

/** A launch with what it asks of each role. */
export interface ContentLaunch extends Omit<LaunchFile, 'targets'> {
  readonly targets: readonly ContentTarget[];
}

/** A nugget as its file says it, ready for the org. */
export interface ContentNugget extends Omit<NuggetFile, 'rules' | 'checks'> {
  readonly file: string;
  readonly body: string;
  /** Rules of one group are all needed; one group is enough. */
  readonly groups: readonly (readonly RuleCondition[])[];
  readonly checks: readonly (CheckFile & { readonly skill: string })[];
}

/** A learning path as its file says it: the keys of its nuggets, in order. */
export interface ContentPath extends PathFile {
  readonly file: string;
}

/** Everything that was read from a content folder. */
export interface Content {
  readonly skills: readonly SkillFile[];
  readonly targets: readonly ContentTarget[];
  readonly launches: readonly ContentLaunch[];
  readonly signals: readonly SignalFile[];
  readonly nuggets: readonly ContentNugget[];
  readonly paths: readonly ContentPath[];
}
