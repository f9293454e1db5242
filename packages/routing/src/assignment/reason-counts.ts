import { eligibilityReasons } from './eligibility.ts'

/** How many members each reason stands against, by its place in `eligibilityReasons`. */
export type ReasonCounts = number[]

/** Counts the reasons of all members. */
export function totalReasons(reasons: readonly number[]): ReasonCounts {
  const counts = new Array<number>(eligibilityReasons.length).fill(0)
  for (const each of reasons) recount(counts, each, each)
  return counts
}

/** Counts the changed reasons up where they stand now, and down where they do not. */
export function recount(counts: ReasonCounts, changed: number, now: number): void {
  for (let rest = changed; rest !== 0; rest &= rest - 1) {
    const bit = rest & -rest
    const index = 31 - Math.clz32(bit)
    counts[index] = (counts[index] ?? 0) + ((now & bit) === 0 ? -1 : 1)
  }
}
