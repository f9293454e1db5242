import type { MessageView } from '@unified-routing/contract'
import { useEffect, useRef } from 'react'
import { useSession } from '../../data/viewer.ts'
import { announce } from '../../ui/announcer.tsx'

/** Has each message read out once, when it comes: not those that were there before, nor the viewer's own. */
export function useReadOut(messages: readonly MessageView[], whoOf: (message: MessageView) => string): void {
  const { representative } = useSession()
  const readUpTo = useRef<number | null>(null)
  useEffect(() => {
    const before = readUpTo.current
    readUpTo.current = messages.at(-1)?.number ?? before ?? 0
    if (before === null) return
    for (const message of messages) {
      if (message.number <= before || message.author === representative) continue
      const kind = message.kind === 'note' ? 'notes' : 'says'
      announce(`${whoOf(message)} ${kind}: ${message.text || 'a file'}`)
    }
  }, [messages, representative, whoOf])
}
