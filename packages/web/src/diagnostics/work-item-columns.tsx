import { Text } from '@fluentui/react-components'
import type { WorkItemView } from '@unified-routing/contract'
import { channelText, stageOf, stageSince, triesOf, workItemStatus } from '../data/work-item-status.ts'
import type { Column } from '../ui/data-table.tsx'
import { Elapsed } from '../ui/elapsed.tsx'
import { Glow } from '../ui/glow.tsx'
import { RelativeTime } from '../ui/relative-time.tsx'
import { RouterLink } from '../ui/router-links.tsx'
import { StatusText } from '../ui/status-text.tsx'
import styles from './work-item-columns.module.css'

/** The columns of the list of work items. */
export function workItemColumns(nameOf: (representative: string) => string): readonly Column<WorkItemView>[] {
  const holderOf = (item: WorkItemView) => {
    const holder = item.assignedTo ?? item.offeredTo
    return holder ? nameOf(holder) : '–'
  }
  return [
    { key: 'item', header: 'Work item', width: 'wide', render: (item) => <ItemLink item={item} /> },
    { key: 'status', header: 'Status', width: 'narrow', render: (item) => <Status item={item} nameOf={nameOf} /> },
    { key: 'stage', header: 'Stage', width: 'narrow', render: stageOf },
    { key: 'queue', header: 'Queue', render: (item) => item.queue ?? '–' },
    { key: 'representative', header: 'Representative', render: holderOf },
    { key: 'duration', header: 'In this stage', width: 'narrow', render: (item) => <InStage item={item} /> },
    { key: 'tries', header: 'Tries', width: 'narrow', render: triesOf },
    {
      key: 'createdAt',
      header: 'Created',
      width: 'narrow',
      isSortable: true,
      render: (item) => <RelativeTime at={item.createdAt} />,
    },
    {
      key: 'changedAt',
      header: 'Changed',
      width: 'narrow',
      isSortable: true,
      render: (item) => <RelativeTime at={item.changedAt} />,
    },
  ]
}

function ItemLink({ item }: { readonly item: WorkItemView }) {
  return (
    <span className={styles.item}>
      <RouterLink to="/diagnostics/$id" params={{ id: item.id }}>
        {item.title}
      </RouterLink>
      <Text size={200} className={styles.quiet}>
        {channelText(item)}
        {item.customerName && item.customerName !== item.title ? ` · ${item.customerName}` : ''}
      </Text>
    </span>
  )
}

interface StatusProps {
  readonly item: WorkItemView
  readonly nameOf: (representative: string) => string
}

function Status({ item, nameOf }: StatusProps) {
  const { tone } = workItemStatus(item, nameOf)
  return (
    <Glow of={item.offeredTo ? 'Offered' : item.state}>
      <StatusText tone={tone}>{item.offeredTo ? 'Offered' : item.state}</StatusText>
    </Glow>
  )
}

/** A closed item's last stage is over, so its time stands still. */
function InStage({ item }: { readonly item: WorkItemView }) {
  return item.closedAt ? <>–</> : <Elapsed since={stageSince(item)} />
}
