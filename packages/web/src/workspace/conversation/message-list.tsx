import { Text } from '@fluentui/react-components'
import type { MessageView } from '@unified-routing/contract'
import { useEffect, useRef } from 'react'
import { useFullNames } from '../../data/viewer.ts'
import { RelativeTime } from '../../ui/relative-time.tsx'
import styles from './message-list.module.css'

export interface MessageListProps {
  readonly messages: readonly MessageView[]
  readonly customerName: string
}

/** What was said so far, the newest in view. New messages are read out when they come. */
export function MessageList({ messages, customerName }: MessageListProps) {
  const nameOf = useFullNames()
  const endRef = useRef<HTMLLIElement>(null)
  const count = messages.length
  useEffect(() => {
    if (count > 0) endRef.current?.scrollIntoView({ block: 'nearest' })
  }, [count])
  if (count === 0) return <Text className={styles.none}>Nothing was said yet.</Text>
  return (
    // Scrolls by keyboard, so it takes the focus.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <div className={styles.frame} role="log" aria-label="Messages" tabIndex={0}>
      <ul className={styles.messages}>
        {messages.map((message) => (
          <li key={message.id} className={styles.message} data-from={message.from}>
            <Text size={200} className={styles.who}>
              {message.from === 'customer' ? customerName : nameOf(message.author ?? 'Representative')} ·{' '}
              <RelativeTime at={message.at} />
            </Text>
            <span className={styles.bubble}>{message.text}</span>
          </li>
        ))}
        <li ref={endRef} aria-hidden="true" />
      </ul>
    </div>
  )
}
