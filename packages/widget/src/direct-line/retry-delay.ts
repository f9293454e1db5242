const FIRST_MS = 500
const LONGEST_MS = 20_000

/** How long to wait before the next try, doubling up to a limit; spread, so that customers of one server do not return
 * all at once. `failures` counts from 1. */
export function retryDelayMs(failures: number, random: () => number): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1))
  return Math.round(longest / 2 + (random() * longest) / 2)
}
