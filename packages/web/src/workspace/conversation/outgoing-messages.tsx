import { Button, Text } from '@fluentui/react-components'
import type { MessageView } from '@unified-routing/contract'
import { useLayoutEffect } from 'react'
import styles from './message.module.css'
import { useOutbox } from './use-outbox.ts'

export interface OutgoingMessagesProps {
  readonly conversation: string
  /** What was said: the stream may have brought a message before its confirmation. */
  readonly messages: readonly MessageView[]
  /** There are more, or fewer, than before. */
  readonly onChange: () => void
}

/** What is on its way, after everything that was said. What did not go through waits for a decision. */
export function OutgoingMessages({ conversation, messages, onChange }: OutgoingMessagesProps) {
  const { outgoing: all, retry, discard } = useOutbox(conversation)
  const outgoing = all.filter(({ key }) => !messages.some(({ id }) => id === key))
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever something was sent
  useLayoutEffect(onChange, [outgoing.length])
  return outgoing.map(({ key, kind, text, attachments, failure }) => (
    <li key={key}>
      <div className={styles.message} data-from="representative" data-kind={kind} data-starts="true">
        {text === '' ? null : <span className={styles.bubble}>{text}</span>}
        {attachments.length > 0 ? <Text size={200}>{attachments.map(({ name }) => name).join(', ')}</Text> : null}
        {failure === null ? (
          <Text size={100} className={styles.when}>
            Sending
          </Text>
        ) : (
          <>
            <Text size={200} className={styles.failed} role="alert">
              Not sent: {failure}
            </Text>
            <span className={styles.answers}>
              <Button size="small" onClick={retry}>
                Try again
              </Button>
              <Button size="small" onClick={() => discard(key)}>
                Discard
              </Button>
            </span>
          </>
        )}
      </div>
    </li>
  ))
}
