import type { WorkItemView } from '@unified-routing/contract'

/** What somebody is asked about an item, and until when. */
export interface Asked {
  /** Offer: to take it. Transfer: to take it over. Consult: for advice. */
  readonly what: 'offer' | 'transfer' | 'consult'
  readonly since: string
  /** Null: it does not lapse. */
  readonly until: string | null
}

type AskedItem = Pick<
  WorkItemView,
  'state' | 'assignedTo' | 'offeredTo' | 'offerExpiresAt' | 'changedAt' | 'session' | 'participants'
>

/** What of an item awaits the answer of a representative; null: nothing. */
export function askedOf(item: AskedItem, representative: string | null): Asked | null {
  if (representative === null) return null
  if (item.offeredTo === representative) {
    return item.assignedTo === null
      ? { what: 'offer', since: item.session?.offeredAt ?? item.changedAt, until: item.offerExpiresAt }
      : { what: 'transfer', since: item.changedAt, until: item.offerExpiresAt }
  }
  const part = item.participants.find((each) => each.representative === representative)
  return part?.joinedAt === null ? { what: 'consult', since: part.addedAt, until: part.expiresAt } : null
}

/** Whether a representative has an item, is asked about it, or is consulted about it: it is among their work. */
export function isAmongWork(item: AskedItem, representative: string | null): boolean {
  if (representative === null || item.state === 'Closed') return false
  if (item.assignedTo === representative || item.offeredTo === representative) return true
  return item.participants.some((each) => each.mode === 'consult' && each.representative === representative)
}
