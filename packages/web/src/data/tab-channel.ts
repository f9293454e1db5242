/** What the tabs of one browser tell each other: never the truth, only that there is something to look at. */
export type TabMessage =
  /** A work item is not what it was; the server says what it is. */
  | { readonly type: 'changed'; readonly id: string }
  | { readonly type: 'read'; readonly id: string }
  /** An offer has reached a tab, which would announce it. */
  | { readonly type: 'claim'; readonly id: string; readonly tab: string; readonly isVisible: boolean }
  /** An offer was announced. */
  | { readonly type: 'told'; readonly id: string }

export interface TabChannel {
  post(message: TabMessage): void
  listen(listener: (message: TabMessage) => void): () => void
}

const NAME = 'unified-routing'

let channel: BroadcastChannel | null = null

/** The channel to the other tabs of this browser that show this application. */
export const tabChannel: TabChannel = {
  post(message) {
    open().postMessage(message)
  },
  listen(listener) {
    const handleMessage = ({ data }: MessageEvent<unknown>) => {
      const message = parse(data)
      if (message) listener(message)
    }
    open().addEventListener('message', handleMessage)
    return () => open().removeEventListener('message', handleMessage)
  },
}

function open(): BroadcastChannel {
  channel ??= new BroadcastChannel(NAME)
  return channel
}

/** A tab that still runs an earlier release may say what this one does not know. */
function parse(data: unknown): TabMessage | null {
  if (typeof data !== 'object' || data === null || !('type' in data) || !('id' in data)) return null
  const { type, id } = data
  if (typeof id !== 'string') return null
  if (type === 'changed' || type === 'read' || type === 'told') return { type, id }
  if (type !== 'claim' || !('tab' in data) || !('isVisible' in data)) return null
  const { tab, isVisible } = data
  return typeof tab === 'string' && typeof isVisible === 'boolean' ? { type, id, tab, isVisible } : null
}
