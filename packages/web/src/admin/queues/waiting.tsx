import { Text } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { Queue } from '@unified-routing/routing'
import { failureText } from '../../data/failure-text.ts'
import { waitingQuery } from '../../data/queries.ts'
import { useFullNames } from '../../data/viewer.ts'
import { workItemColumns } from '../../diagnostics/work-item-columns.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { ProblemBar } from '../../ui/problem-bar.tsx'
import { Section } from '../../ui/section.tsx'
import { TableSkeleton } from '../../ui/table-skeleton.tsx'
import type { NounFieldsProps } from '../frame/noun.ts'
import type { QueueValues } from './queue-values.ts'

const RENEW_MS = 5_000
const shownColumns: ReadonlySet<string> = new Set(['item', 'status', 'duration', 'tries', 'createdAt'])

/** What waits in the queue at this moment, in the order of service. */
export function Waiting({ row }: NounFieldsProps<Queue, QueueValues>) {
  const nameOf = useFullNames()
  const { data, error } = useQuery({
    ...waitingQuery(row?.name ?? ''),
    enabled: row !== null,
    refetchInterval: RENEW_MS,
  })
  const columns = workItemColumns(nameOf).filter(({ key }) => shownColumns.has(key))
  return (
    <Section
      title={data ? `Waiting now (${data.total.toLocaleString('en')})` : 'Waiting now'}
      lead="In the order in which it would be given out. Renewed every few seconds."
    >
      {error ? <ProblemBar title="Not known" text={failureText(error)} /> : null}
      {!data && !error ? <TableSkeleton label="Loading what waits" /> : null}
      {data?.items.length === 0 ? <Text>Nothing waits.</Text> : null}
      {data && data.items.length > 0 ? (
        <DataTable label="What waits" columns={columns} rows={data.items} rowKey={({ id }) => id} />
      ) : null}
      {data && data.total > data.items.length ? <Text>The first {data.items.length} are shown.</Text> : null}
    </Section>
  )
}
