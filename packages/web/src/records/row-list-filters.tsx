import { SearchBox } from '@fluentui/react-components'
import { getRouteApi } from '@tanstack/react-router'
import type { RowView, TableView } from '@unified-routing/contract'
import { useEffect, useState } from 'react'
import type { RowListSearch } from '../search-params.ts'
import { FilterChips } from '../ui/filter-chips.tsx'
import { labelOf } from '../ui/words.ts'
import { columnsInUse } from './row-columns.tsx'
import styles from './row-list-filters.module.css'
import { nameColumnOf } from './table-words.ts'

const route = getRouteApi('/app/tables/$table')
const TYPING_PAUSE_MS = 250

type Status = NonNullable<RowListSearch['status']> | 'active'

const statuses: readonly { readonly value: Status; readonly label: string }[] = [
  { value: 'active', label: 'Active' },
  { value: 'closed', label: 'Resolved' },
]

/** Choices short enough for a row of chips, and how many such rows a person still takes in. */
const CHIPS_MAX = 5
const CHOICES_SHOWN_MAX = 3

export interface RowListFiltersProps {
  readonly table: TableView
  /** The rows that are listed: what they have in common is worth filtering by. */
  readonly rows: readonly RowView[]
}

/** Search, state and the short choice columns of a table, all kept in the address. */
export function RowListFilters({ table, rows }: RowListFiltersProps) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const handleStatus = (value: Status | null) =>
    void navigate({ search: ({ status: _, ...before }) => ({ ...before, ...statusSearch(value) }) })
  const inUse = columnsInUse(table, rows)
  const choices = table.columns
    .filter(({ choices }) => choices !== null && choices.length <= CHIPS_MAX)
    .filter((column) => inUse.includes(column) || search.where?.[column.name] !== undefined)
    .slice(0, CHOICES_SHOWN_MAX)
  return (
    <search className={styles.filters}>
      <TitleSearch label={`Search by ${labelOf(nameColumnOf(table) ?? 'name').toLowerCase()}`} />
      {table.queueEnabled ? (
        <FilterChips label="Status" chips={statuses} chosen={chosenStatus(search.status)} onChoose={handleStatus} />
      ) : null}
      {choices.map((column) => (
        <ChoiceChips key={column.name} column={column.name} choices={column.choices ?? []} />
      ))}
    </search>
  )
}

function ChoiceChips({ column, choices }: { readonly column: string; readonly choices: readonly string[] }) {
  const { where = {} } = route.useSearch()
  const navigate = route.useNavigate()
  const handleChoose = (value: string | null) =>
    void navigate({
      search: ({ where: before = {}, ...rest }) => {
        const { [column]: _, ...others } = before
        const next = value === null ? others : { ...others, [column]: value }
        return Object.keys(next).length === 0 ? rest : { ...rest, where: next }
      },
    })
  return (
    <FilterChips
      label={labelOf(column)}
      chips={choices.map((value) => ({ value, label: value }))}
      chosen={where[column] ?? null}
      onChoose={handleChoose}
    />
  )
}

/** The address says nothing for the active rows, which most people want. */
function statusSearch(status: Status | null): Pick<RowListSearch, 'status'> {
  if (status === null) return { status: 'all' }
  return status === 'active' ? {} : { status }
}

function chosenStatus(status: RowListSearch['status']): Status | null {
  if (status === 'all') return null
  return status ?? 'active'
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
