import { AppError } from '@unified-routing/contract'
import {
  addAttachment,
  type KnownAttachment,
  type NewAttachment,
  readAttachmentContent,
  readAttachments,
} from '../store/attachments.ts'
import type { StoredAttachment } from '../store/reads.ts'
import type { Store } from '../store/store.ts'
import { isBlockedFile } from './blocked-files.ts'
import type { FileScan } from './file-scan.ts'

type Upload = Omit<NewAttachment, 'id' | 'at'>

/** The files that go with messages. */
export interface Attachments {
  /** Scans and keeps a file; a message has yet to name it. Errors: refused `fileRejected`; unavailable. */
  upload(file: Upload): Promise<StoredAttachment>
  /** The files of these ids in this conversation, in the order of the ids. Those that do not exist are left out. */
  known(workItem: string, ids: readonly string[]): Promise<readonly KnownAttachment[]>
  content(id: string): Promise<Uint8Array | null>
}

interface AttachmentOptions {
  readonly store: Store
  readonly organizationId: string
  readonly scan: FileScan
  readonly now: () => number
  readonly newId: () => string
}

export function createAttachments({ store, organizationId, scan, now, newId }: AttachmentOptions): Attachments {
  return {
    async upload(file) {
      const { name, contentType, content } = file
      if (isBlockedFile(name, contentType))
        throw rejected(`Files such as ${name} could run where they are opened; send another type.`)
      if (!(await scan(file))) throw rejected(`The file ${name} did not pass the scan.`)
      const id = newId()
      await addAttachment(store, organizationId, { ...file, id, at: now() })
      return { id, name, contentType, bytes: content.byteLength }
    },
    async known(workItem, ids) {
      const found = new Map((await readAttachments(store, organizationId, { workItem, ids })).map((it) => [it.id, it]))
      return [...new Set(ids)].flatMap((id) => found.get(id) ?? [])
    },
    content: (id) => readAttachmentContent(store, organizationId, id),
  }
}

function rejected(message: string): AppError {
  return new AppError('refused', message, { reason: 'fileRejected' })
}
