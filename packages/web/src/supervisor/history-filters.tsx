import { Field, Input, Select } from '@fluentui/react-components'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { reportGroups } from '@unified-routing/contract'
import { queuesQuery, representativesQuery } from '../data/queries.ts'
import { useOrganization } from '../data/viewer.ts'
import { channelText } from '../data/work-item-status.ts'
import { channels } from '../search-params.ts'
import { Choice } from './choice.tsx'
import styles from './figures.module.css'
import { datesOf, parseHistorySearch } from './history-search.ts'
import { groupWords } from './history-words.ts'

const route = getRouteApi('/app/supervisor/history')

/** Dates, what the lines are, and of what: kept in the address. */
export function HistoryFilters() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { timeZone } = useOrganization()
  const { data: queues } = useSuspenseQuery(queuesQuery)
  const { data: people } = useSuspenseQuery(representativesQuery)
  const { from, to } = datesOf(search, timeZone)
  const set = (changes: Readonly<Record<string, string>>) =>
    void navigate({ replace: true, search: (before) => parseHistorySearch({ ...before, ...changes }) })
  return (
    <search className={styles.filters}>
      <Field label="From" size="small">
        <Input size="small" type="date" value={from} max={to} onChange={(_, { value }) => set({ from: value })} />
      </Field>
      <Field label="To" size="small">
        <Input size="small" type="date" value={to} min={from} onChange={(_, { value }) => set({ to: value })} />
      </Field>
      <Field label="A line for each" size="small">
        <Select size="small" value={search.by ?? 'day'} onChange={(_, { value }) => set({ by: value })}>
          {reportGroups.map((group) => (
            <option key={group} value={group}>
              {groupWords[group]}
            </option>
          ))}
        </Select>
      </Field>
      <Choice label="Queue" any="Any queue" value={search.queue} onChoose={(value) => set({ queue: value })}>
        {queues.map(({ name }) => ({ value: name, text: name }))}
      </Choice>
      <Choice
        label="Representative"
        any="Everybody"
        value={search.representative}
        onChoose={(value) => set({ representative: value })}
      >
        {people.map(({ name, fullName }) => ({ value: name, text: fullName }))}
      </Choice>
      <Choice label="Channel" any="Any channel" value={search.channel} onChoose={(value) => set({ channel: value })}>
        {channels.map((name) => ({ value: name, text: channelText({ channel: name, record: null }) }))}
      </Choice>
    </search>
  )
}
