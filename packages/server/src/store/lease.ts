import { sql } from 'kysely'
import type { Store } from './store.ts'

/** The right to write for an organization. Each taking raises the epoch, and a commit names its own, and its number in it. */
export interface Lease {
  readonly organizationId: string
  readonly epoch: number
}

export interface TakenLease extends Lease {
  /** The last instant at which the holder before was certainly alive; null: there was none. */
  readonly lastAliveAt: number | null
}

/** A lease as a follower sees it. */
export interface LeaseSight {
  readonly epoch: number
  readonly aliveAt: number
  readonly expiresAt: number
}

export interface LeaseClaim {
  readonly organizationId: string
  readonly holder: string
  readonly now: number
  readonly expiresAt: number
  /** Take it from a living holder only when its epoch is still this; null: only when it is free, ours or run out. */
  readonly fromEpoch: number | null
}

/** Takes the lease, or gives null when another holder has it. Waits for a commit of the holder before. */
export async function takeLease({ db }: Store, claim: LeaseClaim): Promise<TakenLease | null> {
  const { organizationId, holder, now, expiresAt, fromEpoch } = claim
  const created = await sql<{ epoch: number }>`
    insert into router_lease (organization_id, epoch, holder, alive_at, expires_at)
    values (${organizationId}, 1, ${holder}, ${now}, ${expiresAt})
    on conflict (organization_id) do nothing
    returning epoch`.execute(db)
  const first = created.rows[0]
  if (first !== undefined) return { organizationId, epoch: first.epoch, lastAliveAt: null }
  const taken = await sql<{ epoch: number; last_alive_at: number }>`
    update router_lease
       set epoch = epoch + 1,
           commits = 0,
           holder = ${holder},
           alive_at = ${now},
           expires_at = ${expiresAt}
     where organization_id = ${organizationId}
       and (holder is null or holder = ${holder} or expires_at <= ${now} or epoch = ${fromEpoch})
    returning epoch, old.alive_at as last_alive_at`.execute(db)
  const next = taken.rows[0]
  return next === undefined ? null : { organizationId, epoch: next.epoch, lastAliveAt: next.last_alive_at }
}

/** Says that the holder lives; false when the lease has another epoch by now. */
export async function renewLease(
  { db }: Store,
  lease: Lease,
  times: { now: number; expiresAt: number },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update router_lease
       set alive_at = ${times.now},
           expires_at = ${times.expiresAt}
     where organization_id = ${lease.organizationId}
       and epoch = ${lease.epoch}`.execute(db)
  return numAffectedRows === 1n
}

/** Gives the lease back, so that the next server need not wait. */
export async function releaseLease({ db }: Store, lease: Lease, now: number): Promise<void> {
  await sql`
    update router_lease
       set holder = null,
           alive_at = ${now},
           expires_at = ${now}
     where organization_id = ${lease.organizationId}
       and epoch = ${lease.epoch}`.execute(db)
}

export async function readLease({ db }: Store, organizationId: string): Promise<LeaseSight | null> {
  const { rows } = await sql<{ epoch: number; alive_at: number; expires_at: number }>`
    select epoch, alive_at, expires_at
      from router_lease
     where organization_id = ${organizationId}`.execute(db)
  const row = rows[0]
  return row === undefined ? null : { epoch: row.epoch, aliveAt: row.alive_at, expiresAt: row.expires_at }
}
