import { Button, Field, SearchBox, Select, Tag, TagGroup } from '@fluentui/react-components'
import { FilterRegular } from '@fluentui/react-icons'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useId, useState } from 'react'
import type { NounFilter } from '../frame/noun.ts'
import styles from './user-filters.module.css'
import type { UserRow } from './user-list.ts'

const route = getRouteApi('/app/admin/users')
const TYPING_PAUSE_MS = 200

/** The search and the filters of the list of users, kept in the address. */
export function UserFilters({ filters }: { readonly filters: readonly NounFilter<UserRow>[] }) {
  const { where = {} } = route.useSearch()
  const [isOpen, setOpen] = useState(false)
  const choose = useChoose()
  const panelId = useId()
  const chosen = filters.filter(({ key }) => where[key] !== undefined)
  return (
    <search className={styles.filters}>
      <div className={styles.line}>
        <UserSearch />
        <Button
          icon={<FilterRegular />}
          aria-expanded={isOpen}
          aria-controls={panelId}
          onClick={() => setOpen(!isOpen)}
        >
          {chosen.length > 0 ? `Filters (${chosen.length})` : 'Filters'}
        </Button>
        {chosen.length > 0 ? (
          <TagGroup aria-label="Filters in use" onDismiss={(_, { value }) => choose(value, '')}>
            {chosen.map(({ key, label }) => (
              <Tag key={key} value={key} dismissible size="small" dismissIcon={{ 'aria-label': 'Remove the filter' }}>
                {label}: {where[key]}
              </Tag>
            ))}
          </TagGroup>
        ) : null}
      </div>
      <div id={panelId} className={styles.panel} hidden={!isOpen}>
        {filters.map(({ key, label, values }) => (
          <Field key={key} label={label}>
            <Select size="small" value={where[key] ?? ''} onChange={(_, { value }) => choose(key, value)}>
              <option value="">Any</option>
              {values.map((value) => (
                <option key={value}>{value}</option>
              ))}
            </Select>
          </Field>
        ))}
      </div>
    </search>
  )
}

function useChoose(): (key: string, value: string) => void {
  const navigate = route.useNavigate()
  return (key, value) =>
    void navigate({
      search: ({ where: before = {}, ...rest }) => {
        const { [key]: _, ...others } = before
        const where = value === '' ? others : { ...others, [key]: value }
        return Object.keys(where).length === 0 ? rest : { ...rest, where }
      },
    })
}

/** Searches when the typing pauses; the address follows without a new entry for every letter. */
function UserSearch() {
  const { q = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const [typed, setTyped] = useState(q)
  useEffect(() => {
    if (typed === q) return
    const timer = setTimeout(() => {
      void navigate({ replace: true, search: ({ q: _, ...rest }) => (typed === '' ? rest : { ...rest, q: typed }) })
    }, TYPING_PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, q, navigate])
  return (
    <SearchBox
      className={styles.search}
      aria-label="Search users"
      placeholder="Search users"
      value={typed}
      onChange={(_, { value }) => setTyped(value)}
    />
  )
}
