import type { MetricId, ReportView } from '@unified-routing/contract'
import { channelText } from '../data/work-item-status.ts'
import { channels } from '../search-params.ts'
import type { ReportGroup } from './history-search.ts'

/** What the history shows, in the order of a piece of work: volumes, waits, handling, transfers, the end. */
export const historyMetrics = [
  'entered',
  'answered',
  'speedToAnswer',
  'longestAnswered',
  'serviceLevel',
  'abandoned',
  'abandonRate',
  'handled',
  'averageHandleTime',
  'transferred',
  'transferRate',
  'closed',
] as const satisfies readonly MetricId[]

/** What of it is somebody's own doing. */
export const ownMetrics = [
  'offers',
  'answered',
  'speedToAnswer',
  'rejected',
  'rejectionRate',
  'missed',
  'missedRate',
  'handled',
  'averageHandleTime',
  'averageWrapUp',
  'transferred',
  'transferRate',
] as const satisfies readonly MetricId[]

/** What fits beside one another in a table; tiles, chart and file have the rest. */
export const tableMetrics: readonly MetricId[] = [
  'entered',
  'offers',
  'answered',
  'speedToAnswer',
  'serviceLevel',
  'abandonRate',
  'missedRate',
  'rejectionRate',
  'averageHandleTime',
  'transferRate',
  'closed',
]

export const groupWords: Readonly<Record<ReportGroup, string>> = {
  day: 'Day',
  hour: 'Hour',
  hourOfDay: 'Hour of the day',
  queue: 'Queue',
  representative: 'Representative',
  channel: 'Channel',
}

/** What a line of the report is called. */
export function keyText(
  group: ReportGroup,
  { key, timeZone }: { readonly key: string; readonly timeZone: ReportView['timeZone'] },
  nameOf: (representative: string) => string,
): string {
  if (group === 'day') return new Date(key).toLocaleDateString('en', { timeZone, dateStyle: 'medium' })
  if (group === 'hour')
    return new Date(key).toLocaleString('en', { timeZone, dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' })
  if (group === 'hourOfDay') return `${key.padStart(2, '0')}:00`
  if (group === 'representative') return nameOf(key)
  const channel = channels.find((name) => name === key)
  return group === 'channel' && channel !== undefined ? channelText({ channel, record: null }) : key
}
