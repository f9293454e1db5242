/** Of all chances of a run; printed by each test, so that what it found can be found again. */
export const seed = Number(process.env.CRASH_SEED ?? Date.now() % 1_000_000)

const MINUTE_MS = 60_000
/** Tests that share the minutes of `npm run crash -- --minutes N`. */
const SHARES = 4
const share = (Number(process.env.CRASH_MINUTES ?? 0) * MINUTE_MS) / SHARES
/** More than a round ever takes, on a busy machine. */
const ROUND_MAX_MS = 60_000

/** By command, and not as a part of all tests. */
export const isLong = share > 0 || process.env.CRASH_ROUNDS !== undefined

/** Rounds of a test: so many at least, and more while its share of the minutes lasts. */
export function* rounds(atLeast: number): Generator<number> {
  const until = performance.now() + share
  const count = Number(process.env.CRASH_ROUNDS ?? atLeast)
  for (let round = 1; round <= count || performance.now() < until; round++) yield round
}

/** How long something lasts: short in CI, its share of the minutes by command. */
export function lasting(shortMs: number): number {
  return Math.max(shortMs, share)
}

/** Of a test with so many rounds at least. */
export function timeoutOf(atLeast: number): number {
  return 2 * MINUTE_MS + share + Math.max(atLeast, Number(process.env.CRASH_ROUNDS ?? 0)) * ROUND_MAX_MS
}
