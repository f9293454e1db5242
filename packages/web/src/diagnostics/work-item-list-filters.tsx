import { Field, Select } from '@fluentui/react-components'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { queuesQuery } from '../data/queries.ts'
import { type WorkItemState, workItemStates } from '../search-params.ts'
import { FilterChips } from '../ui/filter-chips.tsx'
import styles from './work-item-list-filters.module.css'

const route = getRouteApi('/app/diagnostics')

const states = workItemStates.map((state) => ({ value: state, label: state }))

/** State and queue, kept in the address. */
export function WorkItemListFilters() {
  const { state, queue } = route.useSearch()
  const navigate = route.useNavigate()
  const { data: queues } = useSuspenseQuery(queuesQuery)
  const handleState = (value: WorkItemState | null) =>
    void navigate({ search: ({ state: _, ...before }) => (value === null ? before : { ...before, state: value }) })
  const handleQueue = (value: string) =>
    void navigate({ search: ({ queue: _, ...before }) => (value === '' ? before : { ...before, queue: value }) })
  return (
    <search className={styles.filters}>
      <FilterChips label="State" chips={states} chosen={state ?? null} onChoose={handleState} />
      <Field label="Queue" orientation="horizontal" size="small">
        <Select size="small" value={queue ?? ''} onChange={(_, { value }) => handleQueue(value)}>
          <option value="">Any queue</option>
          {queues.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </Select>
      </Field>
    </search>
  )
}
