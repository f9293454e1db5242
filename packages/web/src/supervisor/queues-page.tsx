import { DataTrendingRegular } from '@fluentui/react-icons'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { EmptyState } from '../ui/empty-state.tsx'
import { FilterChips } from '../ui/filter-chips.tsx'
import { Page } from '../ui/page.tsx'
import { RowGrid } from '../ui/row-grid.tsx'
import { Definitions } from './definitions.tsx'
import { queueFiguresQuery } from './figure-queries.ts'
import { FigureTiles } from './figure-tiles.tsx'
import styles from './figures.module.css'
import { FindBox } from './find-box.tsx'
import { PauseControl } from './live-controls.tsx'
import { PeriodChips } from './period-chips.tsx'
import { type QueueRow, queueColumns, queueMetrics, queueValue } from './queue-columns.tsx'
import { SavedViews } from './saved-views.tsx'
import { searchOfSort, sortedRows, sortOfSearch } from './sorted-rows.ts'
import { useLiveReading, usePause } from './use-live-reading.ts'

const route = getRouteApi('/app/supervisor/queues')
const figureKeys = [['figures', 'queues']] as const

const tiles = ['waiting', 'longestWait', 'nobodyCanTake', 'active', 'serviceLevel', 'abandonRate', 'available'] as const

const types = [
  { value: 'messaging', label: 'Messaging' },
  { value: 'voice', label: 'Voice' },
  { value: 'record', label: 'Records' },
] as const

/** Every queue as it is now: what waits and how long, how soon it is answered, and who is there. */
export function QueuesPage() {
  const { period = 'today' } = route.useSearch()
  const { data } = useSuspenseQuery(queueFiguresQuery(period))
  useLiveReading(figureKeys)
  const { shown, pausedAt, toggle } = usePause(data)
  const { figures, longestWaitSince } = shown.total
  return (
    <Page
      title="Queues"
      lead="What waits, how soon it is answered, and who is there. A queue leads to its work, its people to who they are."
      commands={
        <>
          <PauseControl pausedAt={pausedAt} onToggle={toggle} />
          <Definitions ids={queueMetrics} />
          <SavedViews page="queues" />
        </>
      }
    >
      <FigureTiles label="All queues" ids={tiles} figures={figures} longestWaitSince={longestWaitSince} />
      <Filters />
      <Queues rows={shown.items} />
    </Page>
  )
}

function Filters() {
  const { period, type, q } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <search className={styles.filters}>
      <FindBox
        label="Find a queue"
        text={q}
        onFind={(text) =>
          void navigate({
            replace: true,
            search: ({ q: _q, ...before }) => (text === undefined ? before : { ...before, q: text }),
          })
        }
      />
      <FilterChips
        label="Type"
        chips={types}
        chosen={type ?? null}
        onChoose={(chosen) =>
          void navigate({
            search: ({ type: _, ...before }) => (chosen === null ? before : { ...before, type: chosen }),
          })
        }
      />
      <PeriodChips
        period={period}
        onChoose={(chosen) =>
          void navigate({
            search: ({ period: _, ...before }) => (chosen === undefined ? before : { ...before, period: chosen }),
          })
        }
      />
    </search>
  )
}

function Queues({ rows }: { readonly rows: readonly QueueRow[] }) {
  const { q = '', type, sort } = route.useSearch()
  const navigate = route.useNavigate()
  const order = useMemo(() => sortOfSearch(sort, 'queue'), [sort])
  const listed = useMemo(() => {
    const wanted = q.toLowerCase()
    const found = rows.filter(
      (row) => row.queue.toLowerCase().includes(wanted) && (type === undefined || row.type === type),
    )
    return sortedRows(found, order, queueValue)
  }, [rows, q, type, order])
  if (listed.length === 0)
    return (
      <EmptyState
        icon={<DataTrendingRegular />}
        title={rows.length === 0 ? 'No queues' : 'No queue matches'}
        text={rows.length === 0 ? 'Queues of the organization are shown here.' : 'Change the filters to see others.'}
      />
    )
  return (
    <RowGrid
      label="Queues"
      columns={queueColumns}
      rows={listed}
      rowKey={(row) => row.queue}
      sort={order}
      onSort={(next) => void navigate({ search: (before) => ({ ...before, sort: searchOfSort(next) }) })}
      onOpen={({ queue }) => void navigate({ to: '/supervisor/work', search: { queue } })}
    />
  )
}
