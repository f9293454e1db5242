import type { SessionTabs } from './session-tabs.ts'

const PREFIX = 'unified-routing.sessions'

/** The open sessions of an account in this browser. All tabs of the browser show the same, and a reload changes nothing. */
export class SessionStore {
  readonly #key: string
  readonly #listeners = new Set<() => void>()
  #tabs: SessionTabs

  constructor(account: string) {
    this.#key = `${PREFIX}.${account}`
    this.#tabs = this.#read()
  }

  readonly getSnapshot = (): SessionTabs => this.#tabs

  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.size === 0) window.addEventListener('storage', this.#handleStorage)
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size === 0) window.removeEventListener('storage', this.#handleStorage)
    }
  }

  change(change: (tabs: SessionTabs) => SessionTabs): void {
    const next = change(this.#tabs)
    if (next === this.#tabs) return
    this.#tabs = next
    try {
      localStorage.setItem(this.#key, JSON.stringify(next))
    } catch {
      // A full storage costs the sessions after a reload, not now.
    }
    this.#tell()
  }

  readonly #handleStorage = (event: StorageEvent): void => {
    if (event.key !== this.#key) return
    this.#tabs = this.#read()
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }

  #read(): SessionTabs {
    try {
      const parsed: unknown = JSON.parse(localStorage.getItem(this.#key) ?? '[]')
      return Array.isArray(parsed) ? parsed.filter((id) => typeof id === 'string') : []
    } catch {
      return []
    }
  }
}

const stores = new Map<string, SessionStore>()

export function sessionStoreOf(account: string): SessionStore {
  const known = stores.get(account)
  if (known) return known
  const made = new SessionStore(account)
  stores.set(account, made)
  return made
}
