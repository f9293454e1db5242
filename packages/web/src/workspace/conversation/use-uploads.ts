import { ATTACHMENT_BYTES_MAX, ATTACHMENTS_PER_MESSAGE_MAX, type AttachmentView } from '@unified-routing/contract'
import { useState } from 'react'
import { api } from '../../data/api.ts'
import { failureText } from '../../data/failure-text.ts'
import { fileSizeText } from './file-size.ts'

/** A file that was chosen for the next message. */
export interface Upload {
  readonly key: string
  readonly name: string
  readonly bytes: number
  /** Null until it is on the server. */
  readonly attachment: AttachmentView | null
  /** Why it cannot go with the message; null: it can, or is on its way. */
  readonly failure: string | null
}

const UNKNOWN_TYPE = 'application/octet-stream'

export interface Uploads {
  readonly uploads: readonly Upload[]
  readonly add: (files: readonly File[]) => void
  readonly remove: (key: string) => void
  readonly clear: () => void
}

/** The files of the message that is being written. Each goes to the server as soon as it is chosen. */
export function useUploads(conversation: string): Uploads {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const change = (key: string, part: Partial<Upload>) =>
    setUploads((known) => known.map((each) => (each.key === key ? { ...each, ...part } : each)))
  const send = async (key: string, file: File) => {
    try {
      const content = new Uint8Array(await file.arrayBuffer())
      const type = file.type === '' ? UNKNOWN_TYPE : file.type.toLowerCase()
      change(key, { attachment: await api.conversations.upload(conversation, { name: file.name, type, content }) })
    } catch (error) {
      change(key, { failure: failureText(error) })
    }
  }
  const add = (files: readonly File[]) => {
    const room = ATTACHMENTS_PER_MESSAGE_MAX - uploads.length
    const chosen = files.map((file, index) => ({ file, upload: uploadOf(file, index < room) }))
    setUploads((known) => [...known, ...chosen.map(({ upload }) => upload)])
    for (const { file, upload } of chosen) if (upload.failure === null) void send(upload.key, file)
  }
  return {
    uploads,
    add,
    remove: (key) => setUploads((known) => known.filter((each) => each.key !== key)),
    clear: () => setUploads([]),
  }
}

function uploadOf({ name, size }: File, hasRoom: boolean): Upload {
  return { key: crypto.randomUUID(), name, bytes: size, attachment: null, failure: refusalOf(size, hasRoom) }
}

function refusalOf(size: number, hasRoom: boolean): string | null {
  if (!hasRoom) return `A message carries ${ATTACHMENTS_PER_MESSAGE_MAX} files at most; send another message.`
  if (size > ATTACHMENT_BYTES_MAX) return `Files may have ${fileSizeText(ATTACHMENT_BYTES_MAX)} at most.`
  return size === 0 ? 'The file is empty.' : null
}
