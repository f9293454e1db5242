import type { JournalEvent } from '@unified-routing/contract'
import { clockText, exactText, stepText } from '../ui/time-text.ts'
import { eventText } from './event-text.ts'
import styles from './timeline.module.css'

/** The journal of one item, oldest first: what happened, when, by whom, how long after the line before. */
export function Timeline({ events }: { readonly events: readonly JournalEvent[] }) {
  return (
    <ol className={styles.timeline} aria-label="Journal">
      {events.map((event, index) => (
        <Entry key={event.sequence} event={event} before={events[index - 1]} />
      ))}
    </ol>
  )
}

function Entry({ event, before }: { readonly event: JournalEvent; readonly before: JournalEvent | undefined }) {
  const atMs = new Date(event.at).getTime()
  const { title, detail, tone } = eventText(event)
  return (
    <li className={styles.entry} data-tone={tone}>
      <span className={styles.title}>{title}</span>
      {detail ? <span className={styles.detail}>{detail}</span> : null}
      <span className={styles.when}>
        <time dateTime={new Date(atMs).toISOString()} title={exactText(atMs)}>
          {clockText(atMs)}
        </time>
        {before ? ` · after ${stepText(atMs - new Date(before.at).getTime())}` : ''}
        {event.actor.kind === 'system' ? '' : ` · by ${event.actor.name ?? event.actor.kind}`}
      </span>
    </li>
  )
}
