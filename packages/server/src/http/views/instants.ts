import type { Instant } from '@unified-routing/routing'

/** An instant as the API writes it. */
export function isoInstant(instant: Instant): string {
  return new Date(instant).toISOString()
}

export function isoInstantOrNull(instant: Instant | null): string | null {
  return instant === null ? null : isoInstant(instant)
}
