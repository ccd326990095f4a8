import {
  type Assignment,
  type Goal,
  type Learned,
  type PlannedNugget,
  type Progress,
  type ReachedSkill,
  isoDateOf,
  planProgress,
} from '../../core/index.ts';
import type { ReplicaDatabase } from '../replica/index.ts';
import { groupBy } from '../group-by.ts';
import { type LearnedRows, type OpenAssignment, learnedRows, openAssignments, plannedNuggets } from './open-plans.ts';
import type { FieldUpdates } from './state-updates.ts';

/**
 * Progress and, once it is done, the day of it, of every open assignment. Only the plans of people with open
 * assignments are looked at; what is done stays as it was published.
 */
export async function assignmentUpdates(db: ReplicaDatabase, now: Date): Promise<FieldUpdates> {
  const open = await openAssignments(db);
  const nuggets = await plannedNuggets(db);
  const learned = await learnedRows(db);
  const byPerson = groupBy(open, ({ person_id: personId }) => personId);
  const updates = [...byPerson].flatMap(([personId, own]) => {
    const assignments = own.map((row) => toAssignment(row, nuggets));
    const progress = planProgress(assignments, learnedBy(personId, own, learned));
    return own.flatMap((row, index) => updateOf(row, progress[index], now));
  });
  return { object: 'Assignment__c', table: 'assignment', updates };
}

function updateOf(row: OpenAssignment, progress: Progress | undefined, now: Date): FieldUpdates['updates'] {
  if (progress === undefined) return [];
  const { percent, status } = progress;
  const doneOn = status === 'done' ? (progress.doneOn ?? isoDateOf(now.getTime())) : null;
  // Nothing done yet is left blank: that is 0 to every reader.
  if ((row.progress ?? 0) === percent && row.done_on === doneOn) return [];
  return [
    {
      record: { Id: row.id, Progress__c: percent, Done_On__c: doneOn },
      columns: { progress: percent, done_on: doneOn },
    },
  ];
}

function toAssignment(row: OpenAssignment, nuggets: ReadonlyMap<string, readonly PlannedNugget[]>): Assignment {
  return { id: row.id, assignedAt: row.created_at, withdrawn: false, goal: goalOf(row, nuggets) };
}

function goalOf(row: OpenAssignment, nuggets: ReadonlyMap<string, readonly PlannedNugget[]>): Goal {
  const goal = row.path_id ?? row.nugget_id;
  // A nugget is done as a path of that one nugget is.
  if (goal !== null) return { kind: 'path', steps: nuggets.get(goal) ?? [] };
  return { kind: 'skill', skillCode: row.skill_id ?? '', ...(row.target === null ? {} : { target: row.target }) };
}

function learnedBy(personId: string, own: readonly OpenAssignment[], learned: LearnedRows): Learned {
  const skills = new Map<string, ReachedSkill>();
  for (const { skill_id: skillId, score, enough } of own) {
    if (skillId !== null && score !== null) skills.set(skillId, { score, enoughEvidence: enough === 1 });
  }
  return {
    completions: learned.completions.get(personId) ?? [],
    rightAnswers: learned.rightAnswers.get(personId) ?? [],
    skills,
  };
}
