import type { PlannedNugget, ReachedSkill } from 'c/core';
import { number, recordsIn, text, type PlainRecord } from 'c/graphqlRecords';

/** What the plan says of one nugget. */
export interface NuggetFacts {
  readonly title: string;
  readonly minutes: number;
}

/** The person's readiness in a skill of the plan or beyond it. */
export interface PlanSkill extends ReachedSkill {
  readonly skillId: string;
  readonly name: string;
  readonly target?: number;
  readonly gapFlagged: boolean;
}

function add(byNugget: Map<string, string[]>, row: PlainRecord, id: string | undefined): void {
  const nuggetId = text(row, 'Nugget__c') ?? '';
  if (id) byNugget.set(nuggetId, [...(byNugget.get(nuggetId) ?? []), id]);
}

/** What is known of the nuggets of a plan. */
export class NuggetBook {
  private readonly facts = new Map<string, NuggetFacts>();
  private readonly questions = new Map<string, string[]>();
  private readonly skillIds = new Map<string, string[]>();
  private readonly skills: ReadonlyMap<string, PlanSkill>;

  /**
   * @param rows assignments and path steps
   * @param evidence what PLAN_EVIDENCE_QUERY answered
   */
  constructor(rows: readonly PlainRecord[], evidence: unknown, skills: ReadonlyMap<string, PlanSkill>) {
    this.skills = skills;
    for (const row of rows) {
      const facts = { title: text(row, 'Nugget__r.Name') ?? '', minutes: number(row, 'Nugget__r.Minutes__c') ?? 0 };
      this.facts.set(text(row, 'Nugget__c') ?? '', facts);
    }
    for (const row of recordsIn(evidence, 'Check_Question__c')) add(this.questions, row, text(row, 'Id'));
    for (const row of recordsIn(evidence, 'Nugget_Skill__c')) add(this.skillIds, row, text(row, 'Skill__c'));
  }

  factsOf(nuggetId: string): NuggetFacts {
    return this.facts.get(nuggetId) ?? { title: '', minutes: 0 };
  }

  plannedOf(nuggetId: string, row: PlainRecord): PlannedNugget {
    const available = text(row, 'Nugget__r.Status__c') === 'Published';
    return { nuggetId, available, questionIds: this.questions.get(nuggetId) ?? [] };
  }

  /** Points below the target in the skills that these nuggets serve; each skill counts once. */
  gapsOf(nuggetIds: readonly string[]): number {
    const ids = new Set(nuggetIds.flatMap((id) => this.skillIds.get(id) ?? []));
    return [...ids].reduce((sum, id) => {
      const skill = this.skills.get(id);
      return sum + Math.max(0, (skill?.target ?? 0) - (skill?.score ?? 0));
    }, 0);
  }
}
