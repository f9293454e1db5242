/** How long what was read of the settings is good. */
const GOOD_FOR_MS = 2_000

/** Reads again what may have changed, a moment late at most; a reading that failed is not kept. */
export function createRecentReading<Value>(read: () => Promise<Value>, now: () => number): () => Promise<Value> {
  let last: { readonly at: number; readonly value: Promise<Value> } | null = null
  return () => {
    if (last !== null && now() - last.at < GOOD_FOR_MS) return last.value
    const value = read()
    last = { at: now(), value }
    value.catch(() => {
      last = null
    })
    return value
  }
}
