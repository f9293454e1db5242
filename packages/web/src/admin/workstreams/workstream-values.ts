import type { Workstream } from '@unified-routing/routing'

/** What the form of a workstream holds; the rest of it has a page of its own. */
export type WorkstreamValues = {
  name: string
  type: Workstream['type']
  channel: Workstream['channel']
  table: string
  distribution: 'push' | 'pick'
}

/** A copy of another keeps its rules and settings, unless they were written for other work. */
export function workstreamOf(
  { name, type, channel, table, distribution }: WorkstreamValues,
  before: Workstream | null,
): Workstream {
  const kind =
    type === 'record'
      ? ({ type, channel: 'record', table } as const)
      : { type, channel: type === 'voice' ? ('voice' as const) : channel }
  const isSameKind = before?.type === type && before.channel === kind.channel && before.table === kind.table
  const { distribution: _, ...kept } = isSameKind ? before : {}
  return { ...kept, name, ...kind, ...(distribution === 'pick' && type !== 'voice' ? { distribution } : {}) }
}
