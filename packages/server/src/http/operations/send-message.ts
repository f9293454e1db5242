import { createHash } from 'node:crypto'
import { AppError } from '@unified-routing/contract'
import type { WorkItem } from '@unified-routing/routing'
import { type Caller, may, oversightActor, ownActor } from '../../auth/caller.ts'
import type { Handler } from '../handler.ts'
import { requireVisibleWorkItem, speaksIn } from '../policies.ts'
import { submit } from '../submit.ts'
import { viewMessage } from '../views/message-view.ts'

export const sendMessage: Handler<'sendMessage'> = async ({ params, body, caller, request }, services) => {
  const id = body.id ?? messageId(request.idempotencyKey, services.newId)
  const operation = { type: 'sendMessage', id, workItem: params.id, from: body.from, text: body.text } as const
  const isCustomer = body.from === 'customer'
  const actor = isCustomer ? ({ ...oversightActor(caller), kind: 'customer' } as const) : ownActor(caller)
  await submit(request, services, {
    operation,
    actor,
    check: async () => requireSpeaker(await requireVisibleWorkItem(params.id, caller, services), body.from, caller),
  })
  const message = await services.reads.message(id)
  if (message === null) throw new AppError('internal', `Message ${id} was sent and cannot be read.`)
  return { body: viewMessage(message) }
}

/** Whoever speaks for the customer needs to be allowed to; a representative speaks in the conversations they hold or were added to. */
function requireSpeaker(item: WorkItem, from: 'customer' | 'representative', caller: Caller): void {
  if (from === 'customer' ? may(caller, 'speakForCustomer') : speaksIn(item, caller)) return
  throw new AppError(
    'forbidden',
    from === 'customer'
      ? 'Only integrations and supervisors can write for the customer.'
      : `Conversation ${item.id} is not yours; accept it first.`,
  )
}

/** The answer the engine keeps does not name the message, so a repeated request must find the same id again. */
function messageId(idempotencyKey: string | null, newId: () => string): string {
  if (idempotencyKey === null) return newId()
  return createHash('sha256').update(idempotencyKey).digest('hex').slice(0, MESSAGE_ID_LENGTH)
}

const MESSAGE_ID_LENGTH = 32
