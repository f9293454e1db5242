import { useSyncExternalStore } from 'react'
import styles from './visually-hidden.module.css'

export type Urgency = 'polite' | 'assertive'

interface Announcement {
  readonly text: string
  readonly number: number
}

const nothing: Announcement = { text: '', number: 0 }
let latest: Record<Urgency, Announcement> = { polite: nothing, assertive: nothing }
const listeners = new Set<() => void>()

/** Has a screen reader say a sentence: `assertive` interrupts, for offers that expire. */
export function announce(text: string, urgency: Urgency = 'polite'): void {
  latest = { ...latest, [urgency]: { text, number: latest[urgency].number + 1 } }
  for (const listener of listeners) listener()
}

/** The two live regions. Mounted once, before anything is announced. */
export function Announcer() {
  const { polite, assertive } = useSyncExternalStore(subscribe, () => latest)
  return (
    <>
      <div className={styles.hidden} aria-live="polite" role="status">
        <span key={polite.number}>{polite.text}</span>
      </div>
      <div className={styles.hidden} aria-live="assertive" role="alert">
        <span key={assertive.number}>{assertive.text}</span>
      </div>
    </>
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
