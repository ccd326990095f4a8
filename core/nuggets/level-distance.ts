/** How far a nugget's level lies from a score of 0–100, 0–1: level 1 suits a score of 10, level 5 one of 90. */
export function levelDistance(level: number, score: number): number {
  return Math.abs(score / 100 - (level - 0.5) / 5);
}
