import { Badge } from '@fluentui/react-components'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { WorkItemView } from '@unified-routing/contract'
import { workItemQuery } from '../data/queries.ts'
import { useFullNames, useSession } from '../data/viewer.ts'
import { channelText, workItemStatus } from '../data/work-item-status.ts'
import { Column, Columns } from '../ui/columns.tsx'
import { Elapsed } from '../ui/elapsed.tsx'
import { Facts } from '../ui/facts.tsx'
import { Page } from '../ui/page.tsx'
import { RouterLink } from '../ui/router-links.tsx'
import { Section } from '../ui/section.tsx'
import { StatusText } from '../ui/status-text.tsx'
import { AfterChat } from './after-chat.tsx'
import { Conversation } from './conversation/conversation.tsx'
import { ItemCommands } from './conversation/item-commands.tsx'
import { CustomerCard } from './customer-card.tsx'
import { RecentCases, Timeline } from './customer-history.tsx'
import { RecordPanel } from './record-panel.tsx'
import { useMarkRead } from './use-mark-read.ts'

const route = getRouteApi('/app/workspace/$id')

/** The item that is being worked on: its conversation or record, its customer, and what can be done. */
export function OpenItem() {
  const { id } = route.useParams()
  const { data: item } = useSuspenseQuery(workItemQuery(id))
  return <OpenSession key={id} item={item} />
}

function OpenSession({ item }: { readonly item: WorkItemView }) {
  useMarkRead(item)
  return (
    <Page
      title={item.title}
      trail={[
        <RouterLink key="inbox" to="/workspace" search={(before) => before}>
          Inbox
        </RouterLink>,
      ]}
      badge={<Badge appearance="tint">{channelText(item)}</Badge>}
      commands={<ItemCommands item={item} />}
    >
      <Columns kind="narrowLast">
        <Column>
          {item.record ? (
            <RecordPanel key={item.record.id} workItem={item.id} record={item.record} />
          ) : (
            <Conversation item={item} />
          )}
        </Column>
        <Column>
          <ItemFacts item={item} />
          <AfterChat item={item} />
          {item.customer ? <CustomerParts customer={item.customer} item={item} /> : null}
        </Column>
      </Columns>
    </Page>
  )
}

function CustomerParts({ customer, item }: { readonly customer: string; readonly item: WorkItemView }) {
  return (
    <>
      <CustomerCard id={customer} linked={item.linkedRecord} />
      <RecentCases customer={customer} />
      <Timeline customer={customer} besides={item.id} />
    </>
  )
}

function ItemFacts({ item }: { readonly item: WorkItemView }) {
  const nameOf = useFullNames()
  const session = useSession()
  const { text, tone } = workItemStatus(item, (name) => (name === session.representative ? 'you' : nameOf(name)))
  return (
    <Section title="Work item">
      <StatusText tone={tone}>{text}</StatusText>
      <Facts
        facts={[
          { name: 'Queue', value: item.queue ?? '–' },
          { name: 'Workstream', value: item.workstream },
          { name: 'Since it came', value: <Elapsed since={item.createdAt} until={item.closedAt} /> },
          { name: 'Skills asked for', value: Object.keys(item.skills).join(', ') || 'None' },
        ]}
      />
    </Section>
  )
}
