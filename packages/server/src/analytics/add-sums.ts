import { answerLimitsSeconds } from '@unified-routing/contract'
import { measures, type Sums } from '../store/measures.ts'

/** Two sums of one become the sum of both; of the longest waits, the longer one. */
export function addSums(sums: Sums, more: Sums): void {
  for (const measure of measures) {
    const added = more[measure]
    if (added === undefined || added === 0) continue
    const before = sums[measure] ?? 0
    sums[measure] = measure === 'longestWaitMs' ? Math.max(before, added) : before + added
  }
}

/** What an answer after so long adds, beside the wait itself: one for each limit that it keeps. */
export function limitsKept(waitMs: number): Sums {
  const kept: Sums = {}
  for (const seconds of answerLimitsSeconds) if (waitMs <= seconds * 1_000) kept[`within${seconds}`] = 1
  return kept
}
