import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useLiveFeed } from '../data/live-context.ts'

/** Figures follow a commit within a second; of what happens in this time one look tells all. */
const LOOK_AFTER_MS = 2_000

/** Reads figures again a moment after something has happened, however much it was. While nothing happens, nothing is
 * read. */
export function useLiveReading(queryKeys: readonly QueryKey[]): void {
  const feed = useLiveFeed()
  const queryClient = useQueryClient()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const look = () => {
      timer = null
      for (const queryKey of queryKeys) void queryClient.invalidateQueries({ queryKey })
    }
    const stopListening = feed.onEvent(() => {
      timer ??= setTimeout(look, LOOK_AFTER_MS)
    })
    return () => {
      stopListening()
      if (timer !== null) clearTimeout(timer)
    }
  }, [feed, queryClient, queryKeys])
}

export interface Pausable<Data> {
  /** What is shown: the newest, or what was there when the page was paused. */
  readonly shown: Data
  /** Null: the page is live. */
  readonly pausedAt: number | null
  readonly toggle: () => void
}

/** Lets a reader hold what moves under their eyes. */
export function usePause<Data>(newest: Data): Pausable<Data> {
  const [held, setHeld] = useState<{ readonly data: Data; readonly at: number } | null>(null)
  return {
    shown: held === null ? newest : held.data,
    pausedAt: held?.at ?? null,
    toggle: () => setHeld(held === null ? { data: newest, at: Date.now() } : null),
  }
}
