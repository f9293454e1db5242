import type { ChangeSet } from './change-set.ts'

/** Small facts that outlive items: whose turn it is, shares of an allocation, wrap-up blocks. Plain JSON by key. */
export interface Memory {
  get(key: string): unknown
  /** Null forgets the key. */
  set(key: string, value: unknown): void
  entries(): Iterable<readonly [key: string, value: unknown]>
}

export function createMemory(
  remembered: readonly { readonly key: string; readonly value: unknown }[],
  changes: ChangeSet,
): Memory {
  const values = new Map(remembered.map(({ key, value }) => [key, value]))
  return {
    get: (key) => values.get(key),
    set: (key, value) => {
      if (value === null) values.delete(key)
      else values.set(key, value)
      changes.memory.set(key, value)
    },
    entries: () => values.entries(),
  }
}

/** A key of several parts that no name can forge. */
export function memoryKey(kind: string, ...names: readonly string[]): string {
  return `${kind}:${JSON.stringify(names)}`
}
