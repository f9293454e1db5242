import { Button, Text } from '@fluentui/react-components'
import { ArrowDownRegular } from '@fluentui/react-icons'
import { useVirtualizer } from '@tanstack/react-virtual'
import type { MessageView } from '@unified-routing/contract'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useFullNames } from '../../data/viewer.ts'
import { Space } from '../../ui/space.tsx'
import { Message } from './message.tsx'
import styles from './message-list.module.css'
import { messageRows } from './message-rows.ts'
import { OutgoingMessages } from './outgoing-messages.tsx'
import { useReadOut } from './use-read-out.ts'

/** Fewer messages than this are simply there; more are drawn while they are in sight. */
const VIRTUAL_FROM_MESSAGES = 80
const MESSAGE_HEIGHT_PX = 64
const MESSAGES_BEYOND_SIGHT = 10
/** Whoever is this close to the end follows it. */
const AT_END_PX = 40

export interface MessageListProps {
  readonly conversation: string
  readonly messages: readonly MessageView[]
  readonly customerName: string
}

/** What was said so far, the newest in view unless somebody reads further up. New messages are read out once each. */
export function MessageList({ conversation, messages, customerName }: MessageListProps) {
  const nameOf = useFullNames()
  const whoOf = (message: MessageView) => authorText(message, customerName, nameOf)
  const rows = useMemo(() => messageRows(messages), [messages])
  const { frame, content, isAtEnd, handleScroll, toEnd, virtualizer } = useEnd(messages)
  useReadOut(messages, whoOf)
  const isVirtual = rows.length > VIRTUAL_FROM_MESSAGES
  const drawn = virtualizer.getVirtualItems()
  const indexes = isVirtual ? drawn.map(({ index }) => index) : rows.map((_, index) => index)
  const after = virtualizer.getTotalSize() - (drawn.at(-1)?.end ?? 0)
  return (
    <div className={styles.place}>
      {/* Messages are read out as they come, so the list itself keeps silent: what scrolls into it is not new. */}
      <div
        ref={frame}
        className={styles.frame}
        role="log"
        aria-live="off"
        aria-label="Messages"
        // It scrolls by keyboard, so it takes the focus.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        tabIndex={0}
        onScroll={handleScroll}
      >
        {rows.length === 0 ? <Text className={styles.none}>Nothing was said yet.</Text> : null}
        <ul ref={content} className={styles.messages}>
          <Spacer heightPx={drawn[0]?.start ?? 0} />
          {indexes.map((index) => {
            const row = rows[index]
            return row === undefined ? null : (
              <li key={row.message.id} ref={isVirtual ? virtualizer.measureElement : null} data-index={index}>
                <Message {...row} conversation={conversation} who={whoOf(row.message)} />
              </li>
            )
          })}
          <Spacer heightPx={isVirtual ? after : 0} />
          <OutgoingMessages conversation={conversation} messages={messages} onChange={toEnd} />
        </ul>
      </div>
      {isAtEnd ? null : (
        <Button className={styles.toEnd} size="small" icon={<ArrowDownRegular />} onClick={toEnd}>
          Newest messages
        </Button>
      )}
    </div>
  )
}

function Spacer({ heightPx }: { readonly heightPx: number }) {
  return heightPx > 0 ? (
    <li aria-hidden="true">
      <Space heightPx={heightPx} className={styles.space} />
    </li>
  ) : null
}

/** Keeps the end in view for whoever is there, and leaves whoever reads further up alone. */
function useEnd(messages: readonly MessageView[]) {
  const frame = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLUListElement>(null)
  const follows = useRef(true)
  const [isAtEnd, setAtEnd] = useState(true)
  const count = messages.length
  const virtualizer = useVirtualizer({
    count: count > VIRTUAL_FROM_MESSAGES ? count : 0,
    getScrollElement: () => frame.current,
    estimateSize: () => MESSAGE_HEIGHT_PX,
    overscan: MESSAGES_BEYOND_SIGHT,
  })
  const toEnd = () => {
    follows.current = true
    const element = frame.current
    if (element !== null) element.scrollTop = element.scrollHeight
  }
  const size = virtualizer.getTotalSize()
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the list has grown
  useLayoutEffect(() => {
    if (follows.current) toEnd()
  }, [count, size])
  useEffect(() => {
    if (content.current === null) return
    const follow = () => {
      const element = frame.current
      if (element !== null && follows.current) element.scrollTop = element.scrollHeight
    }
    let next = 0
    // A picture that has come, or a narrower page, moves the end as well; what is drawn for it, once more.
    const observer = new ResizeObserver(() => {
      follow()
      cancelAnimationFrame(next)
      next = requestAnimationFrame(follow)
    })
    observer.observe(content.current)
    return () => {
      cancelAnimationFrame(next)
      observer.disconnect()
    }
  }, [])
  const handleScroll = () => {
    const element = frame.current
    if (element === null) return
    const atEnd = element.scrollHeight - element.scrollTop - element.clientHeight < AT_END_PX
    follows.current = atEnd
    setAtEnd(atEnd)
  }
  return { frame, content, isAtEnd, handleScroll, toEnd, virtualizer }
}

function authorText({ from, author }: MessageView, customerName: string, nameOf: (name: string) => string): string {
  switch (from) {
    case 'customer':
      return customerName
    case 'representative':
      return author === null ? 'Representative' : nameOf(author)
    case 'bot':
      return author ?? 'Bot'
    case 'system':
      return 'Automated message'
  }
}
