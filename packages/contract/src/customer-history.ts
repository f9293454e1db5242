import { z } from 'zod'
import { apiBase, noBody, operation } from './operation.ts'
import { cursor, id, instant, limit, list, name, page, text } from './values.ts'
import { channel, closureReason, recordKey, workItemState } from './work-item.ts'

const customerHistoryEntry = z
  .strictObject({
    workItem: id,
    kind: z.enum(['record', 'conversation']),
    channel,
    workstream: name,
    title: text,
    record: recordKey.nullable(),
    state: workItemState,
    queue: name.nullable(),
    /** Who works on it, else who did last. */
    representative: name.nullable(),
    createdAt: instant,
    closedAt: instant.nullable(),
    closureReason: closureReason.nullable(),
    /** Whether the caller may open it: what others did is told, what was said is not. */
    readable: z.boolean(),
    /** The last internal notes of a conversation that the caller may open, the oldest of them first. */
    notes: list(z.strictObject({ author: name.nullable(), text, at: instant }), 3),
  })
  .meta({ id: 'CustomerHistoryEntry' })
export type CustomerHistoryEntry = z.output<typeof customerHistoryEntry>

export const listCustomerHistory = operation({
  id: 'listCustomerHistory',
  group: 'Tables and rows',
  method: 'GET',
  path: `${apiBase}/customers/{id}/history`,
  summary: 'List the work for a customer, the latest first',
  description: 'Conversations and routed records of the contact, whoever worked on them.',
  audience: 'seeOwnWork',
  params: z.strictObject({ id }),
  query: z.strictObject({ limit, cursor }),
  body: noBody,
  reply: page(customerHistoryEntry),
  replyStatus: 200,
  errors: ['notFound'],
})
