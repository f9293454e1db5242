import { sql } from 'kysely'
import type { Store } from './store.ts'

/** An invitation as it is kept; instants are milliseconds UTC. */
export interface StoredInvitation {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly representative: string | null
  readonly roles: readonly string[]
  readonly createdAt: number
  readonly createdBy: string
  readonly expiresAt: number
  readonly acceptedAt: number | null
  readonly revokedAt: number | null
}

interface Key {
  readonly organizationId: string
}

const INVITATIONS_SHOWN_MAX = 1_000

const columns = sql`
  id, email, name, representative, roles,
  created_at as "createdAt", created_by as "createdBy", expires_at as "expiresAt",
  accepted_at as "acceptedAt", revoked_at as "revokedAt"`

/** Keeps a new invitation; an open one to the same address ends with it. */
export async function replaceInvitation(
  { db }: Pick<Store, 'db'>,
  invitation: StoredInvitation & Key & { readonly tokenHash: string },
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await sql`
      update invitation
         set revoked_at = ${invitation.createdAt}
       where organization_id = ${invitation.organizationId}
         and email = ${invitation.email}
         and accepted_at is null
         and revoked_at is null`.execute(transaction)
    await sql`
      insert into invitation (
        organization_id, id, token_hash, email, name, representative, roles, created_at, created_by, expires_at
      ) values (
        ${invitation.organizationId}, ${invitation.id}, ${invitation.tokenHash}, ${invitation.email},
        ${invitation.name}, ${invitation.representative}, ${JSON.stringify(invitation.roles)}::jsonb,
        ${invitation.createdAt}, ${invitation.createdBy}, ${invitation.expiresAt}
      )`.execute(transaction)
  })
}

export async function listInvitations(
  { db }: Pick<Store, 'db'>,
  { organizationId }: Key,
): Promise<readonly StoredInvitation[]> {
  const { rows } = await sql<StoredInvitation>`
    select ${columns}
      from invitation
     where organization_id = ${organizationId}
     order by created_at desc, id
     limit ${INVITATIONS_SHOWN_MAX}`.execute(db)
  return rows
}

export async function readInvitation(
  { db }: Pick<Store, 'db'>,
  { organizationId, id }: Key & { readonly id: string },
): Promise<StoredInvitation | null> {
  const { rows } = await sql<StoredInvitation>`
    select ${columns}
      from invitation
     where organization_id = ${organizationId}
       and id = ${id}`.execute(db)
  return rows[0] ?? null
}

interface Token extends Key {
  readonly tokenHash: string
  readonly now: number
}

/** The invitation of a link that can still be used. */
export async function readOpenInvitation(
  { db }: Pick<Store, 'db'>,
  { organizationId, tokenHash, now }: Token,
): Promise<StoredInvitation | null> {
  const { rows } = await sql<StoredInvitation>`
    select ${columns}
      from invitation
     where organization_id = ${organizationId}
       and token_hash = ${tokenHash}
       and accepted_at is null
       and revoked_at is null
       and expires_at > ${now}`.execute(db)
  return rows[0] ?? null
}

/** Uses an invitation up. Of several at once, one gets true. */
export async function claimInvitation(
  { db }: Pick<Store, 'db'>,
  { organizationId, tokenHash, now }: Token,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update invitation
       set accepted_at = ${now}
     where organization_id = ${organizationId}
       and token_hash = ${tokenHash}
       and accepted_at is null
       and revoked_at is null
       and expires_at > ${now}`.execute(db)
  return numAffectedRows === 1n
}

/** Makes an invitation usable again, when what it was claimed for failed. */
export async function releaseInvitation(
  { db }: Pick<Store, 'db'>,
  { organizationId, tokenHash }: Omit<Token, 'now'>,
): Promise<void> {
  await sql`
    update invitation
       set accepted_at = null
     where organization_id = ${organizationId}
       and token_hash = ${tokenHash}
       and revoked_at is null`.execute(db)
}

/** Answers false when it was accepted or revoked before. */
export async function revokeInvitation(
  { db }: Pick<Store, 'db'>,
  { organizationId, id, now }: Key & { readonly id: string; readonly now: number },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update invitation
       set revoked_at = ${now}
     where organization_id = ${organizationId}
       and id = ${id}
       and accepted_at is null
       and revoked_at is null`.execute(db)
  return numAffectedRows === 1n
}
