import { z } from 'zod'
import { count, id, instant, list, name, TEXT_LENGTH_MAX } from './values.ts'

export const messageSender = z.enum(['customer', 'representative', 'bot', 'system'])
/** A note is for colleagues only: customers and bots never see it. */
export const messageKind = z.enum(['message', 'note'])

/** Files that one message carries at most. */
export const ATTACHMENTS_PER_MESSAGE_MAX = 10
/** Largest file, in bytes: 5 MiB. */
export const ATTACHMENT_BYTES_MAX = 5 * 1024 * 1024

/** Name of a file: what a person can see, no path. */
export const fileName = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}/\\]+$/u, 'must be a file name without a path')
  .refine((value) => !isDirectory(value), 'must be a file name')
  .meta({ examples: ['invoice.pdf'] })

/** A type such as image/png, without parameters. */
export const mediaType = z
  .string()
  .max(100)
  .regex(/^[a-z0-9][a-z0-9.+-]*\/[a-z0-9][a-z0-9.+-]*$/, 'must be a type such as image/png, in small letters')
  .meta({ examples: ['application/pdf'] })

export const attachment = z
  .strictObject({ id, name: fileName, contentType: mediaType, bytes: count })
  .meta({ id: 'Attachment' })
export type AttachmentView = z.output<typeof attachment>

export const message = z
  .strictObject({
    id,
    from: messageSender,
    /** Who of the representatives or bots; null for the customer and for automated messages. */
    author: name.nullable(),
    kind: messageKind,
    /** Empty when there are attachments only. */
    text: z.string().max(TEXT_LENGTH_MAX),
    attachments: list(attachment, ATTACHMENTS_PER_MESSAGE_MAX),
    at: instant,
    /** From 1 in its conversation, notes included. */
    number: count,
    /** How far a message to the customer got; null for all others. */
    delivery: z.enum(['sent', 'delivered', 'read']).nullable(),
  })
  .meta({ id: 'Message' })
export type MessageView = z.output<typeof message>

function isDirectory(value: string): boolean {
  return value === '.' || value === '..'
}
