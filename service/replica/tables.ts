import type { Generated } from 'kysely';

/** 0 or 1: SQLite has no boolean. */
export type Flag = 0 | 1;

/** Every mirrored record: its id, the org's modification stamp, and what the row said, for comparison. */
interface Mirrored {
  readonly id: string;
  readonly modstamp: string;
}

export interface UserTable extends Mirrored {
  username: string;
  name: string;
  active: Flag;
  role_id: string | null;
  manager_id: string | null;
  sales_role: string | null;
  sales_role_start: string | null;
}

export interface UserRoleTable extends Mirrored {
  name: string;
  parent_id: string | null;
}

export interface OpportunityTable extends Mirrored {
  owner_id: string;
  stage: string;
  closed: Flag;
  won: Flag;
  close_date: string | null;
  amount: number | null;
  created_at: string;
  stage_changed_at: string | null;
}

export interface SignalTable extends Mirrored {
  code: string;
  label: string;
  type: string;
  path: string;
  active: Flag;
}

export interface SkillTable extends Mirrored {
  code: string;
  name: string;
  domain: string;
  component: string;
  difficulty_state: string | null;
}

export interface SkillTargetTable extends Mirrored {
  key: string | null;
  sales_role: string;
  skill_id: string;
  target: number;
  weight: number;
  /** The launch the target is for; null for a target of the role itself. */
  launch_id: string | null;
}

export interface LaunchTable extends Mirrored {
  key: string;
  launch_on: string;
  active: Flag;
}

export interface NuggetTable extends Mirrored {
  key: string;
  title: string;
  status: string;
  shown: number | null;
  helpful: number | null;
  not_helpful: number | null;
}

export interface NuggetSkillTable extends Mirrored {
  nugget_id: string;
  skill_id: string;
  weight: number | null;
}

export interface SituationRuleTable extends Mirrored {
  key: string | null;
  nugget_id: string;
  signal: string;
  operator: string;
  value: string | null;
  rule_group: number;
  weight: number | null;
  anchor_key: string | null;
  fault: string | null;
}

export interface CheckQuestionTable extends Mirrored {
  key: string | null;
  nugget_id: string;
  skill_id: string;
  difficulty_state: string | null;
}

export interface CheckResponseTable extends Mirrored {
  owner_id: string;
  question_id: string;
  correct: Flag;
  opportunity_id: string | null;
  created_at: string;
}

export interface LearningEventTable extends Mirrored {
  owner_id: string;
  nugget_id: string;
  opportunity_id: string | null;
  type: string;
  undone: Flag;
  created_at: string;
}

export interface SkillAssessmentTable extends Mirrored {
  owner_id: string;
  skill_id: string;
  level: number;
  observed_on: string | null;
  undone: Flag;
  created_at: string;
}

export interface AssignmentTable extends Mirrored {
  person_id: string;
  nugget_id: string | null;
  path_id: string | null;
  skill_id: string | null;
  withdrawn: Flag;
  progress: number | null;
  done_on: string | null;
  created_at: string;
}

export interface LearningPathTable extends Mirrored {
  key: string;
  status: string;
}

export interface PathStepTable extends Mirrored {
  path_id: string;
  nugget_id: string;
  step_order: number;
}

/** Who asked, and which answer helped; no text of the knowledge bank is kept in the replica. */
export interface QuestionTable extends Mirrored {
  owner_id: string;
  accepted_id: string | null;
  /** 1 where the owner only brought the record in for somebody who is not of this org. */
  foreign_author: Flag;
}

export interface AnswerTable extends Mirrored {
  owner_id: string;
  question_id: string;
  votes: number;
  created_at: string;
  foreign_author: Flag;
}

export interface TagTable extends Mirrored {
  key: string;
}

export interface TaggingTable extends Mirrored {
  tag_id: string;
  question_id: string | null;
}

export interface VerificationTable extends Mirrored {
  answer_id: string;
  kind: string;
  author_id: string;
  created_at: string;
}

export interface KnowledgePreferenceTable extends Mirrored {
  owner_id: string;
  hide_expertise: Flag;
}

/** How far an object was pulled. */
export interface WatermarkTable {
  object: string;
  /** Highest SystemModstamp that is in the replica. */
  modstamp: string;
  /** When (by this machine's clock) a pull first saw `modstamp` as the highest. */
  settled_from: string;
  pulled_at: string;
}

/** A computed row as the org acknowledged or answered it. */
export interface PublishedTable {
  object: string;
  /** External id, lower case. */
  key: string;
  org_id: string;
  person_id: string | null;
  /** The published values as JSON, without those that change by computing alone. */
  content: string;
}

export interface SettingTable {
  name: string;
  value: string;
}

export interface MigrationTable {
  id: Generated<number>;
  name: string;
  applied_at: string;
}

/** The whole replica: a cache of the org. What the model computes follows from it and is not kept. */
export interface ReplicaTables {
  user: UserTable;
  user_role: UserRoleTable;
  opportunity: OpportunityTable;
  signal: SignalTable;
  skill: SkillTable;
  skill_target: SkillTargetTable;
  launch: LaunchTable;
  nugget: NuggetTable;
  nugget_skill: NuggetSkillTable;
  situation_rule: SituationRuleTable;
  check_question: CheckQuestionTable;
  check_response: CheckResponseTable;
  learning_event: LearningEventTable;
  skill_assessment: SkillAssessmentTable;
  assignment: AssignmentTable;
  learning_path: LearningPathTable;
  path_step: PathStepTable;
  question: QuestionTable;
  answer: AnswerTable;
  tag: TagTable;
  tagging: TaggingTable;
  verification: VerificationTable;
  knowledge_preference: KnowledgePreferenceTable;
  watermark: WatermarkTable;
  published: PublishedTable;
  setting: SettingTable;
  migration: MigrationTable;
}

/** The tables that mirror an object of the org. */
export type MirrorTable =
  | 'user'
  | 'user_role'
  | 'opportunity'
  | 'signal'
  | 'skill'
  | 'skill_target'
  | 'launch'
  | 'nugget'
  | 'nugget_skill'
  | 'situation_rule'
  | 'check_question'
  | 'check_response'
  | 'learning_event'
  | 'skill_assessment'
  | 'assignment'
  | 'learning_path'
  | 'path_step'
  | 'question'
  | 'answer'
  | 'tag'
  | 'tagging'
  | 'verification'
  | 'knowledge_preference';
