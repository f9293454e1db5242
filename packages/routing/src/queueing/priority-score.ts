/** The highest priority score; what would pass it stops there. */
export const PRIORITY_SCORE_MAX = 100_000

/** The score after an increment, within its bounds. */
export function raisedScore(score: number, add: number): number {
  return Math.min(Math.max(score + add, 0), PRIORITY_SCORE_MAX)
}
