import type { MultipartFile } from '@fastify/multipart'
import { ATTACHMENTS_PER_MESSAGE_MAX, fileName, mediaType } from '@unified-routing/contract'
import type { FastifyRequest } from 'fastify'
import type { UploadedFile } from './conversations.ts'
import { badArgument, missingProperty } from './direct-line-error.ts'

export interface Upload {
  readonly activity: unknown
  readonly files: readonly UploadedFile[]
}

/** Reads a multipart upload: one part `activity` as JSON, the others files. Errors: BadArgument, MissingProperty. */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw badArgument('Send the upload as multipart/form-data.')
  let activity: unknown = null
  const files: UploadedFile[] = []
  for await (const part of request.parts()) {
    if (part.fieldname === 'activity') {
      const text = part.type === 'file' ? (await part.toBuffer()).toString('utf8') : String(part.value)
      activity = parseActivity(text)
    } else if (part.type === 'file') {
      if (files.length === ATTACHMENTS_PER_MESSAGE_MAX)
        throw badArgument(`A message carries at most ${ATTACHMENTS_PER_MESSAGE_MAX} files.`)
      files.push(await readFile(part))
    }
  }
  if (files.length === 0) throw missingProperty('The upload has no file.')
  return { activity: activity ?? { type: 'message' }, files }
}

async function readFile(part: MultipartFile): Promise<UploadedFile> {
  const name = fileName.safeParse(part.filename ?? '')
  if (!name.success) throw badArgument('A file needs a name without a path.')
  const type = mediaType.safeParse(part.mimetype.split(';', 1)[0]?.trim().toLowerCase())
  const content = await part.toBuffer()
  if (content.byteLength === 0) throw badArgument(`The file ${name.data} is empty.`)
  return { name: name.data, contentType: type.success ? type.data : 'application/octet-stream', content }
}

function parseActivity(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw badArgument('The part activity is not JSON.')
  }
}
