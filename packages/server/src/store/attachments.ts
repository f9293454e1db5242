import { sql } from 'kysely'
import type { StoredAttachment } from './reads.ts'
import type { Store } from './store.ts'

export interface NewAttachment {
  readonly id: string
  readonly workItem: string
  readonly uploadedBy: 'customer' | 'representative'
  readonly name: string
  readonly contentType: string
  readonly content: Uint8Array
  readonly at: number
}

/** What is known of a file beside its content. */
export interface KnownAttachment extends StoredAttachment {
  readonly uploadedBy: 'customer' | 'representative'
  /** The message that names it; null: none yet. */
  readonly message: string | null
}

interface SelectedAttachment {
  readonly id: string
  readonly name: string
  readonly content_type: string
  readonly bytes: number
  readonly uploaded_by: 'customer' | 'representative'
  readonly message_id: string | null
}

export async function addAttachment({ db }: Store, organizationId: string, file: NewAttachment): Promise<void> {
  await sql`
    insert into conversation_attachment (organization_id, id, work_item_id, uploaded_by, name, content_type, content,
                                         created_at)
    values (${organizationId}, ${file.id}, ${file.workItem}, ${file.uploadedBy}, ${file.name}, ${file.contentType},
            ${file.content}, ${file.at})`.execute(db)
}

/** The files of many ids in one conversation; those that do not exist are left out. */
export async function readAttachments(
  { db }: Store,
  organizationId: string,
  { workItem, ids }: { readonly workItem: string; readonly ids: readonly string[] },
): Promise<KnownAttachment[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<SelectedAttachment>`
    select id, name, content_type, octet_length(content) as bytes, uploaded_by, message_id
      from conversation_attachment
     where organization_id = ${organizationId}
       and work_item_id = ${workItem}
       and id = any (${ids}::text[])`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    contentType: row.content_type,
    bytes: row.bytes,
    uploadedBy: row.uploaded_by,
    message: row.message_id,
  }))
}

export async function readAttachmentContent(
  { db }: Store,
  organizationId: string,
  id: string,
): Promise<Uint8Array | null> {
  const { rows } = await sql<{ content: Uint8Array }>`
    select content
      from conversation_attachment
     where organization_id = ${organizationId}
       and id = ${id}`.execute(db)
  return rows[0]?.content ?? null
}

/** Deletes files that no message has named until now. */
export async function deleteUnnamedAttachments(
  { db }: Pick<Store, 'db'>,
  {
    organizationId,
    before,
    limit,
  }: { readonly organizationId: string; readonly before: number; readonly limit: number },
): Promise<void> {
  await sql`
    delete from conversation_attachment
     where organization_id = ${organizationId}
       and id in (
         select id
           from conversation_attachment
          where organization_id = ${organizationId}
            and message_id is null
            and created_at < ${before}
          limit ${limit}
       )`.execute(db)
}
