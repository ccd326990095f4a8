import { type Selectivity, type SignalRegistry, anchorKeysByRule } from '../../core/index.ts';
import type { OrgInput } from '../connection/index.ts';
import { digestOf } from '../digest.ts';
import type { ContentNugget } from './content-model.ts';

/** Part of every hash: a change of how files become records imports all of them again. */
const FORMAT = 1;

export interface ChildRecords {
  readonly Nugget_Skill__c: readonly OrgInput[];
  readonly Situation_Rule__c: readonly OrgInput[];
  readonly Check_Question__c: readonly OrgInput[];
}

/** SHA-256, in hex, of everything the import writes for the nugget. */
export function nuggetHash(nugget: ContentNugget, verifierId: string | undefined): string {
  const { file: _file, ...content } = nugget;
  return digestOf(JSON.stringify([FORMAT, content, verifierId ?? '']), 64);
}

/**
 * The nugget's own record. Its hash is blank: it is written last, when the children are in, so that an import that
 * was interrupted starts the nugget again.
 */
export function nuggetRecord(nugget: ContentNugget, verifierId: string | undefined): OrgInput {
  return {
    Key__c: nugget.key,
    Name: nugget.title,
    Kind__c: nugget.kind,
    Summary__c: nugget.summary ?? null,
    Body__c: nugget.body === '' ? null : nugget.body,
    Media_URL__c: nugget.mediaUrl ?? null,
    Minutes__c: nugget.minutes,
    Level__c: nugget.level ?? null,
    Status__c: nugget.status,
    Verifier__c: verifierId ?? null,
    Verify_Every_Days__c: nugget.verifyEveryDays ?? null,
    Verified_On__c: nugget.verifiedOn ?? null,
    Content_Hash__c: null,
  };
}

/** The records below the nugget, without the reference to it (which may be given at creation only). */
export function childRecords(nugget: ContentNugget, registry: SignalRegistry, selectivity?: Selectivity): ChildRecords {
  const rules = nugget.groups.flatMap((group, groupIndex) =>
    group.map((rule, ruleIndex) => ({
      key: `${nugget.key}:${groupIndex + 1}:${ruleIndex + 1}`,
      rule: { ...rule, group: groupIndex + 1 },
    })),
  );
  const anchors = anchorKeysByRule(
    rules.map(({ rule }) => rule),
    registry,
    selectivity,
  );
  return {
    Nugget_Skill__c: nugget.skills.map((skill) => ({
      Key__c: `${nugget.key}:${skill.code}`,
      Skill__r: { Code__c: skill.code },
      Weight__c: skill.weight,
    })),
    Situation_Rule__c: rules.map(({ key, rule }, index) => ({
      Key__c: key,
      Signal__c: rule.signal,
      Operator__c: rule.operator,
      Value__c: rule.value ?? null,
      Group__c: rule.group,
      Weight__c: rule.weight ?? null,
      Anchor_Key__c: anchors[index] ?? null,
      Fault__c: null,
    })),
    Check_Question__c: nugget.checks.map((check, index) => ({
      Key__c: `${nugget.key}:${index + 1}`,
      Skill__r: { Code__c: check.skill },
      Order__c: index + 1,
      Prompt__c: check.prompt,
      Option_A__c: check.options[0] ?? null,
      Option_B__c: check.options[1] ?? null,
      Option_C__c: check.options[2] ?? null,
      Option_D__c: check.options[3] ?? null,
      Correct_Option__c: check.correct,
      Explanation__c: check.explanation,
    })),
  };
}
