import { LEAST_TEAM } from 'c/core';

/** The team on one day. */
export interface TrendPoint {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly score: number;
  readonly target?: number;
  readonly people: number;
}

interface AggregateNode {
  readonly Taken_On__c?: { readonly value?: string | null };
  readonly Score__c?: { readonly avg?: { readonly value?: number | null } };
  readonly Target__c?: { readonly avg?: { readonly value?: number | null } };
  readonly Person__c?: { readonly countDistinct?: { readonly value?: number | null } };
}

interface AggregateAnswer {
  readonly uiapi?: {
    readonly aggregate?: {
      readonly Readiness_Snapshot__c?: {
        readonly edges?: readonly ({ readonly node?: { readonly aggregate?: AggregateNode } } | null)[];
      };
    };
  };
}

/** A day of which less than this share of the people are known is no day of the same team. */
const LEAST_SHARE = 0.5;

/**
 * Days of what the trend's queries answered, oldest first. A day with fewer than five people says too little, and so
 * does one with fewer than half of those of the fullest day: its mean would be of a part of the team.
 */
export function toTrend(data: unknown): TrendPoint[] {
  const edges = (data as AggregateAnswer).uiapi?.aggregate?.Readiness_Snapshot__c?.edges ?? [];
  const days = edges
    .flatMap((edge): TrendPoint[] => {
      const { Taken_On__c, Score__c, Target__c, Person__c } = edge?.node?.aggregate ?? {};
      const [day, score, people] = [Taken_On__c?.value, Score__c?.avg?.value, Person__c?.countDistinct?.value ?? 0];
      if (!day || score === null || score === undefined || people < LEAST_TEAM) return [];
      return [{ day, score, target: Target__c?.avg?.value ?? undefined, people }];
    })
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  const fullest = Math.max(0, ...days.map(({ people }) => people));
  return days.filter(({ people }) => people >= LEAST_SHARE * fullest);
}
