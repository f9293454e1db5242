import { readBusinessUnitTree, type StoredBusinessUnit } from '../store/business-units.ts'
import type { Store } from '../store/store.ts'

/** Another server hears of a unit that moved at most this much later. */
const REMEMBERED_MS = 5_000

/** The business units as they are, read once and remembered. */
export interface BusinessUnitTree {
  /** Counts the changes that this server has met. */
  readonly version: number
  readonly names: ReadonlySet<string>
  /** A unit and all that are below it; of one that is not in the tree, only itself. */
  from(name: string): readonly string[]
}

export interface BusinessUnitTreeKeeper {
  present(): BusinessUnitTree
  /** Reads it again when what is remembered may be old by now. */
  refresh(): Promise<void>
  /** Reads it again: it was changed here. */
  reload(): Promise<void>
}

export function createBusinessUnitTree({
  store,
  organizationId,
  now,
}: {
  readonly store: Store
  readonly organizationId: string
  readonly now: () => number
}): BusinessUnitTreeKeeper {
  let tree = treeOf([], 0)
  let text = ''
  let readAt = Number.NEGATIVE_INFINITY
  let reading: Promise<void> | null = null
  let begun = 0
  let ended = 0

  async function reload(): Promise<void> {
    begun += 1
    const turn = begun
    const units = await readBusinessUnitTree(store, organizationId)
    // What was asked for earlier may answer later, with what is no longer so.
    if (turn < ended) return
    ended = turn
    readAt = now()
    const fresh = JSON.stringify(units)
    if (fresh === text) return
    text = fresh
    tree = treeOf(units, tree.version + 1)
  }
  return {
    present: () => tree,
    reload,
    async refresh() {
      if (now() - readAt < REMEMBERED_MS) return
      reading ??= reload().finally(() => {
        reading = null
      })
      await reading
    },
  }
}

function treeOf(units: readonly StoredBusinessUnit[], version: number): BusinessUnitTree {
  const children = new Map<string, string[]>()
  for (const { name, parent } of units)
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), name])
  return {
    version,
    names: new Set(units.map(({ name }) => name)),
    from(name) {
      const found = new Set([name])
      // A set hands out what is added while it is walked.
      for (const unit of found) for (const child of children.get(unit) ?? []) found.add(child)
      return [...found]
    },
  }
}
