import { z } from 'zod'
import { journalEvent } from './journal-event.ts'
import { message } from './message.ts'
import { apiBase, noBody, noParams, operation } from './operation.ts'
import { count, id, name } from './values.ts'
import { workItemView } from './work-item.ts'

/** The data of one server-sent event. Its `id` is the journal sequence, its `event` the type of the event. */
export const liveEvent = z
  .strictObject({
    event: journalEvent,
    /** As it is after the commit; in a resumed stream, as it is now. Null when the event concerns no item. */
    workItem: workItemView.nullable(),
    /** Of workItem.messageAdded: what was said. */
    message: message.nullable().default(null),
  })
  .meta({ id: 'LiveEvent' })
export type LiveEvent = z.output<typeof liveEvent>

/** What passes by and is never stored: somebody types, or messages have reached the customer. It has no `id`, so it
 * moves no position, and what is missed stays missed. */
export const liveSignal = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('typing'),
      workItem: id,
      from: z.enum(['customer', 'representative', 'bot']),
      author: name.nullable(),
    }),
    z.strictObject({
      type: z.literal('receipt'),
      workItem: id,
      /** Number of the last message that reached the customer, and of the last that they have read. */
      delivered: count,
      read: count,
    }),
  ])
  .meta({ id: 'LiveSignal' })
export type LiveSignal = z.output<typeof liveSignal>

/** The name of the events whose data is a LiveSignal. */
export const liveSignalEvent = 'live.signal'

/** The first event of every stream, of this name: its `id` is where the stream begins, its data is empty. */
export const liveHelloEvent = 'live.ready'

export const live = operation({
  id: 'live',
  group: 'Live',
  method: 'GET',
  path: `${apiBase}/live`,
  summary: 'Follow what happens, as server-sent events',
  description:
    'Resumes after `Last-Event-ID`: nothing is skipped and nothing comes twice. Begins with the event `live.ready`; a ' +
    'comment line every 15 seconds shows that the stream lives. Each event’s data is a LiveEvent. A reader that is too ' +
    'slow is disconnected and resumes. Events named `live.signal` pass by without an id: typing, and how far messages ' +
    'got. With presence=1 the stream keeps the caller’s representative connected.',
  audience: 'seeOrganization',
  params: noParams,
  query: z.strictObject({ presence: z.enum(['0', '1']).default('0') }),
  body: noBody,
  reply: liveEvent,
  replyStatus: 200,
  replyType: 'text/event-stream',
  errors: ['unavailable'],
})
