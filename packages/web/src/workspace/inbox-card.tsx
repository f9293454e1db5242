import { CounterBadge, Text } from '@fluentui/react-components'
import { Link } from '@tanstack/react-router'
import type { WorkItemView } from '@unified-routing/contract'
import { memo } from 'react'
import { channelText, stageOf, stageSince } from '../data/work-item-status.ts'
import { Elapsed } from '../ui/elapsed.tsx'
import { Glow } from '../ui/glow.tsx'
import hidden from '../ui/visually-hidden.module.css'
import { ChannelIcon } from './channel-icon.tsx'
import styles from './inbox-card.module.css'
import type { InboxViewName } from './inbox-views.ts'
import { useUnread } from './use-inbox.ts'

/** More than this is shown as "9+". */
const UNREAD_SHOWN_MAX = 9

export interface InboxCardProps {
  readonly item: WorkItemView
  readonly view: InboxViewName
}

/** One work item of the inbox: what it is about, from whom, where, for how long, and what of it is unread. */
export const InboxCard = memo(({ item, view }: InboxCardProps) => {
  const unread = useUnread(item.id)
  return (
    <Link
      className={styles.card}
      activeProps={{ className: styles.active ?? '' }}
      data-unread={unread > 0}
      to="/workspace/$id"
      params={{ id: item.id }}
      search={(before) => before}
      activeOptions={{ includeSearch: false }}
    >
      <span className={styles.top}>
        <ChannelIcon item={item} />
        <Text size={200} className={styles.quiet}>
          {channelText(item)}
        </Text>
        {unread > 0 ? <Unread item={item} count={unread} /> : null}
        <Text size={200} className={styles.time}>
          <Elapsed since={view === 'open' ? item.waitStartedAt : stageSince(item)} until={item.closedAt} />
        </Text>
      </span>
      <Text weight={unread > 0 ? 'bold' : 'semibold'} className={styles.title}>
        {item.title}
      </Text>
      {item.customerName && item.customerName !== item.title ? <Text size={200}>{item.customerName}</Text> : null}
      <span className={styles.bottom}>
        <Text size={200} className={styles.quiet}>
          {item.queue ?? item.workstream}
        </Text>
        <Text size={200} className={styles.stage} data-stage={stageOf(item)}>
          <Glow of={stageOf(item)}>{item.offeredTo ? 'Offered' : item.state}</Glow>
        </Text>
      </span>
    </Link>
  )
})
InboxCard.displayName = 'InboxCard'

function Unread({ item, count }: { readonly item: WorkItemView; readonly count: number }) {
  if (item.record)
    return (
      <Text size={200} className={styles.isNew}>
        New
      </Text>
    )
  return (
    <>
      <CounterBadge count={count} overflowCount={UNREAD_SHOWN_MAX} size="small" color="danger" aria-hidden="true" />
      <span className={hidden.hidden}>{count} unread</span>
    </>
  )
}
