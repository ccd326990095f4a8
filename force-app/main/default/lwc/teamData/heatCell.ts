import { format, teamLabels as labels } from 'c/labels';
import type { MemberScore } from 'c/core';

/** Points below the target at which a cell gets the next shade; at or above the target is the first. */
const SHADES = [0, 10, 20, 30] as const;

/** One cell of the heat map: what is seen, and what a screen reader says. */
export interface HeatCell {
  readonly key: string;
  readonly text: string;
  readonly flag?: string;
  readonly className: string;
  /** Also the hover: "Ana Ruiz, Product: 48, gap of 22 to target 70". */
  readonly description: string;
}

export function toHeatCell(person: string, column: string, score: MemberScore | undefined): HeatCell {
  const shade = shadeOf(score);
  return {
    key: column,
    text: score?.score === undefined ? labels.none : String(Math.round(score.score)),
    flag: score?.flagged ? labels.flag : undefined,
    className: `cell${shade === undefined ? '' : ` shade_${shade}`}`,
    description: describe(person, column, score),
  };
}

/** 0 (on target) to 4 (30 points or more below it); undefined without a score or a target. */
export function shadeOf(score: MemberScore | undefined): number | undefined {
  if (score?.score === undefined || score.target === undefined) return undefined;
  const below = Math.round(score.target) - Math.round(score.score);
  return SHADES.filter((least) => below > 0 && below >= least).length;
}

function describe(person: string, column: string, score: MemberScore | undefined): string {
  if (!score) return format(labels.cellNone, person, column);
  if (score.score === undefined) return format(labels.cellThin, person, column);
  const rounded = Math.round(score.score);
  if (!score.flagged || score.target === undefined) return format(labels.cell, person, column, rounded);
  const target = Math.round(score.target);
  return format(labels.cellFlagged, person, column, rounded, target - rounded, target);
}
