import { sql } from 'kysely'
import type { Store } from './store.ts'

/** A consent of the tenant, in force until it is revoked. */
export interface StoredConsent {
  readonly id: string
  readonly scopes: readonly string[]
  readonly grantedBy: string
  readonly grantedAt: number
  readonly revokedBy: string | null
  readonly revokedAt: number | null
}

const CONSENTS_MAX = 100

/** Latest first; the one in force, if any, is the first. */
export async function listConsents(
  { db }: Pick<Store, 'db'>,
  organizationId: string,
): Promise<readonly StoredConsent[]> {
  const { rows } = await sql<StoredConsent>`
    select id,
           scopes,
           granted_by as "grantedBy",
           granted_at as "grantedAt",
           revoked_by as "revokedBy",
           revoked_at as "revokedAt"
      from tenant_consent
     where organization_id = ${organizationId}
     order by revoked_at is null desc, granted_at desc, id
     limit ${CONSENTS_MAX}`.execute(db)
  return rows
}

/** Records a consent, unless one is in force already: then it answers false. */
export async function insertConsent(
  { db }: Pick<Store, 'db'>,
  consent: Pick<StoredConsent, 'id' | 'scopes' | 'grantedBy' | 'grantedAt'> & { readonly organizationId: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into tenant_consent (organization_id, id, scopes, granted_by, granted_at)
    values (${consent.organizationId}, ${consent.id}, ${JSON.stringify(consent.scopes)}::jsonb, ${consent.grantedBy},
            ${consent.grantedAt})
    on conflict (organization_id) where revoked_at is null do nothing`.execute(db)
  return numAffectedRows === 1n
}

/** Answers false when there was none in force. */
export async function revokeStoredConsent(
  { db }: Pick<Store, 'db'>,
  revocation: { readonly organizationId: string; readonly revokedBy: string; readonly revokedAt: number },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update tenant_consent
       set revoked_by = ${revocation.revokedBy},
           revoked_at = ${revocation.revokedAt}
     where organization_id = ${revocation.organizationId}
       and revoked_at is null`.execute(db)
  return numAffectedRows === 1n
}
