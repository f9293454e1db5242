import { Text } from '@fluentui/react-components'
import { Link } from '@tanstack/react-router'
import type { WorkItemView } from '@unified-routing/contract'
import { memo } from 'react'
import { channelText, stageOf, stageSince } from '../data/work-item-status.ts'
import { Elapsed } from '../ui/elapsed.tsx'
import { Glow } from '../ui/glow.tsx'
import { ChannelIcon } from './channel-icon.tsx'
import styles from './inbox-card.module.css'
import type { InboxView } from './inbox-views.ts'

export interface InboxCardProps {
  readonly item: WorkItemView
  readonly view: InboxView
}

/** One work item of the inbox: what it is about, from whom, where, and for how long. */
export const InboxCard = memo(({ item, view }: InboxCardProps) => (
  <li>
    <Link
      className={styles.card}
      activeProps={{ className: styles.active ?? '' }}
      to="/workspace/$id"
      params={{ id: item.id }}
      search={view === 'my' ? {} : { view }}
      activeOptions={{ includeSearch: false }}
    >
      <span className={styles.top}>
        <ChannelIcon item={item} />
        <Text size={200} className={styles.quiet}>
          {channelText(item)}
        </Text>
        <Text size={200} className={styles.time}>
          <Elapsed since={view === 'open' ? item.waitStartedAt : stageSince(item)} until={item.closedAt} />
        </Text>
      </span>
      <Text weight="semibold" className={styles.title}>
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
  </li>
))
InboxCard.displayName = 'InboxCard'
