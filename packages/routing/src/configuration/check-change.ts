import type { Configuration, Table } from './document.ts'
import type { Renaming } from './editing/change.ts'
import type { ListName } from './editing/row-names.ts'
import { builtInTables } from './tables.ts'
import type { Problem } from './validation/problem.ts'

/** What a new document may not change of the one in force: some choices are made once.
 *
 * The type of a queue, the distribution of a workstream, the reset of a capacity profile, a table that can be added
 * to queues. Both documents are valid by themselves. What
 * `renamings` name is the element of before; any other new name is a new element, which may choose anew. */
export function checkChange(
  previous: Configuration,
  next: Configuration,
  renamings: readonly Renaming[] = [],
): readonly Problem[] {
  const formerNames = (list: ListName) =>
    new Map(renamings.flatMap(({ list: of, from, to }) => (of === list ? [[to, from]] : [])))
  return [
    ...fixed(previous.queues, next.queues, {
      list: 'queues',
      key: 'type',
      of: ({ type }) => type,
      formerNames: formerNames('queues'),
    }),
    ...fixed(previous.workstreams, next.workstreams, {
      list: 'workstreams',
      key: 'distribution',
      of: ({ distribution = 'push' }) => distribution,
      formerNames: formerNames('workstreams'),
    }),
    ...fixed(previous.capacityProfiles, next.capacityProfiles, {
      list: 'capacityProfiles',
      key: 'reset',
      of: ({ reset = 'immediate' }) => reset,
      formerNames: formerNames('capacityProfiles'),
    }),
    ...queueEnabledSwitchedOff(previous, next),
  ]
}

interface FixedField<Row> {
  readonly list: string
  readonly key: string
  readonly of: (row: Row) => string
  /** By present name. */
  readonly formerNames: ReadonlyMap<string, string>
}

function fixed<Row extends { readonly name: string }>(
  previous: readonly Row[] | undefined,
  next: readonly Row[] | undefined,
  { list, key, of, formerNames }: FixedField<Row>,
): readonly Problem[] {
  const before = new Map(previous?.map((row) => [row.name, of(row)]))
  const givenUp = new Set(formerNames.values())
  return (next ?? []).flatMap((row, index) => {
    const formerName = formerNames.get(row.name) ?? (givenUp.has(row.name) ? null : row.name)
    const chosen = formerName === null ? undefined : before.get(formerName)
    if (chosen === undefined || chosen === of(row)) return []
    const message = `'${row.name}' was made with '${chosen}', which cannot change; keep it or make a new one`
    return [{ path: `${list}[${index}].${key}`, message }]
  })
}

function queueEnabledSwitchedOff(previous: Configuration, next: Configuration): readonly Problem[] {
  const isOn = ({ name, queueEnabled }: Table) =>
    queueEnabled ?? builtInTables.some((table) => table.name === name && table.queueEnabled === true)
  const wereOn = new Set(previous.tables?.filter(isOn).map(({ name }) => name))
  return (next.tables ?? []).flatMap((table, index) =>
    wereOn.has(table.name) && !isOn(table)
      ? [
          {
            path: `tables[${index}].queueEnabled`,
            message: `'${table.name}' can be added to queues for good; leave it on`,
          },
        ]
      : [],
  )
}
