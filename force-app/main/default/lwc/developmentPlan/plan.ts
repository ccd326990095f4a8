import { orderPlan, planProgress, urgencyOf, type Assignment, type Goal, type Progress, type Urgency } from 'c/core';
import { toUtc } from 'c/dates';
import { flag, number, recordsIn, text, type PlainRecord } from 'c/graphqlRecords';
import { NuggetBook, type NuggetFacts, type PlanSkill } from './nuggetBook';

/** Everything the org answered about a plan, before its evidence is known. */
export interface PlanRecords {
  readonly personName?: string;
  /** The person's manager, the manager's manager, and the one above. */
  readonly managerIds: readonly string[];
  readonly assignments: readonly PlainRecord[];
  readonly steps: readonly PlainRecord[];
  readonly skills: readonly PlanSkill[];
  /** Of the nuggets of all open and done items. */
  readonly nuggetIds: readonly string[];
}

/** An item of the plan with how far it is. */
export interface PlanItem {
  readonly id: string;
  readonly kind: Goal['kind'];
  readonly title: string;
  /** Minutes of the nuggets that are left. */
  readonly minutesLeft: number;
  readonly reason: string;
  readonly skillName?: string;
  readonly ownChoice: boolean;
  /** Who put it there may take it away; so may the managers above. */
  readonly createdById: string;
  readonly createdBy: string;
  readonly note?: string;
  readonly dueOn?: string;
  readonly doneOn?: string;
  readonly urgency: Urgency;
  readonly remindedAt?: string;
  readonly remindedBy?: string;
  readonly progress: Progress;
  /** The nugget to take next. */
  readonly next?: NuggetFacts & { readonly nuggetId: string };
  /** Points of the gaps that its skills have. */
  readonly adds: number;
}

export function toPlanRecords(data: unknown): PlanRecords {
  const [user] = recordsIn(data, 'User');
  const assignments = recordsIn(data, 'Assignment__c');
  const steps = recordsIn(data, 'Path_Step__c');
  const managers = ['ManagerId', 'Manager.ManagerId', 'Manager.Manager.ManagerId'];
  const managerIds = user ? managers.flatMap((path) => text(user, path) ?? []) : [];
  const ids = [...assignments, ...steps].flatMap((row) => text(row, 'Nugget__c') ?? []);
  const skills = recordsIn(data, 'Readiness__c').map(toPlanSkill);
  const personName = user && text(user, 'Name');
  return { personName, managerIds, assignments, steps, skills, nuggetIds: [...new Set(ids)].sort() };
}

function toPlanSkill(row: PlainRecord): PlanSkill {
  return {
    skillId: text(row, 'Skill__c') ?? '',
    name: text(row, 'Skill__r.Name') ?? '',
    score: number(row, 'Score__c') ?? 0,
    target: number(row, 'Target__c'),
    enoughEvidence: flag(row, 'Enough_Evidence__c'),
    gapFlagged: flag(row, 'Gap_Flagged__c'),
  };
}

/**
 * The items of a plan with their progress by the evidence, what is open in the order in which to take it.
 *
 * @param evidence what PLAN_EVIDENCE_QUERY answered
 * @param personId whose plan it is
 * @param today `YYYY-MM-DD`
 */
export function toPlanItems(records: PlanRecords, evidence: unknown, personId: string, today: string): PlanItem[] {
  const skillsById = new Map(records.skills.map((skill) => [skill.skillId, skill]));
  const nuggets = new NuggetBook([...records.assignments, ...records.steps], evidence, skillsById);
  const assignments = records.assignments.map((row) => toAssignment(row, records.steps, nuggets, skillsById));
  const learned = {
    completions: recordsIn(evidence, 'Learning_Event__c').map((row) => {
      return { nuggetId: text(row, 'Nugget__c') ?? '', at: momentOf(row) };
    }),
    rightAnswers: recordsIn(evidence, 'Check_Response__c').map((row) => {
      return { questionId: text(row, 'Question__c') ?? '', at: momentOf(row) };
    }),
    skills: skillsById,
  };
  const rows = new Map(records.assignments.map((row) => [text(row, 'Id'), row]));
  const items = planProgress(assignments, learned).flatMap((progress, index) => {
    const assignment = assignments[index];
    const row = rows.get(assignment?.id);
    return assignment && row ? [toItem(row, assignment, progress, nuggets, personId, today)] : [];
  });
  return orderPlan(items, today);
}

function toItem(
  row: PlainRecord,
  { id, goal, dueOn }: Assignment,
  progress: Progress,
  nuggets: NuggetBook,
  personId: string,
  today: string,
): PlanItem {
  const createdById = text(row, 'CreatedById') ?? '';
  const [first] = progress.left;
  return {
    id,
    kind: goal.kind,
    title: text(row, 'Nugget__r.Name') ?? text(row, 'Learning_Path__r.Name') ?? text(row, 'Skill__r.Name') ?? '',
    minutesLeft: progress.left.reduce((sum, { nuggetId }) => sum + nuggets.factsOf(nuggetId).minutes, 0),
    reason: text(row, 'Reason__c') ?? 'Other',
    skillName: text(row, 'Skill__r.Name'),
    ownChoice: createdById === personId,
    createdById,
    createdBy: text(row, 'CreatedBy.Name') ?? '',
    note: text(row, 'Note__c'),
    dueOn,
    doneOn: progress.doneOn ?? (progress.status === 'done' ? today : undefined),
    urgency: urgencyOf(dueOn, today),
    remindedAt: text(row, 'Nudged_At__c'),
    remindedBy: text(row, 'Nudged_By__r.Name'),
    progress,
    next: first && { nuggetId: first.nuggetId, ...nuggets.factsOf(first.nuggetId) },
    adds: nuggets.gapsOf(progress.left.map(({ nuggetId }) => nuggetId)),
  };
}

function toAssignment(
  row: PlainRecord,
  steps: readonly PlainRecord[],
  nuggets: NuggetBook,
  skills: ReadonlyMap<string, PlanSkill>,
): Assignment {
  return {
    id: text(row, 'Id') ?? '',
    assignedAt: momentOf(row),
    withdrawn: false,
    dueOn: text(row, 'Due_On__c'),
    doneOn: text(row, 'Done_On__c'),
    goal: goalOf(row, steps, nuggets, skills),
  };
}

function goalOf(
  row: PlainRecord,
  steps: readonly PlainRecord[],
  nuggets: NuggetBook,
  skills: ReadonlyMap<string, PlanSkill>,
): Goal {
  const [nuggetId, pathId] = [text(row, 'Nugget__c'), text(row, 'Learning_Path__c')];
  if (nuggetId) return { kind: 'nugget', nugget: nuggets.plannedOf(nuggetId, row) };
  if (pathId) {
    const own = steps.filter((step) => text(step, 'Learning_Path__c') === pathId);
    return { kind: 'path', steps: own.map((step) => nuggets.plannedOf(text(step, 'Nugget__c') ?? '', step)) };
  }
  const skillCode = text(row, 'Skill__c') ?? '';
  return { kind: 'skill', skillCode, target: skills.get(skillCode)?.target };
}

function momentOf(row: PlainRecord): string {
  const created = text(row, 'CreatedDate');
  return created ? toUtc(created) : '';
}
