/** Time, chance and network, handed in so that tests can hold them. */
export interface Surroundings {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  readonly openSocket: (url: string, listener: SocketListener) => Socket
  readonly now: () => number
  readonly random: () => number
  readonly newId: () => string
  /** Runs something later and returns how to call it off. */
  readonly after: (delayMs: number, run: () => void) => () => void
}

export interface SocketListener {
  readonly onOpen: () => void
  readonly onMessage: (data: unknown) => void
  readonly onClose: () => void
}

export interface Socket {
  close(): void
}

/** The browser's own. */
export function browserSurroundings(): Surroundings {
  return {
    fetch: (url, init) => fetch(url, init),
    openSocket: (url, { onOpen, onMessage, onClose }) => {
      const socket = new WebSocket(url)
      socket.addEventListener('open', onOpen)
      socket.addEventListener('message', ({ data }) => onMessage(data))
      socket.addEventListener('close', onClose)
      return socket
    },
    now: () => Date.now(),
    random: () => Math.random(),
    newId: () => newId(),
    after: (delayMs, run) => {
      const timer = setTimeout(run, delayMs)
      return () => clearTimeout(timer)
    },
  }
}

/** `crypto.randomUUID` exists in secure contexts only, and a shop may still be served without one. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
