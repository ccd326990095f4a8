import { normalCdf, normalNodes } from '../statistics/normal.ts';
import { deviationOf, learningRate } from './learning-rate.ts';
import type { LaunchSkill } from './types.ts';

/** Correlation of what will move two of a person's scores: much of it is about the person. Set by simulation. */
const CORRELATION = 0.6;

/** A score rests on about as many pieces of evidence; older ones are turned over by newer. Set by simulation. */
const REMEMBERED = 3;

/**
 * Of how many scores' errors what is to come has: of the one today, of the one on the day, and as much again for a
 * pace that will not be that of late. Set by simulation.
 */
const ERRORS = 3;

const NODES = normalNodes(9);

export interface Forecast {
  /** Chance, 0–1, that every skill is at its target with enough evidence. */
  readonly chance: number;
  /** Weighted mean of the skills' expected scores, 0–100. */
  readonly expectedScore: number;
}

/**
 * What to expect of a person `weeks` from now; docs/launches.md states the formula. With no weeks left it is what
 * holds today: a chance of 1 or 0. `fadedScore` is taken to be reached evenly over `weeksToLaunch`.
 */
export function forecast(skills: readonly LaunchSkill[], weeks: number, weeksToLaunch = weeks): Forecast {
  const ahead = Math.max(0, weeks);
  const share = weeksToLaunch > 0 ? Math.min(1, ahead / weeksToLaunch) : 0;
  const total = skills.reduce((sum, { weight }) => sum + weight, 0);
  const parts = skills.map((skill) => partOf(skill, ahead, share));
  let chance = 0;
  let expected = 0;
  for (const diligence of NODES) {
    const means = parts.map(({ start, rate, deviation }) => start + Math.max(0, rate + deviation * diligence) * ahead);
    expected += means.reduce((sum, mean, at) => sum + (skills[at]?.weight ?? 0) * Math.min(100, mean), 0) / total;
    for (const common of NODES) {
      let all = 1;
      parts.forEach((part, at) => {
        all *= part.enough * chanceAbove((means[at] ?? 0) - part.target, part.noise, common);
      });
      chance += all;
    }
  }
  return { chance: chance / NODES.length ** 2, expectedScore: expected / NODES.length };
}

interface Part {
  readonly target: number;
  /** What fading leaves of the score. */
  readonly start: number;
  readonly rate: number;
  readonly deviation: number;
  /** Standard deviation by which evidence to come will move the score, besides the pace of late. */
  readonly noise: number;
  /** Chance of there being enough evidence. */
  readonly enough: number;
}

function partOf(skill: LaunchSkill, weeks: number, share: number): Part {
  const { mean, deviation } = learningRate(skill);
  const coming = skill.pieces * weeks;
  const known = Math.min(REMEMBERED, Math.max(1, skill.score.evidenceCount));
  return {
    target: skill.target,
    start: skill.score.score + share * Math.min(0, skill.fadedScore - skill.score.score),
    rate: mean,
    deviation,
    noise: deviationOf(skill) * Math.sqrt((ERRORS * coming) / (coming + known)),
    enough: poissonAtLeast(skill.missing, coming),
  };
}

/** Chance that a score whose mean is `above` its target ends there, given what moves all skills together. */
function chanceAbove(above: number, noise: number, common: number): number {
  if (noise === 0) return above >= 0 ? 1 : 0;
  return normalCdf((above / noise + Math.sqrt(CORRELATION) * common) / Math.sqrt(1 - CORRELATION));
}

/** Chance of at least `least` events where `mean` are expected. */
function poissonAtLeast(least: number, mean: number): number {
  let term = Math.exp(-mean);
  let below = 0;
  for (let count = 0; count < least; count += 1) {
    below += term;
    term *= mean / (count + 1);
  }
  return Math.max(0, 1 - below);
}
