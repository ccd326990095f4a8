import { flagOf, momentOf, numberOf, requiredTextOf, textOf } from './field-values.ts';
import { MIRRORED_KNOWLEDGE } from './mirrored-knowledge.ts';
import { type MirroredObject, mirrored } from './mirrored-object.ts';

export type { MirroredObject } from './mirrored-object.ts';

/** Everything the service reads, parents first. */
export const MIRRORED_OBJECTS: readonly MirroredObject[] = [
  mirrored(
    'UserRole',
    'user_role',
    'Name ParentRoleId',
    (record) => ({ name: requiredTextOf(record, 'Name'), parent_id: textOf(record, 'ParentRoleId') }),
    { hasDeletedRows: false },
  ),
  mirrored(
    'User',
    'user',
    'Username Name IsActive UserRoleId ManagerId Sales_Role__c Sales_Role_Start__c',
    (record) => ({
      username: requiredTextOf(record, 'Username'),
      name: requiredTextOf(record, 'Name'),
      active: flagOf(record, 'IsActive'),
      role_id: textOf(record, 'UserRoleId'),
      manager_id: textOf(record, 'ManagerId'),
      sales_role: textOf(record, 'Sales_Role__c'),
      sales_role_start: textOf(record, 'Sales_Role_Start__c'),
    }),
    { hasDeletedRows: false },
  ),
  mirrored(
    'Signal__c',
    'signal',
    'Name Code__c Type__c Path__c Active__c',
    (record) => ({
      code: requiredTextOf(record, 'Code__c'),
      label: requiredTextOf(record, 'Name'),
      type: requiredTextOf(record, 'Type__c'),
      path: requiredTextOf(record, 'Path__c'),
      active: flagOf(record, 'Active__c'),
    }),
    { isCounted: false },
  ),
  mirrored('Skill__c', 'skill', 'Name Code__c Domain__c Component__c Difficulty_State__c', (record) => ({
    code: requiredTextOf(record, 'Code__c'),
    name: requiredTextOf(record, 'Name'),
    domain: requiredTextOf(record, 'Domain__c'),
    component: requiredTextOf(record, 'Component__c'),
    difficulty_state: textOf(record, 'Difficulty_State__c'),
  })),
  mirrored('Launch__c', 'launch', 'Key__c Launch_On__c Active__c', (record) => ({
    key: requiredTextOf(record, 'Key__c'),
    launch_on: requiredTextOf(record, 'Launch_On__c'),
    active: flagOf(record, 'Active__c'),
  })),
  mirrored(
    'Skill_Target__c',
    'skill_target',
    'Key__c Sales_Role__c Skill__c Target__c Weight__c Launch__c',
    (record) => ({
      key: textOf(record, 'Key__c'),
      sales_role: requiredTextOf(record, 'Sales_Role__c'),
      skill_id: requiredTextOf(record, 'Skill__c'),
      target: numberOf(record, 'Target__c') ?? 0,
      weight: numberOf(record, 'Weight__c') ?? 1,
      launch_id: textOf(record, 'Launch__c'),
    }),
  ),
  mirrored(
    'Nugget__c',
    'nugget',
    'Name Key__c Status__c Shown_Count__c Helpful_Count__c Not_Helpful_Count__c',
    (record) => ({
      key: requiredTextOf(record, 'Key__c'),
      title: requiredTextOf(record, 'Name'),
      status: requiredTextOf(record, 'Status__c'),
      shown: numberOf(record, 'Shown_Count__c'),
      helpful: numberOf(record, 'Helpful_Count__c'),
      not_helpful: numberOf(record, 'Not_Helpful_Count__c'),
    }),
  ),
  mirrored('Nugget_Skill__c', 'nugget_skill', 'Nugget__c Skill__c Weight__c', (record) => ({
    nugget_id: requiredTextOf(record, 'Nugget__c'),
    skill_id: requiredTextOf(record, 'Skill__c'),
    weight: numberOf(record, 'Weight__c'),
  })),
  mirrored(
    'Situation_Rule__c',
    'situation_rule',
    'Key__c Nugget__c Signal__c Operator__c Value__c Group__c Weight__c Anchor_Key__c Fault__c',
    (record) => ({
      key: textOf(record, 'Key__c'),
      nugget_id: requiredTextOf(record, 'Nugget__c'),
      signal: requiredTextOf(record, 'Signal__c'),
      operator: requiredTextOf(record, 'Operator__c'),
      value: textOf(record, 'Value__c'),
      rule_group: numberOf(record, 'Group__c') ?? 1,
      weight: numberOf(record, 'Weight__c'),
      anchor_key: textOf(record, 'Anchor_Key__c'),
      fault: textOf(record, 'Fault__c'),
    }),
    { isCounted: false },
  ),
  mirrored('Check_Question__c', 'check_question', 'Key__c Nugget__c Skill__c Difficulty_State__c', (record) => ({
    key: textOf(record, 'Key__c'),
    nugget_id: requiredTextOf(record, 'Nugget__c'),
    skill_id: requiredTextOf(record, 'Skill__c'),
    difficulty_state: textOf(record, 'Difficulty_State__c'),
  })),
  mirrored(
    'Opportunity',
    'opportunity',
    'OwnerId StageName IsClosed IsWon CloseDate Amount CreatedDate LastStageChangeDate',
    (record) => ({
      owner_id: requiredTextOf(record, 'OwnerId'),
      stage: requiredTextOf(record, 'StageName'),
      closed: flagOf(record, 'IsClosed'),
      won: flagOf(record, 'IsWon'),
      close_date: textOf(record, 'CloseDate'),
      amount: numberOf(record, 'Amount'),
      created_at: momentOf(record, 'CreatedDate') ?? '',
      stage_changed_at: momentOf(record, 'LastStageChangeDate'),
    }),
  ),
  mirrored(
    'Check_Response__c',
    'check_response',
    'OwnerId Question__c Is_Correct__c Opportunity__c CreatedDate',
    (record) => ({
      owner_id: requiredTextOf(record, 'OwnerId'),
      question_id: requiredTextOf(record, 'Question__c'),
      correct: flagOf(record, 'Is_Correct__c'),
      opportunity_id: textOf(record, 'Opportunity__c'),
      created_at: momentOf(record, 'CreatedDate') ?? '',
    }),
  ),
  mirrored(
    'Learning_Event__c',
    'learning_event',
    'OwnerId Nugget__c Opportunity__c Type__c Undone__c CreatedDate',
    (record) => ({
      owner_id: requiredTextOf(record, 'OwnerId'),
      nugget_id: requiredTextOf(record, 'Nugget__c'),
      opportunity_id: textOf(record, 'Opportunity__c'),
      type: requiredTextOf(record, 'Type__c'),
      undone: flagOf(record, 'Undone__c'),
      created_at: momentOf(record, 'CreatedDate') ?? '',
    }),
  ),
  mirrored(
    'Skill_Assessment__c',
    'skill_assessment',
    'OwnerId Skill__c Level__c Observed_On__c Undone__c CreatedDate',
    (record) => ({
      owner_id: requiredTextOf(record, 'OwnerId'),
      skill_id: requiredTextOf(record, 'Skill__c'),
      level: numberOf(record, 'Level__c') ?? 0,
      observed_on: textOf(record, 'Observed_On__c'),
      undone: flagOf(record, 'Undone__c'),
      created_at: momentOf(record, 'CreatedDate') ?? '',
    }),
  ),
  mirrored(
    'Learning_Path__c',
    'learning_path',
    'Key__c Status__c',
    (record) => ({ key: requiredTextOf(record, 'Key__c'), status: requiredTextOf(record, 'Status__c') }),
    { isCounted: false },
  ),
  mirrored(
    'Path_Step__c',
    'path_step',
    'Learning_Path__c Nugget__c Order__c',
    (record) => ({
      path_id: requiredTextOf(record, 'Learning_Path__c'),
      nugget_id: requiredTextOf(record, 'Nugget__c'),
      step_order: numberOf(record, 'Order__c') ?? 0,
    }),
    { isCounted: false },
  ),
  mirrored(
    'Assignment__c',
    'assignment',
    'Person__c Nugget__c Learning_Path__c Skill__c Withdrawn__c Progress__c Done_On__c CreatedDate',
    (record) => ({
      person_id: requiredTextOf(record, 'Person__c'),
      nugget_id: textOf(record, 'Nugget__c'),
      path_id: textOf(record, 'Learning_Path__c'),
      skill_id: textOf(record, 'Skill__c'),
      withdrawn: flagOf(record, 'Withdrawn__c'),
      progress: numberOf(record, 'Progress__c'),
      done_on: textOf(record, 'Done_On__c'),
      created_at: momentOf(record, 'CreatedDate') ?? '',
    }),
    { isCounted: false },
  ),
  ...MIRRORED_KNOWLEDGE,
];

const BY_NAME: ReadonlyMap<string, MirroredObject> = new Map(MIRRORED_OBJECTS.map((each) => [each.object, each]));

export function mirroredObject(object: 'Check_Question__c' | 'Check_Response__c'): MirroredObject {
  const found = BY_NAME.get(object);
  if (found === undefined) throw new Error(`${object} is not mirrored.`);
  return found;
}

/** What the org is asked for. */
export function fieldsOf({ fields }: MirroredObject): string[] {
  return ['Id', 'SystemModstamp', ...fields];
}
