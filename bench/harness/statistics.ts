/** The smallest value that at least this share of the values does not exceed; NaN when there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? Number.NaN
}

/** The middle value; of two, their mean. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right)
  const half = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]]
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2
}

/** Everybody's turns in a number of rounds: each round begins with the next one, so that none always follows the same
 * neighbour or always meets the warmest or the fullest database. */
export function turns<One>(all: readonly One[], rounds: number): readonly (readonly One[])[] {
  return Array.from({ length: rounds }, (_, round) => {
    const first = round % Math.max(all.length, 1)
    return [...all.slice(first), ...all.slice(0, first)]
  })
}

/** Does the same `count` times, at most `inFlight` at once, each by its index. */
export async function inFlight(
  { count, atOnce }: { readonly count: number; readonly atOnce: number },
  act: (index: number) => Promise<void>,
): Promise<void> {
  let next = 0
  const client = async () => {
    for (let index = next++; index < count; index = next++) await act(index)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, client))
}

/** Does the same `count` times, evenly at a rate, whether or not the ones before are done. Each is told how late it is:
 * the timer that it waits for is no finer than a millisecond, and whoever sends may be busy. */
export async function atRate(
  { count, perSecond }: { readonly count: number; readonly perSecond: number },
  act: (index: number, lateMs: number) => Promise<void>,
): Promise<void> {
  const begun = performance.now()
  const dueMs = (index: number) => (index * 1_000) / perSecond
  const running: Promise<void>[] = []
  for (let index = 0; index < count; ) {
    const due = Math.min(count, Math.floor(((performance.now() - begun) * perSecond) / 1_000) + 1)
    for (; index < due; index += 1) running.push(act(index, performance.now() - begun - dueMs(index)))
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  await Promise.all(running)
}
