import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { queuesQuery, representativesQuery } from '../data/queries.ts'
import { channelText } from '../data/work-item-status.ts'
import { channels } from '../search-params.ts'
import { FilterChips } from '../ui/filter-chips.tsx'
import { Choice } from './choice.tsx'
import styles from './figures.module.css'
import { parseWorkSearch, workStates } from './supervisor-search.ts'

const route = getRouteApi('/app/supervisor/work')

const states = workStates.map((state) => ({ value: state, label: state }))

/** State, queue, representative and channel, kept in the address. */
export function WorkFilters() {
  const { state, queue, representative, channel } = route.useSearch()
  const navigate = route.useNavigate()
  const { data: queues } = useSuspenseQuery(queuesQuery)
  const { data: people } = useSuspenseQuery(representativesQuery)
  const set = (changes: Readonly<Record<string, string | null>>) =>
    void navigate({ search: (before) => parseWorkSearch({ ...before, ...changes }) })
  return (
    <search className={styles.filters}>
      <FilterChips label="State" chips={states} chosen={state ?? null} onChoose={(value) => set({ state: value })} />
      <Choice label="Queue" any="Any queue" value={queue} onChoose={(value) => set({ queue: value })}>
        {queues.map(({ name }) => ({ value: name, text: name }))}
      </Choice>
      <Choice
        label="Representative"
        any="Anybody or nobody"
        value={representative}
        onChoose={(value) => set({ representative: value })}
      >
        {people.map(({ name, fullName }) => ({ value: name, text: fullName }))}
      </Choice>
      <Choice label="Channel" any="Any channel" value={channel} onChoose={(value) => set({ channel: value })}>
        {channels.map((name) => ({ value: name, text: channelText({ channel: name, record: null }) }))}
      </Choice>
    </search>
  )
}
