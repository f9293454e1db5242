const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })
const exact = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' })
const clock = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })

const shortClock = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** "3 minutes ago", "yesterday", "in 2 hours"; "just now" within ten seconds. */
export function relativeText(instantMs: number, nowMs: number): string {
  const distanceMs = instantMs - nowMs
  const sizeMs = Math.abs(distanceMs)
  if (sizeMs < 10 * SECOND_MS) return 'just now'
  if (sizeMs < MINUTE_MS) return relative.format(Math.round(distanceMs / SECOND_MS), 'second')
  if (sizeMs < HOUR_MS) return relative.format(Math.round(distanceMs / MINUTE_MS), 'minute')
  if (sizeMs < DAY_MS) return relative.format(Math.round(distanceMs / HOUR_MS), 'hour')
  return relative.format(Math.round(distanceMs / DAY_MS), 'day')
}

/** "0:07", "12:40", "3:05:09", "2 d 4 h": how long something took or has lasted. */
export function durationText(durationMs: number): string {
  const seconds = Math.max(0, Math.floor(durationMs / SECOND_MS))
  const hours = Math.floor(seconds / 3600)
  if (hours >= 24) return `${Math.floor(hours / 24)} d ${hours % 24} h`
  const minutes = Math.floor((seconds % 3600) / 60)
  const rest = String(seconds % 60).padStart(2, '0')
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`
}

/** "120 ms", "3.4 s", then as `durationText`: for the short times between two steps of routing. */
export function stepText(durationMs: number): string {
  if (durationMs < SECOND_MS) return `${durationMs} ms`
  return durationMs < MINUTE_MS ? `${(durationMs / SECOND_MS).toFixed(1)} s` : durationText(durationMs)
}

export function exactText(instantMs: number): string {
  return exact.format(instantMs)
}

export function clockText(instantMs: number): string {
  return clock.format(instantMs)
}

/** "14:05". */
export function shortClockText(instantMs: number): string {
  return shortClock.format(instantMs)
}
