import { createHash } from 'node:crypto'
import { AppError } from '@unified-routing/contract'
import { type Caller, oversightActor, ownActor } from '../../auth/caller.ts'
import type { KnownAttachment } from '../../store/attachments.ts'
import type { StoredAttachment } from '../../store/reads.ts'
import type { Call, Handler } from '../handler.ts'
import { invalid } from '../parse.ts'
import { requireSpeaker, requireVisibleWorkItem } from '../policies.ts'
import type { Services } from '../services.ts'
import { submit } from '../submit.ts'
import { nothingReceived, viewMessage } from '../views/message-view.ts'

export const sendMessage: Handler<'sendMessage'> = async ({ params, body, caller, request }, services) => {
  const { from, kind, text } = body
  const id = body.id ?? messageId(request.idempotencyKey, services.newId)
  const files = await services.attachments.known(params.id, body.attachments)
  const isCustomer = from === 'customer'
  const actor = isCustomer ? ({ ...oversightActor(caller), kind: 'customer' } as const) : ownActor(caller)
  const author = isCustomer ? null : actor.name
  const attachments = files.map(described)
  await submit(request, services, {
    operation: {
      type: 'sendMessage',
      id,
      workItem: params.id,
      from,
      author,
      kind,
      text,
      attachments,
      channelData: null,
    },
    actor,
    check: () => requireSendable({ conversation: params.id, body, files, caller }, services),
  })
  const message = await services.reads.message(id)
  if (message === null) throw new AppError('internal', `Message ${id} was sent and cannot be read.`)
  return { body: viewMessage(message, nothingReceived) }
}

interface Sending {
  readonly conversation: string
  readonly body: Call<'sendMessage'>['body']
  readonly files: readonly KnownAttachment[]
  readonly caller: Caller
}

async function requireSendable({ conversation, body, files, caller }: Sending, services: Services): Promise<void> {
  const item = await requireVisibleWorkItem(conversation, caller, services)
  if (body.kind === 'message') requireSpeaker(item, body.from, caller)
  const usable = new Set(files.filter(({ message }) => message === null).map(({ id }) => id))
  const missing = body.attachments.flatMap((id, index) => (usable.has(id) ? [] : [{ id, index }]))
  if (missing.length > 0)
    throw invalid(
      missing.map(({ id, index }) => ({
        path: `body.attachments[${index}]`,
        message: `there is no uploaded file ${id} here that waits for its message`,
      })),
    )
}

function described({ id, name, contentType, bytes }: KnownAttachment): StoredAttachment {
  return { id, name, contentType, bytes }
}

/** The answer the engine keeps does not name the message, so a repeated request must find the same id again. */
function messageId(idempotencyKey: string | null, newId: () => string): string {
  if (idempotencyKey === null) return newId()
  return createHash('sha256').update(idempotencyKey).digest('hex').slice(0, MESSAGE_ID_LENGTH)
}

const MESSAGE_ID_LENGTH = 32
