import type { RowKey } from '@unified-routing/routing'
import DataLoader from 'dataloader'
import type { RowReach } from '../../store/reach.ts'
import type { Reads } from '../../store/reads.ts'
import type { Services } from '../services.ts'

/** Keys of one query. */
const KEYS_MAX = 1_000

/** The reads of a server for many operations at once: what they ask for at the same time is one query for all of them.
 * Nothing is remembered: what is read after a commit is what it left. */
export function batchReads({ reads, engine }: Pick<Services, 'reads' | 'engine'>): Reads {
  const workItems = loaderOf((ids: readonly string[]) => reads.workItemsById(ids), byId)
  const messages = loaderOf((ids: readonly string[]) => reads.messagesById(ids), byId)
  const rows = perReach((reach) => loaderOf((keys: readonly RowKey[]) => reads.rowsByKey(keys, reach), byKey))
  const storedRows = perReach((reach) =>
    loaderOf((keys: readonly RowKey[]) => reads.storedRowsByKey(keys, reach), byKey),
  )
  return {
    ...reads,
    workItem: async (id) => engine.committedItem(id) ?? workItems.load(id),
    message: (id) => messages.load(id),
    row: (key, reach) => storedRows(reach).load(key),
    rowsByKey: async (keys, reach) => {
      const found = await Promise.all(keys.map((key) => rows(reach).load(key)))
      return found.filter((row) => row !== null)
    },
  }
}

/** `ofKey`, `ofFound`: the text that a key and what is found under it have in common. */
function loaderOf<Key, Found>(
  read: (keys: readonly Key[]) => Promise<readonly Found[]>,
  { ofKey, ofFound }: { readonly ofKey: (key: Key) => string; readonly ofFound: (found: Found) => string },
) {
  return new DataLoader<Key, Found | null>(
    async (keys) => {
      const wanted = new Map(keys.map((key) => [ofKey(key), key]))
      const found = new Map((await read([...wanted.values()])).map((one) => [ofFound(one), one]))
      return keys.map((key) => found.get(ofKey(key)) ?? null)
    },
    { cache: false, maxBatchSize: KEYS_MAX },
  )
}

const byId = { ofKey: (id: string) => id, ofFound: ({ id }: { readonly id: string }) => id }
const byKey = { ofKey: textOf, ofFound: textOf }

function textOf({ table, id }: RowKey): string {
  return `${table}\n${id}`
}

function perReach<Loader>(create: (reach: RowReach | null) => Loader): (reach: RowReach | null) => Loader {
  const made = new Map<string, Loader>()
  return (reach) => {
    const key = JSON.stringify(reach)
    const loader = made.get(key) ?? create(reach)
    made.set(key, loader)
    return loader
  }
}
