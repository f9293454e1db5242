import type { LiveSnapshot } from '@unified-routing/client'
import { createContext, use, useSyncExternalStore } from 'react'
import type { LiveFeed } from './live-feed.ts'

export const LiveContext = createContext<LiveFeed | null>(null)

export function useLiveFeed(): LiveFeed {
  const feed = use(LiveContext)
  if (!feed) throw new Error('LiveContext is missing above this component')
  return feed
}

export function useLiveSnapshot(): LiveSnapshot {
  const feed = useLiveFeed()
  return useSyncExternalStore(feed.subscribe, feed.getSnapshot)
}
