import { Button, CounterBadge } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, memo, useEffect } from 'react'
import { isNotFound } from '../data/failure-text.ts'
import { workItemQuery } from '../data/queries.ts'
import { channelText } from '../data/work-item-status.ts'
import hidden from '../ui/visually-hidden.module.css'
import { ChannelIcon } from './channel-icon.tsx'
import styles from './session-strip.module.css'
import { useUnread } from './use-inbox.ts'

/** From here on the badge says "9+". */
const UNREAD_SHOWN_MAX = 9

export interface SessionTabProps {
  readonly id: string
  /** Its place, for the keys. */
  readonly number: number
  /** What is open is being read. */
  readonly isOpen: boolean
  readonly onClose: (id: string) => void
  /** There is no such item for the viewer any more. */
  readonly onGone: (id: string) => void
  readonly onKey: (event: KeyboardEvent, id: string) => void
}

/** One session: what it is, whether something in it is new, and the way to close it. */
export const SessionTab = memo(({ id, number, isOpen, onClose, onGone, onKey }: SessionTabProps) => {
  const { data: item, error } = useQuery(workItemQuery(id))
  const count = useUnread(id)
  const unread = isOpen ? 0 : count
  const isGone = isNotFound(error)
  useEffect(() => {
    if (isGone) onGone(id)
  }, [isGone, id, onGone])
  const title = item?.title ?? 'Session'
  return (
    <li className={styles.tab} data-closed={item?.state === 'Closed'}>
      <Link
        className={styles.link}
        activeProps={{ className: styles.active ?? '' }}
        activeOptions={{ includeSearch: false }}
        to="/workspace/$id"
        params={{ id }}
        search={(before) => before}
        title={tooltip(title, unread, number)}
        onKeyDown={(event) => onKey(event, id)}
      >
        {item ? <ChannelIcon item={item} /> : null}
        <span className={styles.title}>{title}</span>
        {item ? <span className={hidden.hidden}>{channelText(item)}</span> : null}
        {unread > 0 ? (
          <>
            <CounterBadge count={unread} overflowCount={UNREAD_SHOWN_MAX} size="small" color="danger" aria-hidden />
            <span className={hidden.hidden}>{unread} unread</span>
          </>
        ) : null}
      </Link>
      <Button
        className={styles.close}
        size="small"
        appearance="transparent"
        icon={<DismissRegular />}
        aria-label={`Close session ${title}`}
        onClick={() => onClose(id)}
      />
    </li>
  )
})
SessionTab.displayName = 'SessionTab'

function tooltip(title: string, unread: number, number: number): string {
  const keys = number <= 9 ? ` (Alt+${number})` : ''
  if (unread === 0) return `${title}${keys}`
  return `${title}. ${unread} new ${unread === 1 ? 'update' : 'updates'} in your conversation${keys}`
}
