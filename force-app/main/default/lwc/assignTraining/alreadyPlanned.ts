import { recordsIn, text } from 'c/graphqlRecords';
import type { TrainingChoice } from './trainingChoices';

/** An open item of somebody's plan. */
export interface PlannedItem {
  readonly personId: string;
  readonly nuggetId?: string;
  readonly pathId?: string;
  readonly skillId?: string;
}

export function toPlannedItems(data: unknown): PlannedItem[] {
  return recordsIn(data, 'Assignment__c').map((row) => ({
    personId: text(row, 'Person__c') ?? '',
    nuggetId: text(row, 'Nugget__c'),
    pathId: text(row, 'Learning_Path__c'),
    skillId: text(row, 'Skill__c'),
  }));
}

/** The people who have this in their plan already. */
export function plannedFor(items: readonly PlannedItem[], { kind, id }: TrainingChoice): Set<string> {
  const isIt = ({ nuggetId, pathId, skillId }: PlannedItem): boolean => {
    if (kind === 'nugget') return nuggetId === id;
    if (kind === 'path') return pathId === id;
    return skillId === id && !nuggetId && !pathId;
  };
  return new Set(items.filter(isIt).map(({ personId }) => personId));
}
