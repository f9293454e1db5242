import { createClient } from '@unified-routing/client'
import { ATTACHMENT_BYTES_MAX, ATTACHMENTS_PER_MESSAGE_MAX, type AttachmentView } from '@unified-routing/contract'
import { useRef, useState } from 'react'
import { failureText } from '../../data/failure-text.ts'
import { fetchTellingProgress } from '../../data/fetch-telling-progress.ts'
import { fileSizeText } from './file-size.ts'

/** A file that was chosen for the next message. */
export interface Upload {
  readonly key: string
  readonly name: string
  readonly bytes: number
  /** Null until it is on the server. */
  readonly attachment: AttachmentView | null
  /** How much of it has left, in percent. */
  readonly percent: number
  /** Why it cannot go with the message; null: it can, or is on its way. */
  readonly failure: string | null
}

const UNKNOWN_TYPE = 'application/octet-stream'

export interface Uploads {
  readonly uploads: readonly Upload[]
  readonly add: (files: readonly File[]) => void
  /** Takes a file out; what is on its way is cancelled. */
  readonly remove: (key: string) => void
  readonly clear: () => void
}

/** The files of the message that is being written. Each goes to the server as soon as it is chosen. */
export function useUploads(conversation: string): Uploads {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const change = (key: string, part: Partial<Upload>) =>
    setUploads((known) => known.map((each) => (each.key === key ? { ...each, ...part } : each)))
  const cancels = useRef(new Map<string, AbortController>())
  const send = async (key: string, file: File) => {
    const cancelling = new AbortController()
    cancels.current.set(key, cancelling)
    const client = createClient({
      baseUrl: '',
      signal: cancelling.signal,
      fetch: fetchTellingProgress((share) => change(key, { percent: Math.floor(share * 100) })),
    })
    try {
      const content = new Uint8Array(await file.arrayBuffer())
      const type = file.type === '' ? UNKNOWN_TYPE : file.type.toLowerCase()
      change(key, { attachment: await client.conversations.upload(conversation, { name: file.name, type, content }) })
    } catch (error) {
      change(key, { failure: failureText(error) })
    } finally {
      cancels.current.delete(key)
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
    remove: (key) => {
      cancels.current.get(key)?.abort()
      setUploads((known) => known.filter((each) => each.key !== key))
    },
    clear: () => setUploads([]),
  }
}

function uploadOf({ name, size }: File, hasRoom: boolean): Upload {
  return {
    key: crypto.randomUUID(),
    name,
    bytes: size,
    attachment: null,
    percent: 0,
    failure: refusalOf(size, hasRoom),
  }
}

function refusalOf(size: number, hasRoom: boolean): string | null {
  if (!hasRoom) return `A message carries ${ATTACHMENTS_PER_MESSAGE_MAX} files at most; send another message.`
  if (size > ATTACHMENT_BYTES_MAX) return `Files may have ${fileSizeText(ATTACHMENT_BYTES_MAX)} at most.`
  return size === 0 ? 'The file is empty.' : null
}
