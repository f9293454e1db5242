import { Field, Select } from '@fluentui/react-components'
import { PeopleRegular } from '@fluentui/react-icons'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { queuesQuery, representativesQuery } from '../data/queries.ts'
import { useOrganization } from '../data/viewer.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import { presenceLabel } from '../ui/presence-badge.tsx'
import { RowGrid } from '../ui/row-grid.tsx'
import type { RowSelection } from '../ui/use-grid-keys.ts'
import { Definitions } from './definitions.tsx'
import { representativeFiguresQuery } from './figure-queries.ts'
import styles from './figures.module.css'
import { FindBox } from './find-box.tsx'
import { PauseControl } from './live-controls.tsx'
import { PeriodChips } from './period-chips.tsx'
import { type PersonRow, personColumns, personMetrics, personRows, personValue } from './person-columns.tsx'
import { PersonCommands } from './person-commands.tsx'
import { SavedViews } from './saved-views.tsx'
import { searchOfSort, sortedRows, sortOfSearch } from './sorted-rows.ts'
import { useLiveReading, usePause } from './use-live-reading.ts'

const route = getRouteApi('/app/supervisor/representatives')
const liveKeys = [['figures', 'representatives'], representativesQuery.queryKey] as const

/** Everybody with presence, load and present work, and what they did. */
export function RepresentativesPage() {
  const { period = 'today' } = route.useSearch()
  const { data: people } = useSuspenseQuery(representativesQuery)
  const { data: figures } = useSuspenseQuery(representativeFiguresQuery(period))
  useLiveReading(liveKeys)
  const rows = useMemo(() => personRows(people, figures.items), [people, figures])
  const { shown, pausedAt, toggle } = usePause(rows)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const chosen = useMemo(() => shown.filter(({ name }) => selected.has(name)), [shown, selected])
  return (
    <Page
      title="Representatives"
      lead="Who is there and since when, how full their hands are, and what they did."
      commands={
        <>
          <PersonCommands selected={chosen} />
          <PauseControl pausedAt={pausedAt} onToggle={toggle} />
          <Definitions ids={personMetrics} />
          <SavedViews page="representatives" />
        </>
      }
    >
      <Filters />
      <People rows={shown} selection={{ selected, onChange: setSelected }} />
    </Page>
  )
}

function Filters() {
  const { q, queue, presence, period } = route.useSearch()
  const navigate = route.useNavigate()
  const { data: queues } = useSuspenseQuery(queuesQuery)
  const { presences } = useOrganization()
  return (
    <search className={styles.filters}>
      <FindBox
        label="Find somebody"
        text={q}
        onFind={(text) =>
          void navigate({
            replace: true,
            search: ({ q: _q, ...before }) => (text === undefined ? before : { ...before, q: text }),
          })
        }
      />
      <Field label="Queue" size="small">
        <Select
          size="small"
          value={queue ?? ''}
          onChange={(_, { value }) =>
            void navigate({
              search: ({ queue: _q, ...before }) => (value === '' ? before : { ...before, queue: value }),
            })
          }
        >
          <option value="">Any queue</option>
          {queues.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </Select>
      </Field>
      <Field label="Presence" size="small">
        <Select
          size="small"
          value={presence ?? ''}
          onChange={(_, { value }) =>
            void navigate({
              search: ({ presence: _p, ...before }) => (value === '' ? before : { ...before, presence: value }),
            })
          }
        >
          <option value="">Any presence</option>
          {presences.map(({ name }) => (
            <option key={name} value={name}>
              {presenceLabel(name)}
            </option>
          ))}
        </Select>
      </Field>
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

interface PeopleProps {
  readonly rows: readonly PersonRow[]
  readonly selection: RowSelection
}

function People({ rows, selection }: PeopleProps) {
  const { q = '', queue, presence, sort } = route.useSearch()
  const navigate = route.useNavigate()
  const order = useMemo(() => sortOfSearch(sort, 'fullName'), [sort])
  const listed = useMemo(() => {
    const wanted = q.toLowerCase()
    const found = rows.filter(
      (row) =>
        row.fullName.toLowerCase().includes(wanted) &&
        (queue === undefined || row.queues.includes(queue)) &&
        (presence === undefined || row.presence === presence),
    )
    return sortedRows(found, order, personValue)
  }, [rows, q, queue, presence, order])
  if (listed.length === 0)
    return (
      <EmptyState
        icon={<PeopleRegular />}
        title="Nobody matches"
        text="Representatives of the configuration are shown here. Change the filters to see others."
      />
    )
  return (
    <RowGrid
      label="Representatives"
      columns={personColumns}
      rows={listed}
      rowKey={(row) => row.name}
      rowName={(row) => row.fullName}
      selection={selection}
      sort={order}
      onSort={(next) => void navigate({ search: (before) => ({ ...before, sort: searchOfSort(next) }) })}
      onOpen={({ name }) => void navigate({ to: '/supervisor/work', search: { representative: name } })}
    />
  )
}
