import type { Instant } from '@unified-routing/routing'

const RECENT_MAX = 512
/** What was written lately, by its instant: an item is shown again and again, to its caller and on streams, and writing its
 * instants took longer than all else of it. */
const recent: { readonly instant: Instant; readonly text: string }[] = []

/** An instant as the API writes it. */
export function isoInstant(instant: Instant): string {
  const place = instant % RECENT_MAX
  const known = recent[place]
  if (known?.instant === instant) return known.text
  const text = new Date(instant).toISOString()
  if (Number.isSafeInteger(place) && place >= 0) recent[place] = { instant, text }
  return text
}

export function isoInstantOrNull(instant: Instant | null): string | null {
  return instant === null ? null : isoInstant(instant)
}
