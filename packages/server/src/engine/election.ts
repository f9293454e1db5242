import { readLease, type TakenLease, takeLease } from '../store/lease.ts'
import type { Store } from '../store/store.ts'
import type { Clock } from './clock.ts'

export interface Candidacy {
  readonly store: Store
  readonly organizationId: string
  readonly holder: string
  readonly isAlone: boolean
  readonly clock: Clock
  readonly leaseMs: number
}

/** Stands for the lease, one attempt a call.
 *
 * A holder counts as gone when its lease has run out by our clock, or when it has not been renewed for that long
 * while we watched: so clocks that disagree cannot keep an organization without a router. */
export function createElection(candidacy: Candidacy): { stand(): Promise<TakenLease | null> } {
  const { store, organizationId, holder, isAlone, clock, leaseMs } = candidacy
  let seen: { readonly epoch: number; readonly aliveAt: number; readonly since: number } | null = null

  return {
    stand: async () => {
      const sight = await readLease(store, organizationId)
      if (sight !== null && (sight.epoch !== seen?.epoch || sight.aliveAt !== seen.aliveAt)) {
        seen = { epoch: sight.epoch, aliveAt: sight.aliveAt, since: performance.now() }
      }
      const isSilent = seen !== null && performance.now() - seen.since > leaseMs
      const fromEpoch = sight !== null && (isAlone || isSilent) ? sight.epoch : null
      const now = clock.now()
      return await takeLease(store, { organizationId, holder, now, expiresAt: now + leaseMs, fromEpoch })
    },
  }
}
