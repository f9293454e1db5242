import { z } from 'zod'
import { journalEvent } from './journal-event.ts'
import { apiBase, noBody, noParams, operation } from './operation.ts'
import { workItemView } from './work-item.ts'

/** The data of one server-sent event. Its `id` is the journal sequence, its `event` the type of the event. */
export const liveEvent = z
  .strictObject({
    event: journalEvent,
    /** As it is after the commit; in a resumed stream, as it is now. Null when the event concerns no item. */
    workItem: workItemView.nullable(),
  })
  .meta({ id: 'LiveEvent' })
export type LiveEvent = z.output<typeof liveEvent>

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
    'slow is disconnected and resumes. With presence=1 the stream keeps the caller’s representative connected.',
  audience: 'seeOrganization',
  params: noParams,
  query: z.strictObject({ presence: z.enum(['0', '1']).default('0') }),
  body: noBody,
  reply: liveEvent,
  replyStatus: 200,
  replyType: 'text/event-stream',
  errors: ['unavailable'],
})
