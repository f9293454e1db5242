import { Text } from '@fluentui/react-components'
import type { WorkItemView } from '@unified-routing/contract'
import { channelText, workItemStatus } from '../data/work-item-status.ts'
import { Elapsed } from '../ui/elapsed.tsx'
import { Glow } from '../ui/glow.tsx'
import { RouterLink } from '../ui/router-links.tsx'
import type { GridColumn } from '../ui/row-grid.tsx'
import { StatusText } from '../ui/status-text.tsx'
import styles from './figures.module.css'

/** Every conversation and record under way: where it stands, how long it waited, how long it is handled. */
export function workColumns(nameOf: (representative: string) => string): readonly GridColumn<WorkItemView>[] {
  return [
    { key: 'title', header: 'Work', width: 'wide', render: (item) => <Title item={item} /> },
    { key: 'state', header: 'State', width: 'narrow', render: (item) => <State item={item} nameOf={nameOf} /> },
    { key: 'queue', header: 'Queue', render: (item) => item.queue ?? '–' },
    {
      key: 'representative',
      header: 'Representative',
      render: (item) => {
        const holder = item.assignedTo ?? item.offeredTo
        if (holder !== null) return nameOf(holder)
        return item.bot === null ? '–' : `Bot ${item.bot}`
      },
    },
    { key: 'queuedAt', header: 'Wait', width: 'narrow', isSortable: true, render: (item) => <Wait item={item} /> },
    { key: 'handle', header: 'Handled for', width: 'narrow', render: (item) => <Handled item={item} /> },
    {
      key: 'createdAt',
      header: 'Age',
      width: 'narrow',
      isSortable: true,
      render: ({ createdAt }) => <Elapsed since={createdAt} />,
    },
  ]
}

function Title({ item }: { readonly item: WorkItemView }) {
  const customer = item.customerName === null || item.customerName === item.title ? '' : ` · ${item.customerName}`
  return (
    <span className={styles.item}>
      <RouterLink to="/diagnostics/$id" params={{ id: item.id }}>
        {item.title}
      </RouterLink>
      <Text size={200} className={styles.quiet}>
        {channelText(item)}
        {customer}
      </Text>
    </span>
  )
}

function State({ item, nameOf }: { readonly item: WorkItemView; readonly nameOf: (name: string) => string }) {
  const text = item.offeredTo === null ? item.state : 'Offered'
  return (
    <Glow of={text}>
      <StatusText tone={workItemStatus(item, nameOf).tone}>{text}</StatusText>
    </Glow>
  )
}

/** From entering its queue to the answer; it ticks until then. */
function Wait({ item: { queuedAt, session, state } }: { readonly item: WorkItemView }) {
  if (queuedAt === null) return <>–</>
  const acceptedAt = session?.acceptedAt ?? null
  return acceptedAt === null && state !== 'Open' && state !== 'Active' ? (
    <>–</>
  ) : (
    <Elapsed since={queuedAt} until={acceptedAt} />
  )
}

function Handled({ item: { session } }: { readonly item: WorkItemView }) {
  return session?.acceptedAt ? <Elapsed since={session.acceptedAt} /> : <>–</>
}
