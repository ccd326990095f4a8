import type { IsoDateTime } from '../situation/types.ts';

/** An answer that somebody gave: the evidence of what they know. */
export interface GivenAnswer {
  readonly id: string;
  readonly authorId: string;
  readonly at: IsoDateTime;
  /** Plain text. */
  readonly body?: string;
  /** Sum of votes; may be negative. */
  readonly votes?: number;
  readonly accepted?: boolean;
  readonly verified?: boolean;
}

/** A question as it is routed. */
export interface RoutedQuestion {
  readonly title: string;
  /** Plain text. */
  readonly body?: string;
  readonly tags: readonly string[];
  /** Who asks is not proposed. */
  readonly askerId?: string;
}

/** A question with its answers. */
export interface AnsweredQuestion extends RoutedQuestion {
  readonly id: string;
  readonly answers: readonly GivenAnswer[];
}

/** What one answer says about its author. */
export interface ExpertiseEvidence {
  readonly questionId: string;
  readonly answerId: string;
  readonly at: IsoDateTime;
  /** Chance, 0–1, that the answer helped. */
  readonly quality: number;
  /** What it still counts, 0–1, for its age. */
  readonly weight: number;
}

/** What a person has shown to know about a tag. Percentages, 0–100. */
export interface TagExpertise {
  readonly personId: string;
  readonly tag: string;
  /** Chance that the person's next answer on the tag helps; near the tag's mean where evidence is thin. */
  readonly score: number;
  /** 80 % interval. Order people by `lower`: it rises with the quality and with the number of answers. */
  readonly lower: number;
  readonly upper: number;
  /** Newest first. */
  readonly evidence: readonly ExpertiseEvidence[];
}

export type ExpertReasonCode = 'tags' | 'similar' | 'active' | 'load';

export type ExpertReasonLabelKey =
  'expertReasonTags' | 'expertReasonSimilar' | 'expertReasonActive' | 'expertReasonLoad';

/** Why a person is proposed. `labelKey` names a label with places for `values`. */
export interface ExpertReason {
  readonly code: ExpertReasonCode;
  readonly labelKey: ExpertReasonLabelKey;
  /**
   * tags: the tags on which they answered, most telling first. similar: words of the question they wrote about, most
   * telling first, without everyday words. active: answers in the last 30 days. load: questions that already wait for them.
   */
  readonly values: readonly string[];
  /** What it adds to the score; negative for load. */
  readonly strength: number;
}

/** Somebody who is likely to answer. */
export interface ProposedExpert {
  readonly personId: string;
  /** Orders the people for one question; not comparable between questions. */
  readonly score: number;
  /** Strongest first. */
  readonly reasons: readonly ExpertReason[];
}

export interface RouteOptions {
  readonly now: Date;
  /** How many to propose. Default 5. */
  readonly limit?: number;
  /** Open questions that already wait for a person, by person. */
  readonly load?: ReadonlyMap<string, number>;
  /** People who do not want to be proposed. */
  readonly optedOut?: ReadonlySet<string>;
}
