import { SearchBox } from '@fluentui/react-components'
import { getRouteApi } from '@tanstack/react-router'
import type { TableView } from '@unified-routing/contract'
import { useEffect, useState } from 'react'
import { FilterChips } from '../ui/filter-chips.tsx'
import { labelOf } from '../ui/words.ts'
import styles from './row-list-filters.module.css'
import { nameColumnOf } from './table-words.ts'

const route = getRouteApi('/app/tables/$table')
const TYPING_PAUSE_MS = 250

const statuses = [
  { value: 'active', label: 'Active' },
  { value: 'closed', label: 'Resolved' },
  { value: 'all', label: 'All' },
] as const

/** Choices short enough for a row of chips. */
const CHIPS_MAX = 5

/** Search, state and the short choice columns of a table, all kept in the address. */
export function RowListFilters({ table }: { readonly table: TableView }) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const handleStatus = (value: (typeof statuses)[number]['value']) =>
    void navigate({
      search: ({ status: _, ...before }) => (value === 'active' ? before : { ...before, status: value }),
    })
  return (
    <search className={styles.filters}>
      <TitleSearch label={`Search by ${labelOf(nameColumnOf(table) ?? 'name').toLowerCase()}`} />
      {table.queueEnabled ? (
        <FilterChips label="Status" chips={statuses} chosen={search.status ?? 'active'} onChoose={handleStatus} />
      ) : null}
      {table.columns
        .filter((column) => column.type === 'choice' && (column.choices?.length ?? 0) <= CHIPS_MAX)
        .map((column) => (
          <ChoiceChips key={column.name} column={column.name} choices={column.choices ?? []} />
        ))}
    </search>
  )
}

function ChoiceChips({ column, choices }: { readonly column: string; readonly choices: readonly string[] }) {
  const { where = {} } = route.useSearch()
  const navigate = route.useNavigate()
  const handleChoose = (value: string) =>
    void navigate({
      search: ({ where: before = {}, ...rest }) => {
        const { [column]: _, ...others } = before
        const next = value === '' ? others : { ...others, [column]: value }
        return Object.keys(next).length === 0 ? rest : { ...rest, where: next }
      },
    })
  return (
    <FilterChips
      label={labelOf(column)}
      chips={[
        { value: '', label: `Any ${labelOf(column).toLowerCase()}` },
        ...choices.map((value) => ({ value, label: value })),
      ]}
      chosen={where[column] ?? ''}
      onChoose={handleChoose}
    />
  )
}

/** Searches when the typing pauses; the address follows without a new entry for every letter. */
function TitleSearch({ label }: { readonly label: string }) {
  const { q = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const [typed, setTyped] = useState(q)
  useEffect(() => {
    if (typed === q) return
    const timer = setTimeout(() => {
      void navigate({
        replace: true,
        search: ({ q: _, ...before }) => (typed === '' ? before : { ...before, q: typed }),
      })
    }, TYPING_PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, q, navigate])
  return (
    <SearchBox
      className={styles.search}
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={(_, { value }) => setTyped(value)}
    />
  )
}
