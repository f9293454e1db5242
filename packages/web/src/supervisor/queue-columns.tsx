import type { MetricId, QueueFiguresView } from '@unified-routing/contract'
import { RouterLink } from '../ui/router-links.tsx'
import type { GridColumn } from '../ui/row-grid.tsx'
import hidden from '../ui/visually-hidden.module.css'
import { figureColumn } from './figure-columns.tsx'
import { isMetricId } from './is-metric-id.ts'
import { LongestWait } from './longest-wait.tsx'
import { PeopleBar } from './people-bar.tsx'
import { Sparkline } from './sparkline.tsx'

export type QueueRow = QueueFiguresView['items'][number]

export const queueMetrics = [
  'waiting',
  'longestWait',
  'nobodyCanTake',
  'offered',
  'active',
  'serviceLevel',
  'speedToAnswer',
  'abandoned',
  'abandonRate',
  'entered',
  'available',
  'busy',
  'away',
] as const satisfies readonly MetricId[]

export const queueColumns: readonly GridColumn<QueueRow>[] = [
  {
    key: 'queue',
    header: 'Queue',
    width: 'wide',
    isSortable: true,
    render: ({ queue }) => (
      <RouterLink to="/supervisor/work" search={{ queue }}>
        {queue}
      </RouterLink>
    ),
  },
  figureColumn('waiting'),
  {
    key: 'longestWait',
    header: 'Longest wait',
    width: 'figure',
    isSortable: true,
    render: ({ longestWaitSince, answerWithinSeconds }) => (
      <LongestWait since={longestWaitSince} answerWithinSeconds={answerWithinSeconds} />
    ),
  },
  figureColumn('nobodyCanTake'),
  figureColumn('active'),
  figureColumn('serviceLevel'),
  figureColumn('abandoned'),
  {
    key: 'people',
    header: 'People',
    width: 'wide',
    render: ({ queue, figures: { available = 0, busy = 0, away = 0 } }) => (
      <RouterLink to="/supervisor/representatives" search={{ queue }}>
        <span className={hidden.hidden}>{`People of ${queue}: `}</span>
        <PeopleBar available={available ?? 0} busy={busy ?? 0} away={away ?? 0} />
      </RouterLink>
    ),
  },
  {
    key: 'trend',
    header: 'Entered, 4 hours',
    width: 'narrow',
    render: ({ trend }) => {
      const count = trend.reduce((sum, more) => sum + more, 0)
      return <Sparkline counts={trend} label={`${count} entered in the last four hours`} />
    },
  },
]

export function queueValue(row: QueueRow, key: string): string | number | null | undefined {
  if (key === 'longestWait') return row.longestWaitSince === null ? null : -Date.parse(row.longestWaitSince)
  return isMetricId(key) ? row.figures[key] : row.queue
}
