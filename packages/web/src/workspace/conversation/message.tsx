import { Badge, Text } from '@fluentui/react-components'
import { CheckmarkRegular, NoteRegular } from '@fluentui/react-icons'
import { memo } from 'react'
import { exactText, shortClockText } from '../../ui/time-text.ts'
import styles from './message.module.css'
import { MessageFiles } from './message-files.tsx'
import type { MessageRow } from './message-rows.ts'

const dates = new Intl.DateTimeFormat('en', { dateStyle: 'full' })

const deliveryTexts = { sent: 'Sent', delivered: 'Delivered', read: 'Read' } as const

export interface MessageProps extends MessageRow {
  readonly conversation: string
  readonly who: string
}

/** One message. It is drawn anew only when it changes, however many come after it. */
export const Message = memo(({ message, startsGroup, startsDay, conversation, who }: MessageProps) => {
  const { from, kind, text, attachments, at, delivery } = message
  const instantMs = new Date(at).getTime()
  return (
    <div className={styles.message} data-from={from} data-kind={kind} data-starts={startsGroup}>
      {startsDay ? <Text className={styles.day}>{dates.format(instantMs)}</Text> : null}
      {startsGroup ? (
        <Text size={200} className={styles.who}>
          {who}
          {kind === 'note' ? (
            <Badge appearance="tint" color="warning" size="small" icon={<NoteRegular />} className={styles.badge}>
              Internal note
            </Badge>
          ) : null}
        </Text>
      ) : null}
      {text === '' ? null : <span className={styles.bubble}>{text}</span>}
      <MessageFiles conversation={conversation} attachments={attachments} />
      <Text size={100} className={styles.when}>
        <time dateTime={at} title={exactText(instantMs)}>
          {shortClockText(instantMs)}
        </time>
        {delivery === null ? null : (
          <span className={styles.delivery}>
            {' · '}
            <CheckmarkRegular aria-hidden="true" /> {deliveryTexts[delivery]}
          </span>
        )}
      </Text>
    </div>
  )
})
Message.displayName = 'Message'
