import type { Configuration, ConfigurationChange } from '@unified-routing/routing'
import { isSame } from './is-same.ts'

/** The lists that name people and that people are edited in. */
const lists = ['representatives', 'queues', 'userGroups'] as const
type EditedList = (typeof lists)[number]

/** The changes that make one document the other, as far as people are concerned. Rows that go are not among them. */
export function changesBetween(before: Configuration, after: Configuration): readonly ConfigurationChange[] {
  return lists.flatMap((list) => rowChanges(list, before, after))
}

function rowChanges(list: EditedList, before: Configuration, after: Configuration): readonly ConfigurationChange[] {
  const known = new Map<string, unknown>(before[list]?.map((row) => [row.name, row]))
  return (after[list] ?? []).flatMap((row): ConfigurationChange[] => {
    const was = known.get(row.name)
    if (was === undefined) return [{ list, name: row.name, row, create: true }]
    return isSame(was, row) ? [] : [{ list, name: row.name, row }]
  })
}
