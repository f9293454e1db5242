import { SearchBox } from '@fluentui/react-components'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { FilterChips } from '../../ui/filter-chips.tsx'
import type { Listing } from './listed-rows.ts'
import styles from './noun-list-filters.module.css'

const route = getRouteApi('/app/admin/$noun')
const TYPING_PAUSE_MS = 200

export interface NounListFiltersProps<Row> {
  readonly listing: Listing<Row>
  /** What is searched: "skills". */
  readonly label: string
}

/** The search and the chips of a list, kept in the address. */
export function NounListFilters<Row>({ listing, label }: NounListFiltersProps<Row>) {
  const { where = {} } = route.useSearch()
  const navigate = route.useNavigate()
  const choose = (key: string, value: string | null) =>
    void navigate({
      search: ({ where: before = {}, ...rest }) => {
        const { [key]: _, ...others } = before
        const next = value === null ? others : { ...others, [key]: value }
        return Object.keys(next).length === 0 ? rest : { ...rest, where: next }
      },
    })
  return (
    <search className={styles.filters}>
      <Search label={`Search ${label}`} />
      {listing.filters
        .filter(({ values }) => values.length > 1)
        .map((filter) => (
          <FilterChips
            key={filter.key}
            label={filter.label}
            chips={filter.values.map((value) => ({ value, label: value }))}
            chosen={where[filter.key] ?? null}
            onChoose={(value) => choose(filter.key, value)}
          />
        ))}
    </search>
  )
}

/** Searches when the typing pauses; the address follows without a new entry for every letter. */
function Search({ label }: { readonly label: string }) {
  const { q = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const [typed, setTyped] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const search = (text: string) => {
    setTyped(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      void navigate({ replace: true, search: ({ q: _, ...rest }) => (text === '' ? rest : { ...rest, q: text }) })
    }, TYPING_PAUSE_MS)
  }
  return (
    <SearchBox
      className={styles.search}
      aria-label={label}
      placeholder={label}
      value={typed ?? q}
      onChange={(_, { value }) => search(value)}
      // From then on the address says what is searched, also after Back.
      onBlur={() => setTyped(null)}
    />
  )
}
