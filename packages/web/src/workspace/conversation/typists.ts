import { useEffect, useRef, useState } from 'react'
import { api } from '../../data/api.ts'
import { useLiveFeed } from '../../data/live-context.ts'

/** Whoever has not shown for so long that they type has stopped. */
const SHOWN_MS = 6_000
/** How often the other side is told that typing goes on. */
const TOLD_EVERY_MS = 3_000

/** Who types in a conversation at this moment, beside the viewer. */
export function useTypists(conversation: string, viewer: string | null): readonly string[] {
  const feed = useLiveFeed()
  const [typists, setTypists] = useState<readonly string[]>([])
  useEffect(() => {
    const timers = new Map<string, ReturnType<typeof setTimeout>>()
    const forget = (who: string) => {
      clearTimeout(timers.get(who))
      timers.delete(who)
      setTypists((known) => (known.includes(who) ? known.filter((name) => name !== who) : known))
    }
    const stopSignals = feed.onSignal((signal) => {
      if (signal.type !== 'typing' || signal.workItem !== conversation) return
      const who = signal.from === 'customer' ? CUSTOMER : (signal.author ?? signal.from)
      if (who === viewer) return
      clearTimeout(timers.get(who))
      timers.set(
        who,
        setTimeout(() => forget(who), SHOWN_MS),
      )
      setTypists((known) => (known.includes(who) ? known : [...known, who]))
    })
    // Whoever has said what they typed does not type any more.
    const stopEvents = feed.onEvent(({ message, workItem }) => {
      if (message && workItem?.id === conversation) forget(message.author ?? CUSTOMER)
    })
    return () => {
      stopSignals()
      stopEvents()
      for (const timer of timers.values()) clearTimeout(timer)
      setTypists([])
    }
  }, [feed, conversation, viewer])
  return typists
}

/** Stands for the customer among the names of representatives, none of which is empty. */
export const CUSTOMER = ''

/** Tells the customer that the viewer types, not more often than needed. A lost signal does not matter. */
export function useTellTyping(conversation: string): () => void {
  const toldAt = useRef(0)
  return () => {
    const now = Date.now()
    if (now - toldAt.current < TOLD_EVERY_MS) return
    toldAt.current = now
    void api.conversations.typing(conversation, 'representative').catch(() => undefined)
  }
}
