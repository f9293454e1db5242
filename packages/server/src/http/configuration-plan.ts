import { isDeepStrictEqual } from 'node:util'
import type { ConfigurationCheck } from '@unified-routing/contract'
import type { Configuration } from '@unified-routing/routing'

type Planned = ConfigurationCheck['plan'][number]

/** How the entries of each list are told apart, where it isn't by their name. */
const identities: Readonly<Record<string, readonly string[]>> = {
  rows: ['table', 'id'],
  recordTypes: ['table'],
  preferredRepresentatives: ['contact'],
}

/** What replacing one document by another adds, changes and removes, entry by entry. */
export function planConfiguration(present: Configuration, next: Configuration): Planned[] {
  const before = new Map(Object.entries(present))
  const after = new Map(Object.entries(next))
  const lists = [...new Set([...before.keys(), ...after.keys()])].filter((list) => list !== 'version')
  return lists.flatMap((list) => planList(list, entriesOf(list, before.get(list)), entriesOf(list, after.get(list))))
}

function planList(list: string, before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): Planned[] {
  const names = [...new Set([...before.keys(), ...after.keys()])]
  return names.flatMap((name): Planned[] => {
    if (!after.has(name)) return [{ change: 'remove', list, name }]
    if (!before.has(name)) return [{ change: 'add', list, name }]
    return isDeepStrictEqual(before.get(name), after.get(name)) ? [] : [{ change: 'change', list, name }]
  })
}

/** The entries of a list by identity; of `organization`, its settings by key; of skill types, the words themselves. */
function entriesOf(list: string, value: unknown): ReadonlyMap<string, unknown> {
  if (Array.isArray(value)) return new Map(value.map((entry: unknown) => [identityOf(list, entry), entry]))
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : new Map()
}

function identityOf(list: string, entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return String(entry)
  const fields = new Map<string, unknown>(Object.entries(entry))
  return (identities[list] ?? ['name']).map((key) => String(fields.get(key))).join(' ')
}
