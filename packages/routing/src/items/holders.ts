import type { Instant, RepresentativeName } from '../vocabulary.ts'
import type { WorkItem } from '../work-item.ts'
import { transferOffer } from './stages.ts'

/** Whom an offer of the item awaits an answer of; null: nobody. Also while somebody else still has it (transfer). */
export function offeredTo(item: WorkItem): RepresentativeName | null {
  const { session } = item
  if (session !== null && session.acceptedAt === null) return session.representative
  return transferOffer(item)?.representative ?? null
}

/** Who has accepted the item or was assigned it; in wrap-up, who wraps up. Null: nobody. */
export function assignedTo(item: WorkItem): RepresentativeName | null {
  const { session } = item
  return session === null || session.acceptedAt === null ? null : session.representative
}

/** When the outstanding offer lapses; null: none is out. */
export function offerExpiresAt(item: WorkItem): Instant | null {
  const { session } = item
  if (session !== null && session.acceptedAt === null) return session.offerExpiresAt
  return transferOffer(item)?.offerExpiresAt ?? null
}
